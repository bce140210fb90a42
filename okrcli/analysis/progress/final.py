"""Final numbers: what the values in a file alone say of an end, without a history."""

from okrcli.analysis.progress.progress import (
    clamped,
    metric_progress,
    point_progress,
    weighted_mean,
)
from okrcli.model.key_result import KeyResult, Kind
from okrcli.model.objective import Objective


def final_progress(key_result: KeyResult) -> float | None:
    """Give the raw progress by its last value; None where it is not measured.

    A bound is kept or not: for how long, only the history knows.
    """
    value = key_result.value_as(key_result.kind)
    match key_result.kind:
        case Kind.METRIC:
            return metric_progress(value, key_result.baseline, key_result.target)
        case Kind.MAINTAIN if value is None:
            return 0.0
    return None if value is None else point_progress(key_result, value)


def final_mean(objective: Objective) -> float | None:
    """Give the weighted mean over its measured key results that were not given up."""
    counted = (each for each in objective.key_results if not (each.close and each.close.drops))
    known = ((final_progress(each), each.weight) for each in counted)
    return weighted_mean((clamped(value), weight) for value, weight in known if value is not None)
