"""The rule `near-duplicate`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from okrcli.analysis.similarity import gist, groups
from okrcli.model.finding import Finding, Severity
from okrcli.model.objective import Objective
from okrcli.rules.base import LintInput, LintRule, quoted

if TYPE_CHECKING:
    from okrcli.model.source import Source

MOST_NAMED = 3

Entry = tuple["Source", Objective]


class NearDuplicate(LintRule):
    """Flag objectives of one cycle that say the same.

    ## What it checks

    The words of the titles of a cycle's objectives, whatever their order and their endings. Words
    such as articles do not count, and a few common ones stand for one another (customer and
    client). Titles with different names in them (towns, products) never say the same. What was
    dropped or deferred is left out.

    ## Why it matters

    Two teams that do the same without knowing it pay twice, and neither can tell what its part
    was. A copy of the company's goal says nothing about what the team will do. Source: Google
    re:Work, Set goals with OKRs, on shared and cascaded goals.

    ## Problem

    ```yaml
    # growth.yaml
    - {id: first-minute, title: New shops love us from the first minute}
    # care.yaml, in the same cycle
    - {id: minute-one, title: "From minute one, new shops love us"}
    ```

    ## Remedy

    Let one team own it and the others say what they add: `supports: [growth/first-minute]`, with a
    title of their own.
    """

    name = "near-duplicate"
    family = "alignment"
    severity = Severity.WARNING
    practices = (3,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each group of objectives that say the same, once."""
        cycles: dict[str, list[Entry]] = defaultdict(list)
        for source, objective in subject.workspace.objectives():
            if objective.title and not objective.dropped:
                cycles[objective.cycle].append((source, objective))
        for entries in cycles.values():
            for group in groups([gist(objective.title) for _, objective in entries]):
                ranked = sorted((entries[at] for at in group), key=lambda entry: entry[1].draft)
                yield self._told(ranked)

    def _told(self, group: Sequence[Entry]) -> Finding:
        """Tell it at the second one; where that is a draft, it is advice on the draft."""
        original, copy, *others = group
        ref = original[1].key.ref
        names = [f"'{each.key.ref}'" for _, each in (original, *others)][:MOST_NAMED]
        if len(group) - 1 > MOST_NAMED:
            names.append(f"{len(group) - 1 - MOST_NAMED} more")
        together = {each.team for _, each in group} == {copy[1].team}
        apart = f"`supports: [{ref}]` and a title of its own"
        return self.finding(
            copy[0].at("title"),
            f"{quoted(copy[1].title)} says the same as {' and '.join(names)}",
            f"merge it with '{ref}'" if together else f"let one team own it; another gets {apart}",
            related=[source.at("title") for source, _ in (original, *others)],
        )
