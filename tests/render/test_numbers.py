"""Numbers are short, and rounding never flatters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.numbers import exact, number, out_of_ten, percent, with_unit


@pytest.mark.parametrize(
    ("fraction", "written"),
    [
        (0.0, "0%"),
        (-0.0, "0%"),
        (-0.004, "0%"),
        (0.3928, "39%"),
        (0.005, "1%"),
        (0.996, "99%"),
        (1 - 1e-12, "100%"),
        (1.0, "100%"),
        (1.12, "112%"),
        (-0.5, "-50%"),
        (10.0, ">999%"),
        (-3.0, "<-99%"),
        (float("inf"), ">999%"),
    ],
)
def test_a_fraction_is_whole_percent_and_never_rounded_up_to_done(
    fraction: float, written: str
) -> None:
    assert percent(fraction) == written


@given(st.floats(allow_nan=False))
def test_a_percentage_takes_at_most_five_cells(fraction: float) -> None:
    assert len(percent(fraction)) <= 5


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (45.0, "45"),
        (-5.0, "-5"),
        (36.5, "36.5"),
        (99.95, "99.95"),
        (1.2e-7, "1.2e-07"),
        (999_999.0, "999999"),
        (2_500_000.0, "2.5M"),
        (-61e6, "-61M"),
        (7.25e9, "7.25B"),
        (3e12, "3T"),
        (1e300, "1e+300"),
    ],
)
def test_a_number_is_short(value: float, written: str) -> None:
    assert number(value) == written


@given(st.floats(allow_nan=False))
def test_a_number_never_takes_more_than_thirteen_cells(value: float) -> None:
    assert len(number(value)) <= 13


@pytest.mark.parametrize(
    ("unit", "written"), [("%", "45%"), ("ms", "45 ms"), (None, "45"), ("", "45")]
)
def test_a_unit_follows_its_number(unit: str | None, written: str) -> None:
    assert with_unit(45.0, unit) == written


@pytest.mark.parametrize(
    ("fraction", "written"),
    [(0.6, "6/10"), (0.7, "7/10"), (0.0, "0/10"), (1.0, "10/10"), (0.65, "65%")],
)
def test_confidence_is_said_out_of_ten(fraction: float, written: str) -> None:
    assert out_of_ten(fraction) == written


def test_only_a_whole_number_below_1e15_becomes_an_integer() -> None:
    assert [repr(exact(value)) for value in (31.0, 36.5, -0.0, 1e16)] == [
        "31",
        "36.5",
        "0",
        "1e+16",
    ]
    assert repr(exact(float("inf"))) == "inf"
