"""Which cycle a report is of."""

from okrcli.analysis.cycle.cycle_choice import begun_last, ending_first, up_to
from tests.analysis.load_cases import cycles


def test_a_quarter_is_reviewed_before_its_year() -> None:
    found = ending_first(cycles("2026", "2026-Q3"))
    assert found is not None
    assert found.name == "2026-Q3"


def test_what_closes_is_reviewed_before_what_has_just_begun() -> None:
    assert [ending_first(cycles("2026-Q4", "2026-Q3"))] == cycles("2026-Q3")


def test_what_began_last_is_announced_the_shorter_first() -> None:
    assert [begun_last(cycles("2026", "2026-Q1"))] == cycles("2026-Q1")


def test_of_no_cycle_none_is_chosen() -> None:
    assert ending_first([]) is None
    assert begun_last([]) is None


def test_a_cycle_is_compared_with_those_before_it_that_are_as_long() -> None:
    every = cycles("2026", "2026-Q3", "2026-H1", "2026-Q4", "2026-Q2", "2027-Q1")
    (last,) = cycles("2026-Q4")
    assert [each.name for each in up_to(last, every)] == ["2026-Q2", "2026-Q3", "2026-Q4"]
