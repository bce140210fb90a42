"""What the values in a file alone say of an end."""

import pytest

from okrcli.analysis.progress.final import final_mean, final_progress
from okrcli.model.key_result import Close, KeyResult, Kind, Milestone
from okrcli.model.objective import Objective

METRIC = KeyResult("metric", baseline=31, target=45, current=38)
BOUND = KeyResult("bound", kind=Kind.MAINTAIN, at_least=99)
STEPS = KeyResult("steps", kind=Kind.MILESTONES)
ONCE = KeyResult("once", kind=Kind.BINARY, done=True)


@pytest.mark.parametrize(
    ("key_result", "progress"),
    [
        (METRIC, 0.5),
        (METRIC._replace(current=None), 0),
        (METRIC._replace(current=52), 1.5),
        (METRIC._replace(baseline=None), None),
        (BOUND, 0),
        (BOUND._replace(current=99), 1),
        (BOUND._replace(current=98.9), 0),
        (STEPS, None),
        (STEPS._replace(milestones=[Milestone("a", done=True), Milestone("b", weight=3)]), 0.25),
        (ONCE, 1),
        (ONCE._replace(done=False), 0),
    ],
)
def test_progress_by_the_last_value(key_result: KeyResult, progress: float | None) -> None:
    assert final_progress(key_result) == progress


def test_a_mean_leaves_out_what_was_given_up_or_not_measured() -> None:
    counted = (METRIC._replace(weight=3, current=52), ONCE._replace(done=False))
    left_out = (METRIC._replace(baseline=None), ONCE._replace(close=Close("drop")))
    assert final_mean(Objective("a", "t", "2026", key_results=(*counted, *left_out))) == 0.75
    assert final_mean(Objective("a", "t", "2026", key_results=left_out)) is None
