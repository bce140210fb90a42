"""The rule `missing-priority`."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from okrcli.model.finding import Finding, Severity
from okrcli.rules.base import LintInput, LintRule

if TYPE_CHECKING:
    from okrcli.model.objective import Objective
    from okrcli.model.source import Source


class MissingPriority(LintRule):
    """Flag a team that ranks none of its objectives.

    ## What it checks

    Where a team has several objectives in a cycle, at least one has a `priority`. Drafts and what
    was dropped or deferred do not count.

    ## Why it matters

    When time runs out, something is dropped. An order that was agreed on beforehand decides it
    better than the last week does. Source: Christina Wodtke, Radical Focus (2016), on choosing
    what matters most.

    ## Problem

    ```yaml
    objectives:
      - {id: first-minute, title: New shops love us from the first minute}
      - {id: fast, title: The shop answers before you blink}
    ```

    ## Remedy

    Give the most important one `priority: 1`.
    """

    name = "missing-priority"
    family = "focus"
    severity = Severity.ADVICE
    practices = (7,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield the first objective of each team and cycle without any order."""
        held: dict[tuple[str, str], list[tuple[Source, Objective]]] = defaultdict(list)
        for source, objective in subject.live_objectives():
            held[objective.team, objective.cycle].append((source, objective))
        for (team, cycle), entries in held.items():
            if len(entries) > 1 and all(objective.priority is None for _, objective in entries):
                yield self.finding(
                    entries[0][0].at("id"),
                    f"none of the {len(entries)} objectives of '{team}' in {cycle} has a priority",
                    "give the most important one `priority: 1`",
                )
