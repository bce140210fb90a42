"""Progress is a fraction of a distance, whatever the units, the direction and the order."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from okrcli.analysis.progress.progress import (
    Reading,
    clamped,
    metric_progress,
    raw_progress,
    weighted_mean,
)
from okrcli.model.cycle import Period
from okrcli.model.key_result import KeyResult, Kind, Milestone

START = date(2026, 10, 1)
QUARTER = Period(START, date(2027, 1, 1))
NUMBERS = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False)
WEIGHTS = st.floats(min_value=1e-3, max_value=1e3)
DAYS = st.integers(min_value=-20, max_value=120).map(lambda days: START + timedelta(days=days))


@given(NUMBERS, NUMBERS)
def test_the_baseline_is_nothing_and_the_target_is_everything(
    baseline: float, target: float
) -> None:
    assume(baseline != target)
    assert metric_progress(baseline, baseline, target) == 0
    assert metric_progress(target, baseline, target) == 1


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_progress_grows_with_the_value_towards_the_target(
    baseline: float, target: float, one: float, other: float
) -> None:
    assume(baseline != target)
    nearer, farther = (max, min) if target > baseline else (min, max)
    near = metric_progress(nearer(one, other), baseline, target)
    far = metric_progress(farther(one, other), baseline, target)
    assert near is not None
    assert far is not None
    assert near >= far


@given(NUMBERS, NUMBERS, NUMBERS)
def test_growing_down_is_growing_up_in_a_mirror(
    value: float, baseline: float, target: float
) -> None:
    assume(baseline != target)
    assert metric_progress(-value, -baseline, -target) == metric_progress(value, baseline, target)


def test_a_target_equal_to_the_baseline_is_not_measured() -> None:
    assert metric_progress(5, 5.0, 5) is None
    assert metric_progress(3, None, 5) is None


def test_no_value_yet_is_no_progress() -> None:
    assert metric_progress(None, 10, 20) == 0


def test_more_than_the_target_is_shown_and_clamped_only_in_means() -> None:
    progress = metric_progress(112, 0, 100)
    assert progress == pytest.approx(1.12)
    assert clamped(1.12) == 1
    assert clamped(-0.3) == 0


@given(
    st.lists(st.tuples(st.floats(min_value=0, max_value=1), WEIGHTS), min_size=1),
    st.floats(min_value=0.01, max_value=100),
)
def test_weights_are_relative_and_the_mean_is_between_its_parts(
    pairs: list[tuple[float, float]], scale: float
) -> None:
    mean = weighted_mean(pairs)
    scaled = weighted_mean((value, weight * scale) for value, weight in pairs)
    assert mean is not None
    assert scaled == pytest.approx(mean, abs=1e-9)
    assert (
        min(value for value, _ in pairs) - 1e-9 <= mean <= max(value for value, _ in pairs) + 1e-9
    )
    assert weighted_mean(reversed(pairs)) == pytest.approx(mean, abs=1e-9)


def test_a_mean_over_nothing_is_not_measured() -> None:
    assert weighted_mean([]) is None


@given(st.lists(st.tuples(WEIGHTS, st.booleans()), min_size=1))
def test_milestones_grow_by_finished_weight(steps: list[tuple[float, bool]]) -> None:
    milestones = [
        Milestone(str(n), weight=weight, done=done) for n, (weight, done) in enumerate(steps)
    ]
    share = KeyResult("kr", kind=Kind.MILESTONES, milestones=milestones).share_done
    assert share is not None
    assert 0 <= share <= 1 + 1e-9
    assert (share == 0) == (not any(done for _, done in steps))
    assert (share == pytest.approx(1)) == all(done for _, done in steps) or 0 < share < 1


@given(st.lists(st.tuples(DAYS, NUMBERS)), DAYS)
def test_the_share_of_kept_time_is_a_share(readings: list[tuple[date, float]], now: date) -> None:
    bound = KeyResult(
        "kr", kind=Kind.MAINTAIN, at_least=0, current=readings[-1][1] if readings else None
    )
    progress = raw_progress(bound, [Reading(*reading) for reading in readings], QUARTER, now)
    assert progress is not None
    assert 0 <= progress <= 1


@given(st.lists(st.tuples(DAYS, NUMBERS), unique_by=lambda reading: reading[0]), DAYS, st.randoms())
def test_for_a_bound_the_days_decide_and_not_the_order(
    readings: list[tuple[date, float]], now: date, random: object
) -> None:
    bound = KeyResult("kr", kind=Kind.MAINTAIN, at_most=10, current=5)
    ordered = [Reading(*reading) for reading in readings]
    shuffled = list(ordered)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert raw_progress(bound, ordered, QUARTER, now) == raw_progress(bound, shuffled, QUARTER, now)


def test_a_value_holds_until_the_next_one() -> None:
    bound = KeyResult("kr", kind=Kind.MAINTAIN, at_least=99, current=99)
    readings = [
        Reading(date(2026, 9, 20), 100),  # before the start: holds from the first day on
        Reading(date(2026, 10, 11), 98),
        Reading(date(2026, 10, 16), 99),  # the bound itself counts as kept
    ]
    assert raw_progress(bound, readings, QUARTER, date(2026, 10, 21)) == pytest.approx(15 / 20)


def test_without_a_record_the_present_value_decides() -> None:
    bound = KeyResult("kr", kind=Kind.MAINTAIN, at_least=99)
    assert raw_progress(bound, [], QUARTER, START) == 0
    assert raw_progress(bound._replace(current=99), [], QUARTER, START) == 1
    assert raw_progress(bound._replace(current=98.9), [], QUARTER, START) == 0
