"""All edits of a document as one: whatever goes wrong, nothing is changed."""

from collections.abc import Sequence
from typing import cast

from okrcli.errors import NotEditableError
from okrcli.store.editing import data
from okrcli.store.editing.document import Document, Splice, parsed
from okrcli.store.editing.edits import Edit, Insert, Order, Path, Remove, Rename, Set, Value
from okrcli.store.editing.insertion import (
    as_new,
    belongs_below,
    inserted_entry,
    is_bare,
    is_nothing,
)
from okrcli.store.editing.lines import line_of
from okrcli.store.editing.ordering import ordered
from okrcli.store.editing.removal import lifted, removed
from okrcli.store.editing.setting import renamed, set_value, wrapped
from okrcli.store.yaml.source import Unreadable, read_strict

_MARK = b"\xef\xbb\xbf"


def edited(content: bytes, edits: Sequence[Edit], name: str) -> bytes:
    """Apply edits to the content of a file; `name` is what messages call it.

    Raises NotEditableError, and never gives a content that differs in more than was asked for.
    """
    text, expected = _read(content, name)
    document = parsed(name, text)
    for edit in edits:
        try:
            expected = data.applied(expected, edit)
        except LookupError as error:
            raise document.refusal(_nearest(document, edit.path), f"{error}") from error
        document = document.spliced(_splices(document, edit))
    made = content[: len(content) - len(text.encode())] + document.text.encode()
    _check(made, expected, document, edits)
    return made


def lifted_entry(content: bytes, path: Path, name: str) -> Value:
    """Give an entry of a list as it is written, for another list of this or of another file."""
    text, value = _read(content, name)
    for step in path:
        value = value[step]  # type: ignore[index]
    return lifted(parsed(name, text), path, cast("Value", value))


def _read(content: bytes, name: str) -> tuple[str, object]:
    try:
        return read_strict(content)
    except Unreadable as error:
        line = 1 if error.span is None else error.span.line
        raise NotEditableError(name, line, error.message) from error


def _splices(document: Document, edit: Edit) -> list[Splice]:
    match edit:
        case Set():
            return set_value(document, edit)
        case Insert():
            return _inserted(document, edit)
        case Remove():
            return removed(document, edit)
        case Rename():
            return renamed(document, edit)
        case Order():
            return ordered(document, edit)
    return wrapped(document, edit)


def _inserted(document: Document, edit: Insert) -> list[Splice]:
    place = document.place(edit.path)
    if is_nothing(place):
        return set_value(document, as_new(edit.path, edit.value))
    if place is not None and is_bare(document, place) and belongs_below(edit.value):
        return set_value(document, as_new(edit.path, edit.value))
    return inserted_entry(document, edit.path, edit.value, edit.before)


def _check(made: bytes, expected: object, document: Document, edits: Sequence[Edit]) -> None:
    """Read the result again: it must say what was asked for, and nothing else."""
    try:
        same = data.is_same(read_strict(made).value, expected)
        reason = "something else would change, too"
    except Unreadable as error:
        same, reason = False, error.message
    if not same:
        place = _nearest(document, edits[0].path) if edits else document.root.start
        raise NotEditableError(document.name, line_of(document.text, place), reason)


def _nearest(document: Document, path: Path) -> int:
    """Give where the place at a path begins, or the nearest one around it."""
    while path:
        place = document.place(path)
        if place is not None:
            return place.entry.start
        path = path[:-1]
    return document.root.start
