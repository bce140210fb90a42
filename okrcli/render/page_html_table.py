"""A table of a page in HTML: rows on a desk, cards on a phone."""

from collections.abc import Iterator, Sequence

import htpy as h

from okrcli.render.page import Column, Line, Table
from okrcli.render.page_html_line import html_line, spaced
from okrcli.render.page_lines import NOTHING
from okrcli.render.page_words import line_words, one_line


def html_table(table: Table, name: str) -> h.Element:
    """Write a table under a name; each cell knows its column, which a card shows beside it."""
    head = h.tr[(h.th(scope="col", class_=_side(each))[_name(each)] for each in table.columns)]
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
            empty = line_words(cell).strip() in {"", NOTHING}
            classes = " ".join(filter(None, [_side(column), "none" if empty else None]))
            yield h.td(class_=classes or None, data_column=_name(column))[html_line(cell)]


def _side(column: Column) -> str | None:
    return "right" if column.right else None


def _name(column: Column) -> str:
    return one_line(column.name)
