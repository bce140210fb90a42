"""The board: the objectives of the topmost team, with where each is heading."""

from collections.abc import Sequence
from typing import NamedTuple

from okrcli.analysis.progress.burnup import BurnUp, objective_burn_up
from okrcli.analysis.progress.forecast import theil_sen
from okrcli.analysis.progress.moment import Moment
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport, Status, TeamReport
from okrcli.analysis.progress.status import Frame
from okrcli.analysis.progress.summary import Goals, report_objective, report_team
from okrcli.analysis.teams import TeamTree
from okrcli.model.cycle import Cycle
from okrcli.model.key_result import SLACK
from okrcli.model.organization import Organization

_WORST_FIRST = (Status.AT_RISK, Status.MISSED, Status.BEHIND, Status.PARTIAL, Status.OUTDATED)


class Outlook(NamedTuple):
    """An objective, and its progress at the end of the cycle if it goes on as it did.

    That is read off a line through its burn-up; `forecast` is None where too little was measured,
    or nothing is left to be told. `enough` is what counts as a success. `drag` is the key result
    that holds it back most.
    """

    report: ObjectiveReport
    burn_up: BurnUp
    forecast: float | None
    enough: float
    drag: KeyResultReport | None

    @property
    def on_course(self) -> bool:
        """Tell whether it is heading for a success."""
        return self.forecast is not None and self.forecast >= self.enough - SLACK


class Board(NamedTuple):
    """The objectives of a team in some cycles; `team` is None where nothing tells the topmost."""

    moment: Moment
    organization: Organization
    team: TeamReport | None
    outlooks: Sequence[Outlook]


def board(goals: Goals, cycles: Sequence[Cycle], team: str | None) -> Board:
    """Look at the objectives of a team, else of the topmost one."""
    teams = sorted({each.team for each in goals.objectives})
    tree = TeamTree(goals.organization, teams)
    chosen = team or next(filter(tree.is_root, teams), None)
    names, resolver = {cycle.name for cycle in cycles}, goals.resolver()
    found = [
        report_objective(goals, each, resolver)
        for each in goals.objectives
        if each.team == chosen and each.cycle in names
    ]
    having = {each.cycle for each in found}
    return Board(
        Moment.of(goals, [each for each in cycles if each in having] or cycles),
        goals.organization,
        None if chosen is None else report_team(goals.organization.team(chosen), found),
        [_outlook(each, goals) for each in found if each.status is not Status.DROPPED],
    )


def _outlook(report: ObjectiveReport, goals: Goals) -> Outlook:
    frame = Frame(report.objective, report.cycle, goals.now, goals.settings)
    drawn = objective_burn_up(report, frame)
    over = report.progress is None or goals.now >= report.cycle.end
    forecast = None if over else theil_sen(drawn.points, drawn.time)
    return Outlook(report, drawn, forecast, frame.success, _drag(report))


def _drag(report: ObjectiveReport) -> KeyResultReport | None:
    bad = [each for each in report.key_results if each.status in _WORST_FIRST]
    return min(bad, key=_gravity, default=None)


def _gravity(report: KeyResultReport) -> tuple[int, float]:
    return _WORST_FIRST.index(report.status), (report.progress or 0.0) - report.expected
