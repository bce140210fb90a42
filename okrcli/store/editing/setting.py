"""Giving a place another value: the old value's characters are replaced, and no others."""

import re

from okrcli.store.editing.document import Document, Place, Splice
from okrcli.store.editing.edits import Rename, Set, Value, Wrap
from okrcli.store.editing.insertion import inserted_field
from okrcli.store.editing.lines import end_with_comments, line_end
from okrcli.store.editing.scalars import is_long, written
from okrcli.store.editing.tree import SCALAR, Node
from okrcli.store.editing.values import Written, in_brackets, in_entry, in_field

_HEADER = re.compile(r"[|>][-+0-9]*")


def set_value(document: Document, edit: Set) -> list[Splice]:
    """Replace a value, or add the field."""
    place = document.place(edit.path)
    if place is None:
        return inserted_field(document, edit.path, edit.value)
    return [replaced(document, place, edit.value)]


def replaced(document: Document, place: Place, value: Value) -> Splice:
    """Replace the value at a place."""
    old = place.entry.value
    if place.in_brackets:
        return _on_its_line(document, place, in_brackets(value, _quote(old)))
    new = _written(document, place, value)
    if not new.body and not old.is_block_scalar and not _is_below(document, place):
        return _on_its_line(document, place, new.head)
    return _with_lines(document, place, new)


def renamed(document: Document, edit: Rename) -> list[Splice]:
    """Replace a key."""
    key = document.there(edit.path).entry.key
    if key is None:
        raise document.refusal(document.root.start, "an entry of a list has no name")
    return [Splice(key.start, key.end, written(edit.name, key.style))]


def wrapped(document: Document, edit: Wrap) -> list[Splice]:
    """Write a key in front of a value; the value stays as it is written."""
    place = document.there(edit.path)
    old = place.entry.value
    if old.kind != SCALAR or old.is_block_scalar or place.entry.key or _has_lines(document, old):
        raise document.refusal(old.start, "only an entry on one line can become a field")
    before, after = ("{", "}") if place.in_brackets else ("", "")
    return [
        Splice(old.start, old.start, f"{before}{written(edit.field)}: "),
        Splice(old.end, old.end, after),
    ]


def _written(document: Document, place: Place, value: Value) -> Written:
    """Write a value; a text that replaces one in quotes gets the same."""
    entry = place.entry
    quote = _quote(entry.value)
    if quote and isinstance(value, str):
        return Written(written(value, quote))
    if entry.key is not None:
        return in_field(value, document.column(entry.start), document.style)
    column = document.column(entry.value.start if _is_shown(entry.value) else entry.mark + 1)
    if is_long(value):
        column = document.column(entry.start) + 2
    return in_entry(value, column, document.style)


def _on_its_line(document: Document, place: Place, head: str) -> Splice:
    old, mark = place.entry.value, place.entry.mark
    if _is_shown(old):
        return Splice(old.start, old.end, head)
    before = document.text[mark - 1 : mark]
    return Splice(mark, mark, f" {head}" if before in {":", "-"} else f": {head}")


def _with_lines(document: Document, place: Place, new: Written) -> Splice:
    """Replace a value that has, or gets, lines below that of its key; its comment stays there."""
    text, old, mark = document.text, place.entry.value, place.entry.mark
    start, rest, end = old.start, old.end, line_end(text, old.end)
    if _is_below(document, place):
        start = rest = mark
        end = end_with_comments(text, end, document.column(place.entry.start))
    elif old.is_block_scalar:
        header = _HEADER.match(text, old.start)
        rest = old.start if header is None else header.end()
    elif not new.head or not _is_shown(old):
        start = mark
        rest = mark if not _is_shown(old) else rest
    head = f" {new.head}" if new.head and start == mark else new.head
    lines = [head + text[rest : line_end(text, rest)], *new.body]
    return Splice(start, end, document.line_break.join(lines))


def _is_below(document: Document, place: Place) -> bool:
    """Tell whether a field's value begins below the line of its key."""
    entry = place.entry
    if entry.key is None or not _is_shown(entry.value):
        return False
    return entry.value.start > line_end(document.text, entry.mark)


def _quote(node: Node) -> str:
    return node.style if node.kind == SCALAR and node.style in {"'", '"'} else ""


def _is_shown(node: Node) -> bool:
    return node.end > node.start


def _has_lines(document: Document, node: Node) -> bool:
    return line_end(document.text, node.start) < node.end
