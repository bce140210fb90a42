"""A table of a page in HTML: rows on a desk, cards on a phone."""

from collections.abc import Iterator, Sequence

import htpy as h

from okrcli.render.pages.html_line import html_line, html_text, spaced
from okrcli.render.pages.page import Column, Line, Table
from okrcli.render.pages.words import line_words, one_line, says_nothing

_SHORT = 24  # letters of a number that stays on one line


def html_table(table: Table, name: str) -> h.Element:
    """Write a table under a name; each cell knows its column, which a card shows beside it."""
    head = h.tr[
        (h.th(scope="col", class_=_side(each))[html_text(each.name)] for each in table.columns)
    ]
    rows = (h.tr[_cells(table.columns, row)] for row in table.rows)
    return h.table(aria_label=one_line(name) or None)[
        spaced([h.thead[head], h.tbody[spaced(rows)]])
    ]


def _cells(columns: Sequence[Column], row: Sequence[Line]) -> Iterator[h.Element]:
    """Write the first cell as what the row is about."""
    for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
        if place == 0:
            yield h.th(scope="row")[html_line(cell)]
        else:
            yield h.td(class_=_classes(column, cell), data_column=_name(column))[html_line(cell)]


def _classes(column: Column, cell: Line) -> str | None:
    short = column.right and len(line_words(cell)) <= _SHORT
    found = [
        _side(column),
        "short" if short else None,
        "none" if says_nothing(cell) else None,
    ]
    return " ".join(filter(None, found)) or None


def _side(column: Column) -> str | None:
    return "right" if column.right else None


def _name(column: Column) -> str:
    return one_line(column.name)
