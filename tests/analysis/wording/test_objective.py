"""What is said against an objective is said in the user's own words."""

import pytest

from okrcli.analysis.wording.objective import (
    Parts,
    deliverable,
    goals_joined,
    is_business_as_usual,
    is_vague,
    number_in,
    too_long,
)
from okrcli.analysis.wording.title import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Increase revenue by 20%", "20%"),
        ("Double our revenue", "Double our revenue"),
        ("Double the joy of riding", None),
        ("Become the #1 name in dishwashers", None),
        ("Two cultures become one company", None),
        ("Half the town knows us", None),
        ("Help millions of people", None),
    ],
)
def test_numbers(text: str, words: str | None) -> None:
    assert number_in(read(text)) == words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We will grow revenue and cut costs", ("grow revenue", "cut costs")),
        ("Delight guests, increase our margin", ("Delight guests", "increase our margin")),
        ("Attract and keep the best nurses", None),
        ("Turn visitors into fans and keep them", None),
        ("Create a place where people learn and improve things", None),
        ("Grow revenue and profits", None),
        ("Better service and lower prices for all", None),
    ],
)
def test_joined_goals(text: str, parts: tuple[str, str] | None) -> None:
    assert goals_joined(read(text)) == (Parts(*parts) if parts else None)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Launch the new app", "the new app"),
        ("Launch of the new app", "the new app"),
        ("We will quickly set up a data warehouse", "a data warehouse"),
        ("Website redesign", "Website redesign"),
        ("Launch an app that commuters love", None),
        ("Launch the new app to delight commuters", None),
        ("Build trust in our brand", None),
        ("Release day is as dull as any other day", None),
        ("Pilot bookings win back the trust of operators", None),
        ("Launch", None),
    ],
)
def test_tasks(text: str, thing: str | None) -> None:
    assert deliverable(read(text)) == thing


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("Improve", True),
        ("Sell more", True),
        ("More sales", True),
        ("Improve overall team performance in Q4", True),
        ("Marketing", True),
        ("Improve the first ride", False),
        ("Make commuters happy", False),
        ("", False),
    ],
)
def test_vague(text: str, *, vague: bool) -> None:
    assert is_vague(read(text)) is vague


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("Maintain our standards", True),
        ("Support the sales team", True),
        ("Support is where people fall in love with us", False),
        ("Support tickets surprise nobody", False),
        ("Keep", False),
    ],
)
def test_business_as_usual(text: str, *, usual: bool) -> None:
    assert is_business_as_usual(read(text)) is usual


def test_length_goes_by_words_and_by_letters() -> None:
    assert not too_long(read("word " * 18))
    assert too_long(read("word " * 19))
    assert too_long(read("w" * 201))
