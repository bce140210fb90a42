"""What was meant by a value that is nearly right."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.store.remedies import cycle_name, iso_day, remedy, slug


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15.11.2026", "2026-11-15"),
        ("5. 1. 2026", "2026-01-05"),
        ("15/11/2026", "2026-11-15"),
        ("11/15/2026", "2026-11-15"),
        ("2026/11/15", "2026-11-15"),
        ("2026.11.15", "2026-11-15"),
        ("2026-1-5", "2026-01-05"),
        ("2026-11-15T09:00", "2026-11-15"),
        ("01/02/2026", None),
        ("31.02.2026", None),
        ("next week", None),
    ],
)
def test_a_day_in_a_local_habit_is_found_where_it_is_certain(text: str, day: str | None) -> None:
    assert iso_day(text) == day


@pytest.mark.parametrize(
    ("text", "cycle"),
    [
        ("Q4 2026", "2026-Q4"),
        ("Q4/2026", "2026-Q4"),
        ("2026Q4", "2026-Q4"),
        ("2026-q4", "2026-Q4"),
        ("H2 2026", "2026-H2"),
        ("FY2026", "2026"),
        ("November 2026", "2026-11"),
        ("2026/3", "2026-03"),
        ("2026/13", None),
        ("this quarter", None),
    ],
)
def test_a_cycle_in_a_local_habit_is_found(text: str, cycle: str | None) -> None:
    assert cycle_name(text) == cycle


def test_a_title_becomes_an_id() -> None:
    assert slug("New Shops, Fast!") == "new-shops-fast"
    assert slug("2026") is None


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("45", "write 45 without quotes"),
        ("1 000", "write 1000"),
        ("1,234,567.5", "write 1234567.5"),
        ("36,5", "write 36.5"),
        ("5 hours", 'write 5 and `unit: "hours"`'),
        ("10 %", 'write 10 and `unit: "%"`'),
        ("10l", 'write 10 and `unit: "l"`'),
        ("$12", 'write 12 and `unit: "$"`'),
        ("12k", 'write 12000, or 12 and `unit: "k"`'),
        ("1.2 million", 'write 1200000, or 1.2 and `unit: "million"`'),
        ("8oo", "did you mean 800?"),
        ("l0,5", "did you mean 10.5?"),
        ("1.000", "write 1000, or 1: a point is before decimals"),
        ("1.000.000", "write 1000000"),
        ("1.000,50", "write 1000.50"),
        ("1e3", "write 1000"),
        ("1½", "write 1.5"),
        ("~80", "write 80"),
        ("<= 80 ms", 'write 80 and `unit: "ms"`'),
        (">= 80", "write 80; a bound that has to hold all the time is `at_least: 80`"),
        ("≤80", "write 80; a bound that has to hold all the time is `at_most: 80`"),
        ("lol", None),
        ("about 5", None),
        (True, None),
    ],
)
def test_a_number_with_something_around_it_is_found(value: object, hint: str | None) -> None:
    assert remedy("target", "a number", value) == hint


def test_a_bound_is_told_only_of_a_target() -> None:
    assert remedy("at_least", "a number", ">= 80") == "write 80"


def test_a_truth_value_is_found() -> None:
    assert remedy("draft", "true or false", "on") == "write true"
    assert remedy("draft", "true or false", 0) == "write false"
    assert remedy("draft", "true or false", "perhaps") is None


def test_a_long_text_costs_no_time() -> None:
    start = time.perf_counter()
    for expected in ("a number", "a date (YYYY-MM-DD)", "a belief from", "a cycle such", "a list"):
        remedy("target", expected, f"1{' ' * 200_000}x1")
    assert time.perf_counter() - start < 1


EXPECTED = st.sampled_from(
    [
        "a number",
        "a number, or `unknown`",
        "a number from 0 to 1",
        "a whole number from 1",
        "a belief from 0 to 1",
        "a date (YYYY-MM-DD)",
        "a cycle such as",
        "an id (",
        "text",
        "true or false",
        "false, true or",
        "`committed` or",
        "a list",
        "a mapping of fields",
    ]
)
VALUES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers())
)


@given(EXPECTED, VALUES)
def test_any_value_gets_a_short_hint_or_none(expected: str, value: object) -> None:
    hint = remedy("field", expected, value)
    assert hint is None or 0 < len(hint) < 500
