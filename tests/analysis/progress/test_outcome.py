"""Outcomes: scores, bands, what was promised at first, what is likely."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.progress.outcome import Band, Outcome, apart, band, outcome, tally
from okrcli.model.key_result import Close, KeyResult
from okrcli.model.series import Series
from tests.analysis.landscapes import DROP, goal, half, landscape


def _outcome(*key_results: KeyResult, **more: Any) -> Outcome:  # noqa: ANN401 - of any field
    found = landscape(goal("growth/a", key_results=key_results, **more))
    report = found.report(found.goals.objectives[0].key)
    assert report is not None
    return outcome(report)


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (1.0, Band.GREEN),
        (0.7, Band.GREEN),
        (0.699, Band.YELLOW),
        (0.4, Band.YELLOW),
        (0.0, Band.RED),
    ],
)
def test_a_score_has_a_band(score: float, expected: Band) -> None:
    assert band(score) is expected


def test_rounding_never_decides_about_a_band() -> None:
    assert band(0.1 * 7) is Band.GREEN


def test_a_score_set_by_hand_stands_beside_the_progress() -> None:
    found = _outcome(half(), close=Close("achieved", score=0.9, why="It works"))
    assert (found.score, found.by_hand, found.report.progress) == (0.9, True, 0.5)


def test_without_a_moved_target_there_is_no_other_progress() -> None:
    assert _outcome(half()).original is None


def test_first_targets_are_measured_against_where_one_was_moved() -> None:
    found = landscape(goal("growth/a", key_results=[half("one"), half("two")]))
    key = found.goals.objectives[0].key._replace(key_result="one")
    first = Series(original_baseline=0.0, original_target=20.0)
    goals = found.goals._replace(series={**found.goals.series, key: first})
    report = type(found)(goals).report(key)
    assert report is not None
    assert outcome(report).original == pytest.approx((0.25 + 0.5) / 2)


def test_what_was_dropped_is_in_no_mean() -> None:
    gone, kept = _outcome(half(), close=DROP), _outcome(half())
    assert tally([gone, kept]) == (1, 0, 0.5, {Band.YELLOW: 1})


def test_committed_and_stretch_are_counted_apart() -> None:
    firm, stretch = _outcome(half()), _outcome(half(), ambition="aspirational")
    assert [each.objectives for each in apart([firm, stretch, stretch])] == [1, 2]


@given(st.lists(st.floats(-1, 3), min_size=1, max_size=6))
def test_a_mean_score_is_between_0_and_1(values: list[float]) -> None:
    outcomes = [_outcome(half(current=value * 10)) for value in values]
    mean = tally(outcomes).score
    assert mean is not None
    assert 0 <= mean <= 1
