"""The burn-up of a team: the plain mean of its objectives over the days of a cycle."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from okrcli.analysis.burnup import BurnUp, Line, objective_burn_up
from okrcli.analysis.progress import mean
from okrcli.analysis.report import ObjectiveReport, Status
from okrcli.analysis.status import Frame
from okrcli.model.cycle import Cycle
from okrcli.model.settings import Settings

_Height = Callable[[Line, date], float]


def team_burn_up(
    reports: Sequence[ObjectiveReport], cycle: Cycle, now: date, settings: Settings
) -> BurnUp | None:
    """Draw the measured objectives of a cycle as one; None where there is nothing to draw."""
    charts = [
        objective_burn_up(each, Frame(each.objective, each.cycle, now, settings))
        for each in reports
        if each.progress is not None and each.status is not Status.DROPPED
    ]
    if not any(each.points for each in charts):
        return None
    return BurnUp(
        cycle.period,
        now,
        _mean_line([each.points for each in charts], measured_by),
        [_mean_line([guide for each in charts for guide in each.guides], on_the_way)],
    )


def _mean_line(lines: Sequence[Line], height: _Height) -> Line:
    """Give the mean height on every day on which one of the lines has a point."""
    days = sorted({day for line in lines for day, _ in line})
    return [(day, mean(height(line, day) for line in lines) or 0.0) for day in days]


def measured_by(line: Line, day: date) -> float:
    """Give what was measured last; nothing was done before the first time."""
    known = [height for when, height in line if when <= day]
    return known[-1] if known else 0.0


def on_the_way(line: Line, day: date) -> float:
    """Give the height on the straight way between two points."""
    if day <= line[0][0]:
        return line[0][1]
    for (start, low), (end, high) in pairwise(line):
        if start <= day <= end:
            return low + (high - low) * (day - start).days / (end - start).days
    return line[-1][1]
