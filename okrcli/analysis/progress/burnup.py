"""Burn-up: how something came on over its time, beside how it should have."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from okrcli.analysis.progress.expected import expected_progress
from okrcli.analysis.progress.progress import (
    Reading,
    clamped,
    metric_progress,
    point_progress,
    raw_progress,
    weighted_mean,
)
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport, Status
from okrcli.analysis.progress.status import Frame
from okrcli.model.cycle import Period
from okrcli.model.key_result import SLACK, Kind

Line = Sequence[tuple[date, float]]


class Level(NamedTuple):
    """A height that has a name: its value, in the key result's unit."""

    height: float
    value: float


class BurnUp(NamedTuple):
    """The heights of a chart over the days of `time`.

    `points` are what was measured, `guides` what was expected, or the bounds to keep. A height is
    progress (0: baseline, 1: target), or the value itself where `by_value`. `stepped` is what
    stays as it is until the next point, and does not come on between two.
    """

    time: Period
    now: date
    points: Line
    guides: Sequence[Line]
    levels: Sequence[Level] = ()
    by_value: bool = False
    stepped: bool = False


def burn_up(report: KeyResultReport, frame: Frame) -> BurnUp:
    """Draw a key result: its progress, or its value where that says more or is all there is."""
    time, key_result = report.time, report.key_result
    if report.progress is None or key_result.kind is Kind.MAINTAIN:
        bounds = [each for each in (key_result.at_least, key_result.at_most) if each is not None]
        return BurnUp(
            time,
            frame.now,
            points=[(point.date, point.value) for point in report.trend],
            guides=[((time.start, bound), (time.end, bound)) for bound in bounds],
            levels=[Level(bound, bound) for bound in bounds],
            by_value=True,
            stepped=key_result.kind is Kind.MAINTAIN,
        )
    return BurnUp(
        time,
        frame.now,
        points=[(each.date, each.progress) for each in report.trend if each.progress is not None],
        guides=[_by_day(time, lambda day: _expected(report, frame, day))],
        levels=list(_levels(report)),
        stepped=key_result.kind is not Kind.METRIC,
    )


def objective_burn_up(report: ObjectiveReport, frame: Frame) -> BurnUp:
    """Draw an objective: the mean of its key results, on each day on which one was measured."""
    counted = in_the_mean(report)
    time = report.cycle.period
    days = sorted({point.date for each in counted for point in each.trend})
    points = [(day, reached_on(counted, day)) for day in days if day < frame.now]
    if days and report.progress is not None:
        points.append((min(frame.now, time.end), report.progress))
    guides = [_by_day(time, lambda day: expected_on(counted, frame, day))] if counted else []
    return BurnUp(time, frame.now, points, guides)


def in_the_mean(report: ObjectiveReport) -> Sequence[KeyResultReport]:
    """Give the key results that an objective's mean is of."""
    return [
        each
        for each in report.key_results
        if each.progress is not None and each.status is not Status.DROPPED
    ]


def reached_on(counted: Sequence[KeyResultReport], day: date) -> float:
    """Give the mean of some key results by what was measured up to a day."""
    return _mean((clamped(_progress_on(each, day)), each) for each in counted)


def expected_on(counted: Sequence[KeyResultReport], frame: Frame, day: date) -> float:
    """Give the mean that some key results of an objective were expected to have on a day."""
    return _mean((_expected(each, frame, day), each) for each in counted)


def _mean(heights: Iterator[tuple[float, KeyResultReport]]) -> float:
    return weighted_mean((height, each.key_result.weight) for height, each in heights) or 0.0


def _progress_on(report: KeyResultReport, day: date) -> float:
    """Give the progress that a key result had by the points up to a day."""
    known = [point for point in report.trend if point.date <= day]
    if not known:
        return 0.0
    key_result = report.key_result
    if key_result.kind is not Kind.MAINTAIN:
        return point_progress(key_result, known[-1].value) or 0.0
    readings = [Reading(point.date, point.value) for point in known]
    then = key_result._replace(current=known[-1].value)
    return raw_progress(then, readings, report.time, day) or 0.0


def _expected(report: KeyResultReport, frame: Frame, day: date) -> float:
    return expected_progress(report.key_result, report.time, day, frame.settings, frame.success)


def _by_day(time: Period, height: Callable[[date], float]) -> Line:
    """Give the heights of all days of a time by the ends of the straight lines between them."""
    days = [time.start + timedelta(days=count) for count in range(time.days + 1)]
    heights = [height(day) for day in days]
    return [
        (day, heights[place])
        for place, day in enumerate(days)
        if place in {0, len(days) - 1} or _bends(*heights[place - 1 : place + 2])
    ]


def _bends(before: float, here: float, after: float) -> bool:
    return abs((after - here) - (here - before)) > SLACK


def _levels(report: KeyResultReport) -> Iterator[Level]:
    """Yield baseline and target, and the first target where that was another one."""
    key_result = report.key_result
    if key_result.kind is not Kind.METRIC:
        return
    values = (key_result.baseline, key_result.target, report.original_target)
    for value in dict.fromkeys(value for value in values if value is not None):
        height = metric_progress(value, key_result.baseline, key_result.target)
        if height is not None:
            yield Level(height, value)
