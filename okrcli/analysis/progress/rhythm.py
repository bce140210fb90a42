"""Rhythm: whether check-ins come as often as they should, week by week.

The time of a key result is cut into windows of as many days as lie between two check-ins
(`every_days`, or the team's own), from its start on; days inside pauses do not count. What is left
at its end and is shorter is no window.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.progress.cadence import every_days
from okrcli.analysis.progress.report import KeyResultReport
from okrcli.model.cycle import Period
from okrcli.model.organization import Team
from okrcli.model.series import Series
from okrcli.model.settings import CheckIns


class Beat(StrEnum):
    """How a window went: a check-in in it, one in the grace after it, none; or it is not over."""

    ON_TIME = "on-time"
    LATE = "late"
    MISSED = "missed"
    OPEN = "open"


class Window(NamedTuple):
    """A window with the last day on which a check-in is on time."""

    due: date
    beat: Beat


def rhythm(
    report: KeyResultReport, series: Series, now: date, team: Team, check_ins: CheckIns
) -> list[Window]:
    """Give the windows of a key result that have begun, the oldest first.

    They begin when the history first had it, where that is later than its start. Where it is
    finished, those after its last check-in are left out: nobody waited for more.
    """
    said = [each.date for each in series.check_ins]
    time = _counted(report, series)
    until = max(said, default=time.start) if report.finished else now
    return windows(said, time, min(until, now), team, check_ins)


def settled(report: KeyResultReport, series: Series, team: Team, check_ins: CheckIns) -> date:
    """Give a day from which on the windows of a key result stay as they are, whatever the day.

    By then its time is over, and so is the grace after the last window.
    """
    time, every = _counted(report, series), every_days(team, check_ins)
    whole = max(check_ins.days_between(time.start, time.end) // every, 0)
    closed = check_ins.day_after(time.start, whole * every + check_ins.grace_days + 1)
    return max(report.time.end, closed)


def _counted(report: KeyResultReport, series: Series) -> Period:
    """Give the time that is cut into windows."""
    start = report.time.start
    return report.time._replace(start=max(start, series.began or start))


def windows(
    said: Iterable[date], time: Period, now: date, team: Team, check_ins: CheckIns
) -> list[Window]:
    """Give the windows of a time that have begun; `said` are the days of check-ins.

    A check-in may be the first in one window and the late one of the window before.
    """
    every, grace = every_days(team, check_ins), check_ins.grace_days
    counts = sorted(check_ins.days_between(time.start, day) for day in said)
    begun = -(-max(check_ins.days_between(time.start, now), 1) // every)
    whole = check_ins.days_between(time.start, time.end) // every
    here = check_ins.days_between(time.start, now)
    return [
        Window(
            check_ins.day_after(time.start, index * every),
            _beat(counts, (index - 1) * every, index * every, grace, here),
        )
        for index in range(1, min(begun, whole) + 1)
    ]


def _beat(counts: Sequence[int], after: int, due: int, grace: int, here: int) -> Beat:
    """Judge a window by the days on which check-ins came, all counted from the start.

    The first window also takes what came before it.
    """
    if any(after < count <= due or (after == 0 and count <= 0) for count in counts):
        return Beat.ON_TIME
    if any(due < count <= due + grace for count in counts):
        return Beat.LATE
    return Beat.OPEN if here <= due + grace else Beat.MISSED


def kept(windows: Iterable[Window]) -> tuple[int, int]:
    """Count the windows with a check-in on time, and all that are over."""
    over = [each.beat for each in windows if each.beat is not Beat.OPEN]
    return over.count(Beat.ON_TIME), len(over)
