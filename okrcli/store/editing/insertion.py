"""Where something new goes: a field among the others, an entry among the entries of its list."""

from collections.abc import Sequence

from okrcli.store.editing.document import Document, Place, Splice
from okrcli.store.editing.edits import Block, Path, Set, Value, said
from okrcli.store.editing.lines import (
    begins_line,
    end_with_comments,
    is_blank,
    line_end,
    line_start,
    next_line,
    start_with_comments,
)
from okrcli.store.editing.scalars import written
from okrcli.store.editing.tree import FLOW, LIST, MAPPING, SCALAR, Entry, Node
from okrcli.store.editing.values import entry as entry_lines
from okrcli.store.editing.values import field as field_lines
from okrcli.store.editing.values import in_brackets


def inserted_field(document: Document, path: Path, value: Value) -> list[Splice]:
    """Add a field behind the nearest one that the format lists before it."""
    found = document.holder(path[:-1])
    name = path[-1] if path else None
    if found is None or found[0].kind != MAPPING or not isinstance(name, str):
        raise document.refusal(document.root.start, f"there is no place for {said(path)}")
    holder, _ = found
    before = _before(holder, name, document.order(path[:-1]))
    if holder.style == FLOW:
        return [_among(holder, before, f"{written(name, in_flow=True)}: {in_brackets(value)}")]
    first = holder.entries[0]
    column = document.column(first.start)
    lines = field_lines(name, value, column, document.style, _aligned(document, holder))
    if before is None:
        return [_above(document, first.start, lines, column)]
    return [_behind(document, before, lines)]


def inserted_entry(document: Document, path: Path, value: Value, index: int | None) -> list[Splice]:
    """Add an entry to a list that has some, or has brackets."""
    holder, _ = document.holder(path) or (document.root, False)
    if holder.kind != LIST:
        raise document.refusal(holder.start, f"{said(path)} is not a list")
    entries = holder.entries
    at = len(entries) if index is None else index
    if not 0 <= at <= len(entries):
        raise document.refusal(holder.start, f"{said(path)} has {len(entries)} entries")
    before = entries[at - 1] if at else None
    if holder.style == FLOW:
        return [_among(holder, before, in_brackets(value))]
    column = document.column(holder.start)
    lines = entry_lines(value, column, document.style, _width(document, entries[0]))
    if before is not None:
        return [_behind(document, before, [*_gap(document, entries), *lines])]
    if not begins_line(document.text, holder.start):
        return [_above(document, holder.start, lines, column)]
    start = start_with_comments(document.text, holder.start)
    return [Splice(start, start, "".join(line + document.line_break for line in lines))]


def is_bare(document: Document, place: Place) -> bool:
    """Tell whether a list is written as nothing but `[]`, below a key that is in no brackets."""
    node = place.entry.value
    holder, in_brackets = place.holder, place.in_brackets
    if in_brackets or holder.kind != MAPPING or node.entries:
        return False
    return document.text[node.start : node.end].strip("[] \t") == ""


def is_nothing(place: Place | None) -> bool:
    """Tell whether there is no value at a place."""
    if place is None:
        return True
    node = place.entry.value
    return node.kind == SCALAR and node.style == "" and node.start == node.end


def as_new(path: Path, value: Value) -> Set:
    """Make the list that an entry is the first of."""
    return Set(path, [value])


def belongs_below(value: Value) -> bool:
    """Tell whether an entry is better written on lines of its own than in brackets."""
    return isinstance(value, Block | dict)


def _before(holder: Node, name: str, order: Sequence[str]) -> Entry | None:
    """Find the last field that the format lists before one; of an unknown one, the last."""
    if name not in order:
        return holder.entries[-1] if holder.entries else None
    earlier = order[: order.index(name)]
    found = {entry.step: entry for entry in holder.entries}
    return next((found[each] for each in reversed(earlier) if each in found), None)


def _among(holder: Node, before: Entry | None, text: str) -> Splice:
    """Add to what stands in brackets."""
    if before is not None:
        return Splice(before.value.end, before.value.end, f", {text}")
    start = holder.start + 1
    return Splice(start, start, f"{text}, " if holder.entries else text)


def _behind(document: Document, before: Entry, lines: Sequence[str]) -> Splice:
    """Add lines below an entry and the comments that belong to it."""
    end = max(before.value.end, before.mark)
    at = end_with_comments(document.text, end, document.column(before.start))
    line_break = document.line_break
    return Splice(at, at, "".join(line_break + line for line in lines))


def _above(document: Document, start: int, lines: Sequence[str], column: int) -> Splice:
    """Add lines in front of what stands first, maybe behind a dash."""
    text = document.line_break.join(lines)[column:]
    return Splice(start, start, text + document.line_break + " " * column)


def _aligned(document: Document, holder: Node) -> int:
    """Give how far behind their keys all values begin where somebody aligned them, else 0."""
    text = document.text
    beside = [
        held
        for held in holder.entries
        if held.mark < held.value.start < line_end(text, held.mark)
        and not held.value.is_block_collection
    ]
    widths = {held.value.start - held.start for held in beside}
    by_hand = any(held.value.start - held.mark > 1 for held in beside)
    return widths.pop() if by_hand and len(widths) == 1 and len(beside) > 1 else 0


def _width(document: Document, entry: Entry) -> int:
    """Give how far behind its dash an entry begins."""
    is_beside = entry.mark < entry.value.start < line_end(document.text, entry.start)
    return entry.value.start - entry.start if is_beside else 2


def _gap(document: Document, entries: Sequence[Entry]) -> list[str]:
    """Give the blank line that stands between the last two entries, if one does."""
    if len(entries) < 2:  # noqa: PLR2004 - nothing is between fewer
        return []
    text, last = document.text, entries[-1].start
    at = next_line(text, entries[-2].value.end)
    while at < line_start(text, last):
        if is_blank(text[at : line_end(text, at)]):
            return [""]
        at = next_line(text, at)
    return []
