"""Title and fields contradict one another, or only seem to."""

import pytest

from okrcli.analysis.wording.contradiction import differ, ends, wrong_way
from okrcli.analysis.wording.title import read


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("Reduce churn from 5% to 3%", 5, 3),
        ("Users up from 2,000 to 3,000 a day", 2000, 3000),
        ("Increase NPS to 60", None, 60),
        ("Time from the first to the last click", None, None),
        ("Answer in 2 to 4 hours", None, None),
        ("Grow from X to Y", None, None),
        ("Listen to 12 riders", None, None),
        ("Raise the share of riders", None, None),
    ],
)
def test_the_ends_that_a_title_names(text: str, begin: float | None, end: float | None) -> None:
    found = ends(read(text))
    assert tuple(each.value if each else None for each in found) == (begin, end)


@pytest.mark.parametrize(
    ("text", "value", "differs"),
    [
        ("to 45%", 45, False),
        ("to 45%", 0.45, False),
        ("to €2M", 2_000_000, False),
        ("to 2,000", 2, False),
        ("to 45%", 54, True),
        ("to 0", 0, False),
        ("to 0", 3, True),
        ("to 45%", None, False),
    ],
)
def test_other_units_are_no_other_numbers(text: str, value: float | None, *, differs: bool) -> None:
    assert differ(ends(read(f"Grow {text}")).end, value) is differs


@pytest.mark.parametrize(
    ("text", "baseline", "target", "unit", "verb"),
    [
        ("Raise the share of guests", 62, 48, "%", "Raise"),
        ("Reduce returns", 3, 5, "%", "Reduce"),
        ("Reduce returns", 5, 3, "%", None),
        ("Reduce paper", 0, 30, "% less", None),
        ("Reduce paper", 0, 30, "%", None),
        ("Increase speed", 9, 4, "minutes", None),
        ("Increase safety", 9, 4, "errors", None),
        ("Improve the share of guests", 62, 48, "%", None),
    ],
)
def test_the_direction(
    text: str, baseline: float, target: float, unit: str, verb: str | None
) -> None:
    assert wrong_way(read(text), baseline, target, unit) == verb
