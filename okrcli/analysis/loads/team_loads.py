"""What each team has taken on, against the limits, and how much of it is silent."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from okrcli.analysis.limits import counted_key_results, objectives_limit
from okrcli.analysis.progress.moment import Moment
from okrcli.analysis.progress.report import ObjectiveReport, TeamReport
from okrcli.analysis.progress.summary import Goals, report_team, reports_of
from okrcli.analysis.teams import TeamTree, in_cascade
from okrcli.model.cycle import Cycle
from okrcli.model.organization import Team
from okrcli.model.reference import Key


class Crowd(NamedTuple):
    """An objective with fewer or more key results than there should be."""

    key: Key
    key_results: int


class CycleLoad(NamedTuple):
    """What a team has in a cycle; what was dropped or deferred, and drafts, are under no limit.

    `report` has its numbers. `silent` counts the key results that are stale, of those `under_way`.
    """

    cycle: Cycle
    report: TeamReport
    counted: int
    limit: int
    key_results: int
    crowds: Sequence[Crowd]
    drafts: Sequence[Key]
    silent: int
    under_way: int
    last: date | None
    days: int | None

    @property
    def excess(self) -> int:
        """Count the objectives beyond the limit."""
        return max(self.counted - self.limit, 0)


class TeamLoad(NamedTuple):
    """A team, how deep below the root it is, and what it has in each of the cycles."""

    team: Team
    depth: int
    cycles: Sequence[CycleLoad]

    @property
    def silent(self) -> bool:
        """Tell whether anything that is under way has been silent for too long."""
        return any(each.silent for each in self.cycles)

    @property
    def over(self) -> bool:
        """Tell whether it has more, or fewer, than the limits allow."""
        return any(each.excess or each.crowds for each in self.cycles)


class TeamLoads(NamedTuple):
    """The teams, each after the one above it; `key_results` are the fewest and the most."""

    moment: Moment
    teams: Sequence[TeamLoad]
    key_results: tuple[int, int]


class _Held(NamedTuple):
    """What a team has in a cycle."""

    reports: list[ObjectiveReport]
    drafts: list[Key]


def team_loads(goals: Goals, cycles: Sequence[Cycle], about: str | None = None) -> TeamLoads:
    """Gather what the teams have taken on: all of them, or one and those below it."""
    teams = all_teams(goals)
    tree = TeamTree(goals.organization, [team.id for team in teams])
    within = None if about is None else {about, *tree.below(about)}
    held = _held(goals, cycles)
    return TeamLoads(
        Moment.of(goals, cycles),
        [
            TeamLoad(
                team,
                tree.depth(team.id),
                [
                    _load(goals, team, cycle, held[team.id, cycle.name])
                    for cycle in cycles
                    if (team.id, cycle.name) in held
                ],
            )
            for team in teams
            if within is None or team.id in within
        ],
        goals.settings.limits.key_results_per_objective,
    )


def all_teams(goals: Goals) -> list[Team]:
    """Give the teams that are listed, or that have objectives or drafts."""
    named = {each.team for each in (*goals.objectives, *goals.drafts)}
    return in_cascade(goals.organization, named)


def _held(goals: Goals, cycles: Sequence[Cycle]) -> dict[tuple[str, str], _Held]:
    found: dict[tuple[str, str], _Held] = defaultdict(lambda: _Held([], []))
    names = {cycle.name for cycle in cycles}
    for report in reports_of(goals, cycles):
        found[report.key.team, report.cycle.name].reports.append(report)
    for each in goals.drafts:
        if each.cycle in names:
            found[each.team, each.cycle].drafts.append(each.key)
    return found


def _load(goals: Goals, team: Team, cycle: Cycle, held: _Held) -> CycleLoad:
    limits, organization = goals.settings.limits, goals.organization
    live = [report.objective for report in held.reports if not report.objective.dropped]
    fewest, most = limits.key_results_per_objective
    sizes = [(each.key, len(counted_key_results(each))) for each in live]
    under_way = [each for report in held.reports for each in report.under_way(goals.now)]
    said = [item.last_check_in for report in held.reports for item in report.key_results]
    last = max((each.date for each in said if each is not None), default=None)
    return CycleLoad(
        cycle=cycle,
        report=report_team(team, held.reports),
        counted=len(live),
        limit=objectives_limit(team.id, organization, limits),
        key_results=sum(size for _, size in sizes),
        crowds=[Crowd(key, size) for key, size in sizes if not fewest <= size <= most],
        drafts=held.drafts,
        silent=sum(each.stale for each in under_way),
        under_way=len(under_way),
        last=last,
        days=None if last is None else (goals.now - last).days,
    )
