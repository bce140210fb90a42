"""Forecast: where a trend leads by the end."""

from collections.abc import Iterable, Sequence
from datetime import date

from okrcli.model.cycle import Period

_DAYS_NEEDED = 4


def theil_sen(points: Sequence[tuple[date, float]], time: Period) -> float | None:
    """Give the height at the period's end of a robust line through (day, progress) points.

    The slope is the median of the slopes of all pairs of points on different days (Theil 1950,
    Sen 1968), the intercept the median of what the points leave over it. Points outside the period
    do not count; None with fewer than four different days.
    """
    start, end = time
    inside = [((day - start).days, height) for day, height in points if start <= day < end]
    if len({day for day, _ in inside}) < _DAYS_NEEDED:
        return None
    slope = _median(
        (height - other_height) / (day - other_day)
        for place, (day, height) in enumerate(inside)
        for other_day, other_height in inside[:place]
        if day != other_day
    )
    intercept = _median(height - slope * day for day, height in inside)
    return intercept + slope * time.days


def _median(values: Iterable[float]) -> float:
    """Give the middle value, or the mean of the two (`statistics` takes longer to import)."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2
