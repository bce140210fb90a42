"""Expected progress follows the plan, where there is one, and time, where there is none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.progress.expected import expected_progress
from okrcli.model.cycle import Period
from okrcli.model.key_result import KeyResult, Kind, Milestone, PlanPoint
from okrcli.model.settings import Settings

START, END = date(2026, 10, 1), date(2027, 1, 1)
QUARTER = Period(START, END)
METRIC = KeyResult("kr", baseline=0, target=100)
DAYS = st.integers(min_value=-30, max_value=150).map(lambda days: START + timedelta(days=days))
VALUES = st.floats(min_value=0, max_value=100)


def expected(key_result: KeyResult, now: date, success: float = 1.0) -> float:
    return expected_progress(key_result, QUARTER, now, Settings(), success)


def test_without_a_plan_time_is_the_plan() -> None:
    assert expected(METRIC, date(2026, 11, 22)) == pytest.approx(52 / 92)
    assert expected(METRIC, date(2026, 9, 1)) == 0
    assert expected(METRIC, END) == 1


def test_a_stretch_is_expected_to_come_seven_tenths_of_the_way() -> None:
    assert expected(METRIC, date(2026, 11, 22), success=0.7) == pytest.approx(0.7 * 52 / 92)


@given(st.lists(st.tuples(DAYS, VALUES), max_size=4), st.sampled_from([0.7, 1.0]))
def test_a_plan_begins_at_nothing_and_ends_at_success(
    plan: list[tuple[date, float]], success: float
) -> None:
    key_result = METRIC._replace(plan=[PlanPoint(*point) for point in plan])
    assert expected(key_result, START, success) == 0
    assert expected(key_result, END, success) == pytest.approx(success)


@given(st.lists(st.tuples(DAYS, VALUES), max_size=4, unique_by=lambda point: point[0]), DAYS, DAYS)
def test_a_plan_that_only_grows_is_expected_to_grow(
    plan: list[tuple[date, float]], one: date, other: date
) -> None:
    growing = zip(sorted(day for day, _ in plan), sorted(value for _, value in plan), strict=True)
    key_result = METRIC._replace(plan=[PlanPoint(*point) for point in growing])
    assert expected(key_result, min(one, other)) <= expected(key_result, max(one, other)) + 1e-9


def test_a_planned_value_is_due_at_the_end_of_its_day() -> None:
    key_result = METRIC._replace(plan=[PlanPoint(date(2026, 11, 14), 20)])
    assert expected(key_result, date(2026, 11, 15)) == pytest.approx(0.2)
    assert expected(key_result, date(2026, 10, 23)) == pytest.approx(0.2 * 22 / 45)
    assert expected(key_result, date(2026, 12, 1)) == pytest.approx(0.2 + 0.8 * 16 / 47)


def test_a_planned_value_outside_the_time_is_ignored() -> None:
    key_result = METRIC._replace(
        plan=[PlanPoint(date(2026, 9, 30), 50), PlanPoint(date(2027, 1, 1), 10)]
    )
    assert expected(key_result, date(2026, 11, 22)) == pytest.approx(52 / 92)


def test_milestones_are_expected_when_their_day_and_the_grace_are_over() -> None:
    milestones = [
        Milestone("first", due=date(2026, 10, 31)),
        Milestone("second", due=date(2026, 11, 30), weight=2),
        Milestone("third"),
    ]
    key_result = KeyResult("kr", kind=Kind.MILESTONES, milestones=milestones)
    assert expected(key_result, date(2026, 11, 3)) == 0
    assert expected(key_result, date(2026, 11, 4)) == pytest.approx(1 / 4)
    assert expected(key_result, date(2026, 12, 4)) == pytest.approx(3 / 4)
    assert expected(key_result, END, success=0.7) == pytest.approx(0.7)


def test_milestones_without_days_follow_time() -> None:
    key_result = KeyResult("kr", kind=Kind.MILESTONES, milestones=[Milestone("one")])
    assert expected(key_result, date(2026, 11, 22)) == pytest.approx(52 / 92)


def test_a_bound_is_expected_to_be_kept() -> None:
    bound = KeyResult("kr", kind=Kind.MAINTAIN, at_least=99)
    assert expected(bound, date(2026, 11, 22), success=0.7) == 0.95
    assert expected(bound._replace(kept=0.9), START) == 0.9
