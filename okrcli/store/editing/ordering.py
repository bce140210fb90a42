"""Putting the fields of mappings in the order of the format: lines change places, no more.

Each field moves with its own lines, with the comments below it that are indented deeper, and with
those right above it. Blank lines go with what they stand above, or part from what follows. A
mapping in which it is not clear whose a comment is stays as it is, and so does one in brackets.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from okrcli.model.ignore import IGNORE_MARK
from okrcli.store.editing.document import Document, Splice
from okrcli.store.editing.edits import Order, Path, said
from okrcli.store.editing.format_order import in_format_order
from okrcli.store.editing.lines import (
    begins_line,
    end_with_comments,
    is_blank,
    line_starts,
    split_lines,
    start_with_comments,
    with_breaks_of,
)
from okrcli.store.editing.tree import BLOCK, MAPPING, Entry, Node

_COMMENT = re.compile(r"[ \t]*(?=#)")
_DASH = re.compile(r" *- +")
_OF_THE_FILE = ("yaml-language-server:", IGNORE_MARK)


def ordered(document: Document, edit: Order) -> list[Splice]:
    """Put the fields of a mapping, and of those in it, in order."""
    found = document.holder(edit.path)
    if found is None:
        raise document.refusal(document.root.start, f"there is no {said(edit.path)}")
    node, in_brackets = found
    if in_brackets:
        return []
    made = _Ordering(document).ordered(node, edit.path)
    return [Splice(0, len(document.text), with_breaks_of(document.text, made))]


class _Part(NamedTuple):
    """A field: the blank lines above it, then its own, comments included."""

    blank: Sequence[str]
    lines: Sequence[str]


class _Ordering:
    """The lines of a text, of which some change places.

    Fields that are in one another are put in order from the inside: the lines of what is around
    them keep their numbers.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = split_lines(document.text)
        self._starts = line_starts(document.text)

    def ordered(self, node: Node, path: Path) -> Sequence[str]:
        """Give all lines, those of a value and of all in it in order."""
        for entry in node.entries:
            if entry.value.style == BLOCK:
                self.ordered(entry.value, (*path, entry.step))
        if node.kind == MAPPING:
            names = [str(entry.step) for entry in node.entries]
            wanted = in_format_order(names, self._document.order(path))
            parts = self._parts(node.entries) if wanted != names else None
            if parts and self._is_clear(node.entries, wanted, parts):
                parts = _with_gaps(node.entries, parts, wanted[0])
                self._arrange(node.entries[0], wanted, dict(zip(names, parts, strict=True)))
        return self._lines

    def _parts(self, entries: Sequence[Entry]) -> Sequence[_Part] | None:
        """Divide the lines among fields; None where one has no owner, or two."""
        text, column = self._document.text, self._document.column(entries[0].start)
        parts: list[_Part] = []
        stop = first = self._line(entries[0].start)
        for entry in entries:
            start = self._line(start_with_comments(text, entry.start)) if parts else first
            is_apart = start >= stop and self._document.column(entry.start) == column
            if not is_apart or not all(map(is_blank, self._lines[stop:start])):
                return None
            end = end_with_comments(text, max(entry.value.end, entry.mark), column)
            blank, stop = self._lines[stop:start], self._line(end) + 1
            parts.append(_Part(blank, self._lines[start:stop]))
        return parts

    def _is_clear(
        self, entries: Sequence[Entry], wanted: Sequence[str], parts: Sequence[_Part]
    ) -> bool:
        """Tell whether the comments above the first field and below the last one may stay there."""
        first = self._line(entries[0].start)
        below = first + sum(len(part.blank) + len(part.lines) for part in parts)
        column = self._document.column(entries[0].start)
        if wanted[-1] != entries[-1].step and self._is_comment(below, column):
            return False
        if wanted[0] == entries[0].step:
            return True
        if begins_line(self._document.text, entries[0].start):
            return self._is_open_above(first, is_top=column == 0)
        opening = parts[[entry.step for entry in entries].index(wanted[0])]
        is_behind_dash = _DASH.fullmatch(self._lines[first][:column]) is not None
        return is_behind_dash and not _COMMENT.match(opening.lines[0])

    def _is_open_above(self, number: int, *, is_top: bool) -> bool:
        """Tell whether no comment above a line may belong to what stands there."""
        while number and self._is_comment(number - 1):
            number -= 1
            if not is_top or not any(mark in self._lines[number] for mark in _OF_THE_FILE):
                return False
        return True

    def _is_comment(self, number: int, column: int = 0) -> bool:
        """Tell whether a line is a comment that begins in a column or behind it."""
        found = _COMMENT.match(self._lines[number]) if number < len(self._lines) else None
        return found is not None and found.end() >= column

    def _arrange(self, entry: Entry, wanted: Sequence[str], parts: dict[str, _Part]) -> None:
        """Write fields down anew; what comes first gives its blank lines to what did."""
        first, column = self._line(entry.start), self._document.column(entry.start)
        opening, former = parts[wanted[0]], parts[str(entry.step)]
        if opening is not former:
            before = self._lines[first][:column]
            parts[wanted[0]] = _Part((), _begun(before, opening.lines))
            blank = [*former.blank, *opening.blank]
            parts[str(entry.step)] = _Part(blank, _begun(" " * column, former.lines))
        made = [line for name in wanted for line in (*parts[name].blank, *parts[name].lines)]
        self._lines[first : first + len(made)] = made

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1


def _with_gaps(entries: Sequence[Entry], parts: Sequence[_Part], opening: str) -> Sequence[_Part]:
    """Give the blank lines between a list or a mapping and a plain field to the former.

    It keeps them above it, and so it has none yet, and is not the one to come first.
    """
    made = list(parts)
    for at, (above, below) in enumerate(pairwise(entries)):
        is_block = above.value.is_block_collection and not below.value.is_block_collection
        if is_block and not parts[at].blank and above.step != opening:
            made[at] = made[at]._replace(blank=parts[at + 1].blank)
            made[at + 1] = made[at + 1]._replace(blank=())
    return made


def _begun(before: str, lines: Sequence[str]) -> Sequence[str]:
    """Put something in front of a first line, in place of as many characters."""
    return [before + lines[0][len(before) :], *lines[1:]]
