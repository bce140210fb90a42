"""What stands between the drafts of a cycle and its start, team by team."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.teams import TeamTree, in_cascade
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding, Severity
from okrcli.model.organization import Team
from okrcli.model.workspace import OkrDocument, Workspace


class Obstacle(StrEnum):
    """What a finding is about, for those who plan; the first four stand in the way."""

    ERRORS = "errors"
    UNALIGNED = "unaligned"
    DEPENDENCIES = "dependencies"
    LIMITS = "limits"
    WARNINGS = "warnings"
    ADVICE = "advice"

    @property
    def blocks(self) -> bool:
        """Tell whether it keeps a team from being ready."""
        return self not in {Obstacle.WARNINGS, Obstacle.ADVICE}


_BY_RULE = {
    "orphan-objective": Obstacle.UNALIGNED,
    "unconfirmed-dependency": Obstacle.DEPENDENCIES,
    "too-many-objectives": Obstacle.LIMITS,
    "too-many-key-results": Obstacle.LIMITS,
    "too-few-key-results": Obstacle.LIMITS,
    "overloaded-owner": Obstacle.LIMITS,
}
_BY_SEVERITY = {
    Severity.ERROR: Obstacle.ERRORS,
    Severity.WARNING: Obstacle.WARNINGS,
    Severity.ADVICE: Obstacle.ADVICE,
}
RULES_NAMED = tuple(_BY_RULE)


class TeamReadiness(NamedTuple):
    """How far a team is: its drafts, what is published, and what is found if all of it were."""

    team: Team
    depth: int
    drafts: int
    published: int
    findings: Sequence[tuple[Obstacle, Finding]]

    @property
    def empty(self) -> bool:
        """Tell whether it has nothing in the cycle yet."""
        return not self.drafts and not self.published

    @property
    def ready(self) -> bool:
        """Tell whether nothing stands in the way."""
        return not self.empty and not self.obstacles

    @property
    def obstacles(self) -> Sequence[Finding]:
        """Give what stands in the way, the gravest first."""
        return [finding for obstacle, finding in self.findings if obstacle.blocks]

    def count(self, obstacle: Obstacle) -> int:
        """Count the findings of a sort."""
        return sum(each is obstacle for each, _ in self.findings)


class Readiness(NamedTuple):
    """How far the teams are that have OKRs in a cycle or had some in the one before it.

    `also` are other cycles, still to begin, that have drafts.
    """

    now: date
    cycle: Cycle
    before: Cycle | None
    teams: Sequence[TeamReadiness]
    also: Sequence[Cycle] = ()

    @property
    def ready(self) -> int:
        """Count the teams that are."""
        return sum(each.ready for each in self.teams)


def planned_cycle(workspace: Workspace, now: date) -> Cycle | None:
    """Give the next cycle that has drafts, else the running one; of several the shortest."""
    drafted = upcoming(workspace, now)
    if drafted:
        return drafted[0]
    running = [cycle for cycle in _cycles(workspace) if cycle.period.holds(now)]
    return min(running, key=_length, default=None)


def upcoming(workspace: Workspace, now: date) -> list[Cycle]:
    """Give the cycles still to begin that have drafts, the next and shortest first."""
    names = {each.cycle for _, each in workspace.objectives() if each.draft}
    cycles = [cycle for cycle in _cycles(workspace) if cycle.name in names and cycle.start > now]
    return sorted(cycles, key=lambda cycle: (cycle.start, *_length(cycle)))


def readiness(
    workspace: Workspace, cycle: Cycle, now: date, today: Iterable[Finding], then: Iterable[Finding]
) -> Readiness:
    """Gather how far the teams are, from what lint says `today`, and would say `then`.

    Whether a dependency is confirmed is asked of today: what is needed is a promise of another
    team, and not its draft.
    """
    before = _before(workspace, cycle)
    here = [each for each in workspace.documents if each.content.cycle == cycle.name]
    findings = [
        *(each for each in today if _BY_RULE.get(each.rule) is Obstacle.DEPENDENCIES),
        *(each for each in then if _BY_RULE.get(each.rule) is not Obstacle.DEPENDENCIES),
    ]
    found = _by_team(here, findings)
    planning = {each.content.team for each in workspace.documents if _plans(each, cycle, before)}
    teams = in_cascade(workspace.organization, planning)
    tree = TeamTree(workspace.organization, [team.id for team in teams])
    return Readiness(
        now,
        cycle,
        before,
        [
            _team(team, tree.depth(team.id), here, found.get(team.id, ()))
            for team in teams
            if team.id in planning
        ],
        [each for each in upcoming(workspace, now) if each != cycle],
    )


def _plans(document: OkrDocument, cycle: Cycle, before: Cycle | None) -> bool:
    names = {cycle.name} if before is None else {cycle.name, before.name}
    return document.content.cycle in names and bool(document.content.team)


def _before(workspace: Workspace, cycle: Cycle) -> Cycle | None:
    """Give the cycle that ends where another begins, and that is most like it in length."""
    ending = (each for each in _cycles(workspace) if each.end == cycle.start)
    return min(
        ending,
        key=lambda each: (abs(each.period.days - cycle.period.days), each.name),
        default=None,
    )


def _by_team(
    documents: Iterable[OkrDocument], findings: Iterable[Finding]
) -> dict[str, list[tuple[Obstacle, Finding]]]:
    teams = {each.source.path: each.content.team for each in documents}
    found: dict[str, list[tuple[Obstacle, Finding]]] = defaultdict(list)
    for each in findings:
        if each.source.path in teams:
            found[teams[each.source.path]].append((_obstacle(each), each))
    for of_team in found.values():
        of_team.sort(key=lambda pair: (not pair[0].blocks, pair[1].severity.weight, pair[0]))
    return found


def _obstacle(finding: Finding) -> Obstacle:
    return _BY_RULE.get(finding.rule, _BY_SEVERITY[finding.severity])


def _team(
    team: Team,
    depth: int,
    documents: Iterable[OkrDocument],
    findings: Sequence[tuple[Obstacle, Finding]],
) -> TeamReadiness:
    own = [
        objective
        for document in documents
        if document.content.team == team.id
        for _, objective in document.objectives()
        if not objective.dropped
    ]
    drafts = sum(each.draft for each in own)
    return TeamReadiness(team, depth, drafts, len(own) - drafts, findings)


def _cycles(workspace: Workspace) -> list[Cycle]:
    names = {document.content.cycle for document in workspace.documents}
    found = (workspace.cycle(name) for name in sorted(names))
    return [cycle for cycle in found if cycle is not None]


def _length(cycle: Cycle) -> tuple[int, str]:
    return cycle.period.days, cycle.name
