"""Merge three versions of a file whose check-ins git alone cannot bring together.

Their side's check-ins are taken out, the rest is merged as git merges text, and the check-ins that
were decided on are put back as edits. So a side loses nothing but the older of two check-ins.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import chain
from typing import NamedTuple

from okrcli.errors import NotEditableError
from okrcli.store.editing.edited import edited
from okrcli.store.editing.edits import Edit, Literal, Remove, Scalar, Set, Wrap
from okrcli.store.said import Field, Owner, Path, Said, place, said
from okrcli.store.yaml.source import Unreadable, read_plain, read_strict, spans

Combine = Callable[[bytes, bytes, bytes], bytes | None]

_UPDATED = ("updated",)
_ONE_DAY = 36 * 3600  # from noon: a day in any zone; between a date and a moment less is not sure


class Version(NamedTuple):
    """A version of a file, and when its side last changed it, in seconds since 1970 if known."""

    content: bytes
    authored: int | None = None


class Decision(NamedTuple):
    """Of two check-ins of one thing the one that was kept, and what each of them said."""

    owner: Owner
    ours: bool
    kept: Mapping[Field, object]
    lost: Mapping[Field, object]


class Merged(NamedTuple):
    """The content that came out, and what had to be decided."""

    content: bytes
    decisions: Sequence[Decision]


class _Read(NamedTuple):
    content: bytes
    text: str
    data: object
    said: Mapping[Owner, Said]


class _Told(NamedTuple):
    fields: Mapping[Field, object]
    side: Version


class _NoAnswerError(Exception):
    """There is no safe answer."""


def merge(base: bytes, ours: Version, theirs: Version, combine: Combine) -> Merged | None:
    """Merge two versions that come from one; None where there is no safe answer.

    `combine` merges three texts (base, ours, theirs) line by line, and gives None at a conflict.
    """
    try:
        return _merged(base, ours, theirs, combine)
    except (_NoAnswerError, NotEditableError, Unreadable, LookupError):
        return None


def _merged(base: bytes, ours: Version, theirs: Version, combine: Combine) -> Merged | None:
    before, mine, other = _read(base), _read(ours.content), _read(theirs.content)
    undo_mine: list[Edit] = []
    undo_other: list[Edit] = []
    again: list[tuple[Owner, Mapping[Field, _Read]]] = []
    decisions: list[Decision] = []
    for owner in (one for one in before.said if one in mine.said and one in other.said):
        was, our, their = (side.said[owner].fields for side in (before, mine, other))
        by_us, by_them = _changed(was, our), _changed(was, their)
        if not by_them:
            continue
        undo_mine += _edits(mine, owner, dict.fromkeys(by_us, before))
        undo_other += _edits(other, owner, dict.fromkeys(by_them, before))
        sides = dict.fromkeys(by_them, other) | dict.fromkeys(by_us, mine)
        if any(our.get(field) != their.get(field) for field in by_us & by_them):
            keeps_ours = _is_later(was, _Told(our, ours), _Told(their, theirs))
            kept, lost = (our, their) if keeps_ours else (their, our)
            decisions.append(Decision(owner, keeps_ours, kept, lost))
            sides = dict.fromkeys(sides, mine if keeps_ours else other)
        again.append((owner, {field: sides[field] for field in _order(our, their, sides)}))
    text = combine(
        base, edited(ours.content, undo_mine, "ours"), edited(theirs.content, undo_other, "theirs")
    )
    if text is None:
        return None
    for owner, wanted in again:
        text = edited(text, _edits(_read(text), owner, wanted), "merged")
    return Merged(text, decisions)


def _read(content: bytes) -> _Read:
    text, data = read_strict(content)
    found = said(data)
    if found is None:
        raise _NoAnswerError
    return _Read(content, text, data, found)


def _changed(before: Mapping[Field, object], after: Mapping[Field, object]) -> set[Field]:
    return {
        field for field in {*before, *after} if repr(before.get(field)) != repr(after.get(field))
    }


def _order(*sides: Mapping[Field, object]) -> Sequence[Field]:
    """Give the fields that changed, in the order of a file."""
    return [field for field in dict.fromkeys(chain(*sides)) if field in sides[-1]]


def _edits(here: _Read, owner: Owner, wanted: Mapping[Field, _Read]) -> list[Edit]:
    """Give the edits that make fields say here what they say where each is wanted from."""
    found: list[Edit] = []
    for field, there in wanted.items():
        path = place(here.data, here.said[owner], field)
        value = _written(there, there.said[owner], field)
        if value is not None or field in here.said[owner].fields:
            holder = _at(there.data, place(there.data, there.said[owner], field)[:-1])
            found.extend(_edit(here, path, value, holder))
    return found


def _edit(here: _Read, path: Path, value: Scalar, before: object) -> Iterator[Edit]:
    """Give the edits for one field; a milestone may be text alone here, or have been `before`."""
    holder = _at(here.data, path[:-1])
    if isinstance(holder, str) and value is not None:
        yield Wrap(path[:-1], "title")
    if value is not None:
        yield Set(path, value)
    elif (
        isinstance(before, str) and isinstance(holder, dict) and holder.keys() == {"title", "done"}
    ):
        yield Set(path[:-1], before)
    else:
        yield Remove(path)


def _written(source: _Read, owner: Said, field: Field) -> Scalar:
    """Give a field as it is written; None where it is not there."""
    if field not in owner.fields:
        return None
    path, value = place(source.data, owner, field), owner.fields[field]
    span = spans(source.text, [(path, False)])[path, False]
    line = source.text.splitlines()[span.line - 1]
    raw = line[span.column - 1 : span.end_column - 1]
    if span.end_line == span.line and read_plain(raw.encode()) == value:
        return Literal(raw)
    return value if isinstance(value, str | int | float | bool) else str(value)


def _is_later(was: Mapping[Field, object], ours: _Told, theirs: _Told) -> bool:
    """Tell whether ours is the later check-in; where that is not sure there is no answer."""
    our_day, their_day = _day(was, ours), _day(was, theirs)
    if our_day is not None and their_day is not None:
        if our_day != their_day:
            return our_day > their_day
        raise _NoAnswerError
    our_time, their_time = _seconds(our_day, ours.side), _seconds(their_day, theirs.side)
    apart = 0 if our_day is their_day is None else _ONE_DAY
    if abs(our_time - their_time) <= apart:
        raise _NoAnswerError
    return our_time > their_time


def _day(was: Mapping[Field, object], told: _Told) -> date | None:
    """Give the day that a check-in names, where it does."""
    said_now = told.fields.get(_UPDATED)
    if said_now is None or said_now == was.get(_UPDATED):
        return None
    try:
        return date.fromisoformat(str(said_now))
    except ValueError:
        raise _NoAnswerError from None


def _seconds(day: date | None, side: Version) -> int:
    if day is not None:
        return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())
    if side.authored is None:
        raise _NoAnswerError
    return side.authored


def _at(data: object, path: Path) -> object:
    for step in path:
        data = data[step]  # type: ignore[index]
    return data
