"""A check-in as somebody says it becomes fields of a file."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.cycle.check_in import Fields, Saying, fields
from okrcli.errors import UsageError
from okrcli.model.key_result import KeyResult, Kind, Milestone

_TODAY = date(2026, 11, 22)
_METRIC = KeyResult("day7", unit="%", baseline=31.0, target=45.0, current=36.5)
_PLAN = KeyResult(
    "soc2",
    kind=Kind.MILESTONES,
    milestones=(
        Milestone("Gap analysis signed off", "gap"),
        Milestone("Gap closed", done=date(2026, 11, 1)),
        Milestone("Auditor's report received"),
    ),
)
_BINARY = KeyResult("spain", kind=Kind.BINARY)


def _fields(
    saying: Saying, key_result: KeyResult = _METRIC, written: Mapping[str, object] | None = None
) -> Fields:
    return fields(key_result, written or {"current": 36.5}, saying, _TODAY)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("38", "38"),
        ("36.50", None),
        ("38.50", "38.50"),
        ("-2", "-2"),
        ("\N{MINUS SIGN}2", "-2"),
        ("40%", "40"),
        (".5", "0.5"),
        ("1e3", "1E+3"),
    ],
)
def test_a_value_keeps_the_digits_that_were_typed(typed: str, value: str | None) -> None:
    expected = {} if value is None else {("current",): Decimal(value)}
    found = _fields(Saying(value=typed))
    assert found == expected
    assert [str(each) for each in found.values()] == [value] * len(expected)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("36,5", "write 36.5, or 365"),
        ("+5", "say --by 5"),
        ("38 %%", "a point and nothing else"),
        ("much", "a point and nothing else"),
        ("nan", "a point and nothing else"),
        ("", "a point and nothing else"),
    ],
)
def test_what_is_no_number_is_refused_with_what_to_type(typed: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        _fields(Saying(value=typed))
    assert hint in str(caught.value.hint)


def test_a_move_is_added_as_people_add() -> None:
    tenth = _METRIC._replace(current=0.1)
    assert _fields(Saying(by="0.2"), tenth) == {("current",): Decimal("0.3")}
    with pytest.raises(UsageError, match="no value yet"):
        _fields(Saying(by="1"), _METRIC._replace(current=None))


@given(st.decimals(-(10**6), 10**6, places=3), st.decimals(-(10**6), 10**6, places=3))
def test_moving_there_and_back_changes_nothing(start: Decimal, by: Decimal) -> None:
    here = _METRIC._replace(current=float(start))
    moved = fields(here, {}, Saying(by=str(by)), _TODAY)["current",]
    assert isinstance(moved, Decimal)
    back = fields(here._replace(current=float(moved)), {}, Saying(by=str(-by)), _TODAY)
    assert back["current",] == start


@pytest.mark.parametrize(
    ("typed", "before", "written"),
    [
        ("0.7", "6/10", "7/10"),
        ("65%", "6/10", "6.5/10"),
        ("7/10", "60%", "70%"),
        ("7/10", 0.6, Decimal("0.7")),
        ("70%", 1, Decimal("0.7")),
        ("7/10", None, "7/10"),
        ("0.70", None, Decimal("0.70")),
        ("3/5", None, "3/5"),
    ],
)
def test_a_confidence_is_written_as_the_file_writes_it(
    typed: str, before: object, written: object
) -> None:
    known = {} if before is None else {"confidence": before}
    found = _fields(Saying(confidence=typed), written=known)
    assert found == {("confidence",): written}
    assert isinstance(found["confidence",], type(written))


@pytest.mark.parametrize("typed", ["7", "1.2", "-0.1", "7/", "sure", "110%", "7/0"])
def test_what_is_no_confidence_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="no confidence"):
        _fields(Saying(confidence=typed))


def test_the_date_of_measuring_is_kept_up_where_the_file_has_one() -> None:
    dated = {"updated": "2026-11-10"}
    assert _fields(Saying(value="38"), written=dated)["updated",] == _TODAY
    assert ("updated",) not in _fields(Saying(value="38"))
    assert _fields(Saying(value="38", on=date(2026, 11, 20)))["updated",] == date(2026, 11, 20)
    assert _fields(Saying(same=True)) == {("updated",): _TODAY}


def test_an_empty_text_takes_a_note_away_and_the_same_text_changes_nothing() -> None:
    there = {"note": "Shipped", "blocker": "The banner"}
    saying = Saying(note="", blocker="The banner")
    assert _fields(saying, written=there) == {("note",): None}
    with pytest.raises(UsageError, match="nothing to say"):
        _fields(Saying(note=""))


@pytest.mark.parametrize("name", ["gap", "Gap analysis", "GAP ANALYSIS SIGNED OFF"])
def test_a_milestone_is_done_by_its_id_or_by_how_its_title_begins(name: str) -> None:
    listed = {"milestones": ["Gap analysis signed off", {"title": "Gap closed"}, "Auditor's"]}
    found = _fields(Saying(done=[name]), _PLAN, listed)
    assert found == {("milestones", 0, "done"): _TODAY}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Gap ", "several milestones"),
        ("Auditor's reprot received", "no milestone"),
        ("", "which milestone is done"),
    ],
)
def test_a_milestone_that_is_not_clear_is_refused(name: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        _fields(Saying(done=[name]), _PLAN, {"milestones": ["a", "b", "c"]})
    assert caught.value.hint


def test_each_kind_wants_its_own_words() -> None:
    assert _fields(Saying(done=[""]), _BINARY, {"done": False}) == {("done",): _TODAY}
    for saying, key_result in (
        (Saying(value="1"), _PLAN),
        (Saying(by="1"), _BINARY),
        (Saying(done=[""]), _METRIC),
        (Saying(done=["gap"]), _BINARY),
        (Saying(value="1", by="2"), _METRIC),
        (Saying(), _METRIC),
    ):
        with pytest.raises(UsageError):
            _fields(saying, key_result)
