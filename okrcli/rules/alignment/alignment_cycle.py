"""The rule `alignment-cycle`."""

from collections.abc import Sequence

from okrcli.analysis.alignment.alignment import Alignment, Circle, Counts, Link
from okrcli.rules.base import LintInput, quoted
from okrcli.rules.circling import CircleRule


class AlignmentCycle(CircleRule):
    """Flag objectives that support one another.

    ## What it checks

    Following `supports` from an objective never leads back to it. Supporting a key result counts as
    supporting its objective. What was dropped or deferred does not count.

    ## Why it matters

    Each goal is there for the sake of another, and none for the sake of the company. Source: John
    Doerr, Measure What Matters (2018), on goals that cascade from the top and rise from below.

    ## Problem

    ```yaml
    # company.yaml
    - {id: smb-first, supports: [growth/first-minute]}
    # growth.yaml
    - {id: first-minute, supports: [company/smb-first]}
    ```

    ## Remedy

    Take out the link that leads down: what a team does for its company is in the team's
    `supports`, and the company's objective names nobody.
    """

    name = "alignment-cycle"
    field = "supports"

    def circles(self, alignment: Alignment, counts: Counts) -> Sequence[Circle]:
        """Give the circles of support."""
        return alignment.support_circles(counts)

    def leads_down(self, lint: LintInput, link: Link) -> bool:
        """Tell whether a link leads to a team below, or into a part of its own cycle."""
        target = link.target
        if target.team != link.holder.team:
            return target.team in lint.teams.below(link.holder.team)
        calendar = lint.workspace.settings.calendar
        around, within = calendar.cycle(link.holder.cycle), calendar.cycle(target.cycle)
        return around is not None and within is not None and around.contains(within)

    def remedy(self, lint: LintInput, link: Link) -> str:
        """Say which link to take out where one leads down."""
        text = quoted(lint.alignment.objectives[link.holder].supports[link.position])
        if link.target.of_objective == link.holder:
            return f"take {text} out of its `supports`"
        if self.leads_down(lint, link):
            return f"take {text} out of its `supports`: what is above serves nothing below it"
        return "decide which of them serves the other, and take the link back out of `supports`"
