"""The lines around a place in a text, with the place marked."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from okrcli.model.source import Span
from okrcli.render.terminal.style import Style
from okrcli.render.text import ELLIPSIS, clean, width

_TAB = 4
_MARK = "^"
_LEAST_COLUMNS = 20
_AROUND = 4  # widths


def excerpt(text: str, span: Span, style: Style, mark_style: str) -> Iterator[str]:
    """Yield the marked line with its number, the line before and after it, and the marks.

    A region of several lines is marked to the end of its first. Lines that do not fit are cut, the
    marked one around its region.
    """
    lines = lines_of(text)
    at = min(span.line, len(lines)) - 1
    first, last = max(at - 1, 0), min(at + 1, len(lines) - 1)
    gutter = len(str(last + 1))
    room = max(style.columns - gutter - 4, _LEAST_COLUMNS)
    for number in range(first, last + 1):
        shown, before, marked = _window(lines[number], span if number == at else None, room)
        if number == at or shown.strip():
            yield f" {style.paint(f'{number + 1:>{gutter}} |', 'faint')} {shown}".rstrip()
        if number == at:
            marks = style.paint(_MARK * marked, mark_style)
            yield f" {' ' * gutter} {style.paint('|', 'faint')} {' ' * before}{marks}"


def lines_of(text: str) -> Sequence[str]:
    """Split where YAML does: a form feed or a Unicode separator is no line break."""
    unified = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unified.split("\n")


def _window(line: str, span: Span | None, room: int) -> tuple[str, int, int]:
    """Cut a line to a width; with the columns before its region there, and those of the region."""
    begin = span.column - 1 if span is not None else 0
    skipped = max(begin - _AROUND * room, 0)  # of a line without end only what is near is looked at
    near = line[skipped : begin + _AROUND * room]
    cells = [_cell(letter) for letter in near]
    edges = [0, *accumulate(map(width, cells))]
    if span is None:
        end = _fitting(edges, 0, room)
        return _cut(cells, 0, end), 0, 0
    start = min(begin - skipped, len(cells))
    stop = len(cells)
    if span.end_line == span.line:
        stop = min(span.end_column - 1 - skipped, len(cells))
    first = _first(edges, start, max(stop, start), room)
    end = _fitting(edges, first, room - (first > 0))
    before = edges[start] - edges[first] + (first > 0)
    marked = min(edges[max(stop, start)], edges[end]) - edges[start]
    return _cut(cells, first, end), before, max(marked, 1)


def _cell(letter: str) -> str:
    return " " * _TAB if letter == "\t" else clean(letter)


def _first(edges: Sequence[int], start: int, stop: int, room: int) -> int:
    """Give where to begin so that the region is seen: at the line's begin where that does."""
    if max(edges[-1], edges[start] + 1) <= room or edges[stop] < room:
        return 0
    lead = max((room - (edges[stop] - edges[start])) // 2, room // 8)
    return next(index for index, edge in enumerate(edges) if edge >= edges[start] - lead)


def _fitting(edges: Sequence[int], first: int, room: int) -> int:
    """Give where to stop so that the cells, and a sign of what is cut, fit."""
    if edges[-1] - edges[first] <= room:
        return len(edges) - 1
    limit = edges[first] + room - 1
    return max(index for index, edge in enumerate(edges) if edge <= limit)


def _cut(cells: Sequence[str], first: int, end: int) -> str:
    head = ELLIPSIS if first else ""
    tail = ELLIPSIS if end < len(cells) else ""
    return head + "".join(cells[first:end]) + tail
