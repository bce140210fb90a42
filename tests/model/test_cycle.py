"""Cycles: years, halves, quarters and months, also those of a fiscal year, and named ones."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.cycle import Calendar, Cycle, Period

YEARS = st.integers(min_value=1970, max_value=9000)
MONTHS = st.integers(min_value=1, max_value=12)


def cycle(name: str, starts: int = 1) -> Cycle:
    found = Calendar(starts).cycle(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "starts", "first", "last"),
    [
        ("2026", 1, "2026-01-01", "2026-12-31"),
        ("2026-H2", 1, "2026-07-01", "2026-12-31"),
        ("2026-Q4", 1, "2026-10-01", "2026-12-31"),
        ("2028-02", 1, "2028-02-01", "2028-02-29"),
        ("2026", 4, "2026-04-01", "2027-03-31"),
        ("2026-Q1", 4, "2026-04-01", "2026-06-30"),
        ("2026-Q4", 4, "2027-01-01", "2027-03-31"),
        ("2026-H2", 10, "2027-04-01", "2027-09-30"),
        ("2026-11", 4, "2026-11-01", "2026-11-30"),
    ],
)
def test_a_name_says_its_days(name: str, starts: int, first: str, last: str) -> None:
    found = cycle(name, starts)
    assert (found.start.isoformat(), found.period.last_day.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "name",
    ["Q4", "2026-Q5", "2026-H3", "2026-00", "2026-13", "26", "2026-Q4 ", "2026/Q4", "", "9999"],
)
def test_other_names_are_no_cycles(name: str) -> None:
    assert Calendar().cycle(name) is None


@given(YEARS, MONTHS)
def test_a_year_is_exactly_its_halves_and_its_quarters(year: int, starts: int) -> None:
    whole = cycle(f"{year}", starts)
    for names in (("H1", "H2"), ("Q1", "Q2", "Q3", "Q4")):
        parts = [cycle(f"{year}-{name}", starts) for name in names]
        assert parts[0].start == whole.start
        assert parts[-1].end == whole.end
        assert all(one.end == other.start for one, other in pairwise(parts))
        assert all(whole.contains(part) and not part.contains(whole) for part in parts)


@given(YEARS, MONTHS)
def test_the_years_follow_one_another_without_a_gap(year: int, starts: int) -> None:
    assert cycle(f"{year}", starts).end == cycle(f"{year + 1}", starts).start
    assert cycle(f"{year}", starts).period.days in {365, 366}


def test_nothing_contains_itself() -> None:
    assert not cycle("2026").contains(cycle("2026"))


def test_a_named_cycle_is_what_the_settings_say() -> None:
    launch = Period(date(2026, 11, 2), date(2026, 12, 19))
    calendar = Calendar(named={"launch": launch})
    assert calendar.cycle("launch") == Cycle("launch", launch)
    assert calendar.cycle("lunch") is None


@given(st.integers(min_value=-400, max_value=800))
def test_elapsed_is_a_share_that_only_grows(days: int) -> None:
    period = cycle("2026").period
    now = date(2026, 1, 1) + timedelta(days=days)
    assert 0 <= period.elapsed(now) <= period.elapsed(now + timedelta(days=1)) <= 1
    assert (period.elapsed(now) == 1) == (now >= period.end)


def test_a_period_turned_round_does_not_divide_by_nothing() -> None:
    backwards = Period(date(2026, 5, 1), date(2026, 4, 1))
    assert [backwards.elapsed(date(2026, month, 1)) for month in (3, 4, 5)] == [0, 1, 1]
    empty = Period(date(2026, 5, 1), date(2026, 5, 1))
    assert [empty.elapsed(date(2026, month, 1)) for month in (4, 5)] == [0, 1]
