"""Named tuples come back from JSON as they were written, by the types of their fields."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import from_json, to_json

from okrcli.model.records import Records


class Colour(StrEnum):
    """An enumeration."""

    RED = "red"
    BLUE = "blue"


class Inner(NamedTuple):
    """A named tuple in another."""

    day: date | None
    done: bool | date = False
    colour: Colour | None = None


class Outer(NamedTuple):
    """Everything that a report is made of."""

    text: str
    number: float | None
    anything: object
    inner: Inner
    several: Sequence[Inner]
    line: Sequence[tuple[date, float]]
    lines: Sequence[Sequence[tuple[date, float]]]
    counts: Mapping[Colour, int]
    by_name: Mapping[str, Inner]


_DAYS = st.dates()
_INNER = st.builds(
    Inner,
    day=st.none() | _DAYS,
    done=st.booleans() | _DAYS,
    colour=st.none() | st.sampled_from(Colour),
)
_NUMBERS = st.floats(allow_nan=False)
_LINE = st.lists(st.tuples(_DAYS, _NUMBERS))
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
_OUTER = st.builds(
    Outer,
    text=_TEXTS,
    number=st.none() | _NUMBERS,
    anything=st.none() | st.integers(-9, 9) | _TEXTS | st.lists(_TEXTS),
    inner=_INNER,
    several=st.lists(_INNER),
    line=_LINE,
    lines=st.lists(_LINE),
    counts=st.dictionaries(st.sampled_from(Colour), st.integers(0, 9)),
    by_name=st.dictionaries(_TEXTS, _INNER),
)


def _back(outer: Outer, records: Records | None = None) -> Outer:
    packed = to_json(outer, inf_nan_mode="constants")
    return (records or Records()).read(Outer, from_json(packed))


@given(_OUTER)
def test_a_named_tuple_comes_back_as_it_was(outer: Outer) -> None:
    found = _back(outer)
    assert found == outer
    assert type(found) is Outer
    assert type(found.inner) is Inner
    assert all(type(each) is Inner for each in (*found.several, *found.by_name.values()))
    assert all(type(each) is Colour for each in found.counts)
    assert type(found.inner.colour) is type(outer.inner.colour)


def test_what_annotations_leave_open_is_said_for_a_class() -> None:
    inner = Inner(date(2026, 11, 22))
    records = Records({Inner: lambda each: each._replace(done=True)})
    outer = Outer("", None, "2026-11-22", inner, [inner], [], [], {}, {})
    found = _back(outer, records)
    assert found.anything == "2026-11-22"
    assert [found.inner, *found.several] == [inner._replace(done=True)] * 2
