"""The rule `too-many-objectives`."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from okrcli.analysis.limits import objectives_limit
from okrcli.model.finding import Finding, Severity
from okrcli.rules.base import LintInput, LintRule

if TYPE_CHECKING:
    from okrcli.model.source import Source


class TooManyObjectives(LintRule):
    """Flag a team with more objectives in a cycle than its limit.

    ## What it checks

    The objectives of each team and cycle against the team's `max_objectives`, else
    `objectives_for_root` for the root team and `objectives_per_team` for all others (okr.toml,
    `[limits]`). Drafts and what was dropped or deferred do not count.

    ## Why it matters

    Each further goal takes its time from the others; who has ten has none. Source: Andrew S.
    Grove, High Output Management (1983): if we try to focus on everything, we focus on nothing.

    ## Problem

    ```yaml
    # okr.toml: objectives_per_team = 3
    team: growth
    cycle: 2026-Q4
    objectives: [{id: one}, {id: two}, {id: three}, {id: four}]
    ```

    ## Remedy

    Merge, drop or defer (`close: {decision: defer}`) what matters least. A team that needs
    another limit says so with `max_objectives`.
    """

    name = "too-many-objectives"
    family = "focus"
    severity = Severity.ERROR
    practices = (7,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield the first objective beyond the limit of each team and cycle."""
        workspace = subject.workspace
        places: dict[tuple[str, str], list[Source]] = defaultdict(list)
        for source, objective in subject.live_objectives():
            places[objective.team, objective.cycle].append(source)
        for (team, cycle), found in places.items():
            limit = objectives_limit(team, workspace.organization, workspace.settings.limits)
            excess = len(found) - limit
            if excess > 0:
                yield self.finding(
                    found[limit].at("id"),
                    f"'{team}' has {len(found)} objectives in {cycle}, and its limit is {limit}",
                    f"merge, drop or defer {excess} of them",
                    related=tuple(source.at("id") for source in found[limit + 1 :]),
                )
