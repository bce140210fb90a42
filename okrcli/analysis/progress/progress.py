"""Progress: how far a value has come, as a raw fraction (semantics: docs/numbers.md)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from okrcli.model.cycle import Period
from okrcli.model.key_result import KeyResult, Kind


class Reading(NamedTuple):
    """A value and the day from which on it holds."""

    date: date
    value: float


def metric_progress(
    value: float | None, baseline: float | None, target: float | None
) -> float | None:
    """Give (value - baseline) / (target - baseline), growing up or down alike.

    No value yet is no progress; without a baseline, a target or a distance it is not measured.
    """
    if baseline is None or target is None or baseline == target:
        return None
    return 0.0 if value is None else (value - baseline) / (target - baseline)


def point_progress(key_result: KeyResult, value: float) -> float | None:
    """Give the progress of one value of the past by what is promised today."""
    return height(key_result)(value)


def height(key_result: KeyResult) -> Callable[[float], float | None]:
    """Give what tells the progress of values of the past by what is promised today."""
    match key_result.kind:
        case Kind.METRIC:
            baseline, target = key_result.baseline, key_result.target
            return lambda value: metric_progress(value, baseline, target)
        case Kind.MAINTAIN:
            return lambda value: float(key_result.keeps_bound(value))
        case _:
            return lambda value: value


def raw_progress(
    key_result: KeyResult, readings: Sequence[Reading], time: Period, now: date
) -> float | None:
    """Give a key result's progress, unclamped; None where it is not measured."""
    match key_result.kind:
        case Kind.METRIC:
            return metric_progress(key_result.current, key_result.baseline, key_result.target)
        case Kind.MAINTAIN:
            return _share_kept(key_result, readings, time, now)
        case _:
            return key_result.value_as(key_result.kind)


def _share_kept(
    key_result: KeyResult, readings: Sequence[Reading], time: Period, now: date
) -> float:
    """Give the share of the recorded days on which the value kept its bound.

    Each value holds until the next one's day; the record runs from the first value, not before the
    start, to now, not after the end.
    """
    ordered = sorted(readings, key=lambda reading: reading.date)
    until = min(now, time.end)
    since = max(ordered[0].date, time.start) if ordered else until
    if since >= until:
        current = key_result.current
        return float(current is not None and key_result.keeps_bound(current))
    ends = [*(reading.date for reading in ordered[1:]), until]
    kept = sum(
        max(0, (min(end, until) - max(reading.date, since)).days)
        for reading, end in zip(ordered, ends, strict=True)
        if key_result.keeps_bound(reading.value)
    )
    return kept / (until - since).days


def clamped(progress: float) -> float:
    """Bring a raw progress into 0..1, as every mean takes it."""
    return min(max(progress, 0.0), 1.0)


def weighted_mean(values: Iterable[tuple[float, float]]) -> float | None:
    """Give the mean of (value, weight) pairs; None over nothing."""
    pairs = list(values)
    total = sum(weight for _, weight in pairs)
    return sum(value * weight for value, weight in pairs) / total if pairs else None


def mean(values: Iterable[float]) -> float | None:
    """Give the plain mean; None over nothing."""
    return weighted_mean((value, 1.0) for value in values)
