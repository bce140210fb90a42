"""The burn-up of a team: the plain mean of its objectives, week by week."""

from collections.abc import Sequence
from datetime import date, timedelta

from okrcli.analysis.progress.burnup import BurnUp, expected_on, in_the_mean, reached_on
from okrcli.analysis.progress.progress import mean
from okrcli.analysis.progress.report import ObjectiveReport, Status
from okrcli.analysis.progress.status import Frame
from okrcli.model.cycle import Cycle, Period
from okrcli.model.settings import Settings

_WEEK = timedelta(days=7)


def team_burn_up(
    reports: Sequence[ObjectiveReport], cycle: Cycle, now: date, settings: Settings
) -> BurnUp | None:
    """Draw the measured objectives of a cycle as one; None where there is nothing to draw.

    Points and guide have a height for every week, and the guide for the end, too.
    """
    measured = [
        (in_the_mean(each), Frame(each.objective, cycle, now, settings), each.progress)
        for each in reports
        if each.progress is not None and each.status is not Status.DROPPED
    ]
    if not measured or now <= cycle.start:
        return None
    until = min(now, cycle.end)
    points = [
        (day, mean(reached_on(counted, day) for counted, _, _ in measured) or 0.0)
        for day in _weeks(cycle.period, until)
    ]
    guide = [
        (day, mean(expected_on(counted, frame, day) for counted, frame, _ in measured) or 0.0)
        for day in sorted({*_weeks(cycle.period, cycle.end), until, cycle.end})
    ]
    last = (until, mean(progress for _, _, progress in measured) or 0.0)
    return BurnUp(cycle.period, now, [*points, last], [guide])


def _weeks(time: Period, until: date) -> list[date]:
    """Give the first day of each week of a time before a day."""
    return [time.start + number * _WEEK for number in range(-(-(until - time.start).days // 7))]
