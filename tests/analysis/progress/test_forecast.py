"""A forecast is a robust line: one wild value does not turn it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.progress.forecast import theil_sen
from okrcli.model.cycle import Period

START = date(2026, 10, 1)
QUARTER = Period(START, date(2027, 1, 1))
SLOPES = st.floats(min_value=-1, max_value=1)


def points(heights: dict[int, float]) -> list[tuple[date, float]]:
    return [(START + timedelta(days=day), height) for day, height in heights.items()]


@given(SLOPES, SLOPES, st.sets(st.integers(min_value=0, max_value=91), min_size=4))
def test_a_straight_trend_goes_on_straight(slope: float, height: float, days: set[int]) -> None:
    line = points({day: height + slope * day for day in days})
    assert theil_sen(line, QUARTER) == pytest.approx(height + slope * 92, abs=1e-6)


def test_one_wild_value_does_not_turn_it() -> None:
    heights = {day: day / 92 for day in range(0, 63, 7)}
    heights[28] = 9.0
    assert theil_sen(points(heights), QUARTER) == pytest.approx(1.0, abs=0.01)


def test_four_different_days_are_needed() -> None:
    three_days = points({0: 0.0, 7: 0.1, 14: 0.2})
    assert theil_sen([*three_days, *three_days], QUARTER) is None
    assert theil_sen([*three_days, (START + timedelta(days=21), 0.3)], QUARTER) is not None


def test_what_lies_outside_the_time_does_not_count() -> None:
    inside = points({0: 0.0, 7: 0.1, 14: 0.2, 21: 0.3})
    outside = points({-1: 5.0, 92: 9.0})
    assert theil_sen([*inside, *outside], QUARTER) == theil_sen(inside, QUARTER)
