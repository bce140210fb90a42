"""Taking something away, and lifting it out to be put elsewhere."""

from okrcli.store.editing.document import Document, Place, Splice
from okrcli.store.editing.edits import Block, Path, Remove, Value
from okrcli.store.editing.lines import (
    begins_line,
    break_before,
    column_of,
    end_with_comments,
    line_end,
    next_line,
    split_lines,
    start_with_comments,
)
from okrcli.store.editing.setting import replaced
from okrcli.store.editing.tree import FLOW, LIST, Entry, Node


def removed(document: Document, edit: Remove) -> list[Splice]:
    """Take away an entry; what held nothing else is left empty."""
    place = document.there(edit.path)
    if len(place.holder.entries) == 1:
        return [_emptied(document, edit.path[:-1], place.holder)]
    if place.holder.style == FLOW:
        return [_from_brackets(document.text, place)]
    text, entry = document.text, place.entry
    end = _end(document, entry)
    if not begins_line(text, entry.start):
        return [Splice(entry.start, _next_word(text, end), "")]
    start = start_with_comments(text, entry.start, ignores_only=place.holder.kind != LIST)
    if end == len(text):
        return [Splice(break_before(text, start), end, "")]
    return [Splice(start, next_line(text, end), "")]


def lifted(document: Document, path: Path, value: Value) -> Value:
    """Give the entry of a list at a path as it is written, comments and all."""
    place = document.there(path)
    text, start = document.text, place.entry.start
    if place.holder.style == FLOW:
        return value
    column = column_of(text, start)
    first = start_with_comments(text, start) if begins_line(text, start) else start
    lines = split_lines(text[first : _end(document, place.entry)])
    if first == start:
        lines[0] = " " * column + lines[0]
    return Block(tuple(_outdented(line, column) for line in lines), value)


def _emptied(document: Document, path: Path, holder: Node) -> Splice:
    if not path:
        raise document.refusal(holder.start, "nothing would be left")
    return replaced(document, document.there(path), [] if holder.kind == LIST else {})


def _from_brackets(text: str, place: Place) -> Splice:
    """Take away an entry with one comma, and with the comment that ends its line."""
    entries = place.holder.entries
    at = entries.index(place.entry)
    start, end = place.entry.start, place.entry.value.end
    if at + 1 < len(entries):
        following = entries[at + 1].start
        comma = text.find(",", end, following)
        if comma >= 0:
            end = _past_comment(text, comma + 1, following)
        return Splice(start, end, "")
    between = text[entries[at - 1].value.end : start]
    return Splice(start if "#" in between else entries[at - 1].value.end, end, "")


def _past_comment(text: str, start: int, following: int) -> int:
    """Give where the next entry or its own comment begins."""
    stop = line_end(text, start)
    if stop >= following:
        return following
    comment = text.find("#", stop, following)
    return following if comment < 0 else stop


def _end(document: Document, entry: Entry) -> int:
    end = max(entry.value.end, entry.mark)
    return end_with_comments(document.text, end, document.column(entry.start))


def _next_word(text: str, end: int) -> int:
    """Give where, behind blanks and line breaks, something follows."""
    return len(text) - len(text[end:].lstrip(" \t\r\n"))


def _outdented(line: str, column: int) -> str:
    """Move a line to the left, as far as it is indented."""
    blanks = len(line) - len(line.lstrip(" "))
    return line[min(blanks, column) :]
