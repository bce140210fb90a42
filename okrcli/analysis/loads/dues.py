"""Who owes a check-in: every key result that is under way, and when its next one is due."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.progress.cadence import every_days, silence_allowed, silent_since
from okrcli.analysis.progress.moment import Moment
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport
from okrcli.analysis.progress.rhythm import Window, rhythm
from okrcli.analysis.progress.summary import Goals
from okrcli.model.organization import Team
from okrcli.model.reference import Key
from okrcli.model.series import Series


class Due(StrEnum):
    """Where the next check-in stands, the worst first."""

    OVERDUE = "overdue"
    GRACE = "in-grace"
    WAITING = "in-time"


class Owed(NamedTuple):
    """The next check-in of a key result.

    `due` is the last day on which it is on time, and `late_from` the first on which it is overdue;
    `days` are those since `due`, below 0 before it, without those of pauses.
    """

    key: Key
    title: str
    owner: str | None
    due: date
    late_from: date
    days: int
    state: Due
    last: date | None
    author: str | None
    rhythm: Sequence[Window]


class Dues(NamedTuple):
    """The next check-ins, the longest overdue first.

    `whose` is the team or the person that was asked for. People are told of those in time only
    where `everything` was asked for.
    """

    moment: Moment
    owed: Sequence[Owed]
    whose: str | None = None
    everything: bool = False

    def of(self, state: Due) -> list[Owed]:
        """Give those in one state."""
        return [each for each in self.owed if each.state is state]


def owed(reports: Iterable[ObjectiveReport], goals: Goals) -> list[Owed]:
    """Find the check-ins that are due, or will be, of the key results that are under way."""
    teams = {team.id: team for team in goals.organization.teams}
    found = [
        _owed(each, teams.get(each.key.team, Team(each.key.team)), goals)
        for report in reports
        for each in report.under_way(goals.now)
    ]
    return sorted(found, key=lambda each: (-each.days, each.late_from, each.key))


def _owed(report: KeyResultReport, team: Team, goals: Goals) -> Owed:
    now, check_ins = goals.now, goals.settings.check_ins
    last = report.last_check_in
    said = None if last is None else last.date
    since = silent_since(said, report.time.start)
    every, allowed = every_days(team, check_ins), silence_allowed(team, check_ins)
    silent = check_ins.days_between(since, now)
    return Owed(
        key=report.key,
        title=report.key_result.title,
        owner=report.owner,
        due=check_ins.day_after(since, every),
        late_from=check_ins.day_after(since, allowed + 1),
        days=silent - every,
        state=_state(silent, every, allowed),
        last=said,
        author=None if last is None else last.author,
        rhythm=rhythm(report, goals.series.get(report.key, Series()), now, team, check_ins),
    )


def _state(silent: int, every: int, allowed: int) -> Due:
    if silent > allowed:
        return Due.OVERDUE
    return Due.GRACE if silent > every else Due.WAITING
