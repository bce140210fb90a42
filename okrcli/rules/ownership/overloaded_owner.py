"""The rule `overloaded-owner`."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from okrcli.model.finding import Finding, Severity
from okrcli.rules.base import LintInput, LintRule
from okrcli.rules.placeholders import is_placeholder

if TYPE_CHECKING:
    from okrcli.model.objective import Objective
    from okrcli.model.source import Source


class OverloadedOwner(LintRule):
    """Flag a person who owns too many objectives.

    ## What it checks

    The objectives of each owner in a cycle, of all teams together, against `objectives_per_owner`
    (okr.toml, `[limits]`). Drafts and what was dropped or deferred do not count.

    ## Why it matters

    Who answers for everything can attend to nothing, and a goal whose owner has no time for it
    looks owned. Source: Andrew S. Grove, High Output Management (1983): if we try to focus on
    everything, we focus on nothing.

    ## Problem

    ```yaml
    # okr.toml: objectives_per_owner = 3
    team: growth
    cycle: 2026-Q4
    objectives:
      - {id: one, owner: ana}
      - {id: two, owner: ana}
      - {id: three, owner: ana}
      - {id: four, owner: ana}
    ```

    ## Remedy

    Give one to somebody else, or drop or defer what matters least.
    """

    name = "overloaded-owner"
    family = "ownership"
    severity = Severity.WARNING
    practices = (5, 7)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield the first objective beyond the limit of each owner and cycle."""
        limit = subject.workspace.settings.limits.objectives_per_owner
        held: dict[tuple[str, str], list[tuple[Source, Objective]]] = defaultdict(list)
        for source, objective in subject.live_objectives():
            if objective.owner is not None and not is_placeholder(objective.owner):
                held[objective.owner, objective.cycle].append((source, objective))
        for (owner, cycle), entries in held.items():
            if len(entries) > limit:
                refs = ", ".join(each.key.ref for _, each in entries[limit:])
                yield self.finding(
                    entries[limit][0].at("owner"),
                    f"'{owner}' owns {len(entries)} objectives in {cycle}; the limit is {limit}",
                    f"give {refs} to somebody else, or drop or defer what matters least",
                    related=[source.at("owner") for source, _ in entries[limit + 1 :]],
                )
