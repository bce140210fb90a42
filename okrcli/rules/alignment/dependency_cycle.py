"""The rule `dependency-cycle`."""

from collections.abc import Sequence

from okrcli.analysis.alignment.alignment import Alignment, Circle, Counts, Link
from okrcli.rules.base import LintInput, quoted
from okrcli.rules.circling import CircleRule


class DependencyCycle(CircleRule):
    """Flag key results that wait for one another.

    ## What it checks

    Following `needs` from a key result never leads back to it. Whoever needs an objective needs
    all of its key results. What was dropped or deferred does not count.

    ## Why it matters

    Each team waits until another is done, so that nobody begins. Source: John Doerr, Measure What
    Matters (2018), on connecting goals across teams.

    ## Problem

    ```yaml
    # growth/first-minute
    - {id: day7, needs: [platform/fast/p95]}
    # platform/fast
    - {id: p95, needs: [growth/first-minute/day7]}
    ```

    ## Remedy

    Agree on what comes first and take the link back out of `needs`; or split a key result, so that
    each part waits for one thing only.
    """

    name = "dependency-cycle"
    field = "needs"

    def circles(self, alignment: Alignment, counts: Counts) -> Sequence[Circle]:
        """Give the circles of dependencies."""
        return alignment.need_circles(counts)

    def leads_down(self, lint: LintInput, link: Link) -> bool:  # noqa: ARG002 - none is below
        """Tell whether a key result waits for the objective that it belongs to."""
        return link.target.of_objective == link.holder.of_objective

    def remedy(self, lint: LintInput, link: Link) -> str:
        """Say what to decide."""
        if self.leads_down(lint, link):
            text = quoted(lint.alignment.key_results[link.holder].needs[link.position])
            return f"take {text} out of its `needs`"
        return "agree on which comes first, and take the link back out of `needs`"
