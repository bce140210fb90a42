"""A trend in a few cells."""

from collections.abc import Sequence
from typing import TypeVar

from okrcli.analysis.progress.report import Point
from okrcli.model.key_result import Kind

_Item = TypeVar("_Item")
_LEAST_SPAN = 0.25  # so that a wobble of a few percent of progress looks like one


def sparkline(points: Sequence[Point], kind: Kind, width: int, heights: str) -> str:
    """Draw up to `width` points, picked evenly and the last one always; higher is better.

    Progress is drawn; values are where a bound is kept or where progress cannot be measured.
    """
    progress = [point.progress for point in points if point.progress is not None]
    if kind is Kind.MAINTAIN or len(progress) < len(points):
        return _draw([point.value for point in _pick(points, width)], heights, 0.0)
    return _draw(_pick(progress, width), heights, _LEAST_SPAN)


def _pick(items: Sequence[_Item], width: int) -> list[_Item]:
    count = min(len(items), width)
    return [items[(index + 1) * len(items) // count - 1] for index in range(count)]


def _draw(values: Sequence[float], heights: str, least_span: float) -> str:
    if not values:
        return ""
    low, high = min(values), max(values)
    span = max(high - low, least_span)
    if not 0 < span < float("inf"):
        return heights[len(heights) // 2] * len(values)
    floor = low / 2 + high / 2 - span / 2
    if least_span and low >= 0:
        floor = max(floor, 0.0)
    top = len(heights) - 1
    return "".join(heights[min(int((value - floor) / span * top + 0.5), top)] for value in values)
