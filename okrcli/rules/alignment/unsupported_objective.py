"""The rule `unsupported-objective`."""

from collections import defaultdict
from collections.abc import Iterator

from okrcli.analysis.alignment.ways import supporters
from okrcli.model.finding import Finding, Severity
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from okrcli.rules.base import LintInput, LintRule

MOST_NAMED = 3


class UnsupportedObjective(LintRule):
    """Flag an objective that no team below supports.

    ## What it checks

    Each open objective of a team with teams below it is supported, or one of its key results is:
    by another team, or by the team itself in a part of the cycle. Drafts and what was dropped or
    deferred support nothing. Nothing is flagged before a team below has an objective in the time,
    or while a file cannot be read.

    ## Why it matters

    A goal of the company that no team works on is a wish. It is reached by those below, or not at
    all. Source: Andrew S. Grove, High Output Management (1983): the key results of a level are the
    objectives of the next.

    ## Problem

    ```yaml
    # company.yaml: no team has `supports: [company/every-town]`
    team: company
    cycle: 2026
    objectives:
      - id: every-town
        title: No town is too small for us
    ```

    ## Remedy

    Find the team that moves it and let it say `supports: [company/every-town]`, or give the goal
    up: `close: {decision: defer, why: ...}`.
    """

    name = "unsupported-objective"
    family = "alignment"
    severity = Severity.WARNING
    practices = (3,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each objective that waits for those below."""
        begun: dict[str, set[str]] = defaultdict(set)
        for _, objective in subject.live_objectives():
            begun[objective.cycle].add(objective.team)
        meant = _perhaps_meant(subject)
        for source, objective in subject.live_objectives():
            serving = supporters(subject.alignment, objective.key)
            supported = objective.key in meant or any(serving)
            if objective.close or supported or subject.unread:
                continue
            below = set(subject.teams.below(objective.team))
            within = (each for each in begun if subject.covers(objective.cycle, each))
            if any(below & begun[each] for each in within):
                yield self.finding(
                    source.at("title"),
                    f"no team below '{objective.team}' supports '{objective.id}'",
                    _remedy(subject, objective),
                )


def _perhaps_meant(lint: LintInput) -> set[Key]:
    """Give what references that name nothing may have been meant for: that is told there."""
    meant: set[Key] = set()
    for _, objective in lint.live_objectives():
        for text in objective.supports:
            found = lint.resolver.resolve(text, objective.cycle)
            guessed = (lint.resolver.resolve(ref, objective.cycle).key for ref in found.close)
            meant.update(found.candidates, filter(None, guessed))
    return {key.of_objective for key in meant}


def _remedy(lint: LintInput, objective: Objective) -> str:
    """Name the drafts that would support it, else what to write."""
    known = lint.alignment.objectives
    drafts = [key for key in lint.alignment.children(objective.key) if known[key].draft]
    if drafts:
        names = " and ".join(f"'{key.seen_from(objective.cycle)}'" for key in drafts[:MOST_NAMED])
        return f"publish {names}, or find the team that moves it"
    return (
        f"find the team that moves it: `supports: [{objective.key.ref}]`; or give it up:"
        " `close: {decision: defer, why: ...}`"
    )
