"""Rows of short facts under headings; in a terminal too narrow for them, one after the other."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import columns, fitted, flow
from okrcli.render.terminal.layout import Layout

_GAP = 2
_LEAST = 16  # cells of the first column, which gives way to the others
_INDENT = 2


class Row(NamedTuple):
    """Some cells, and the remarks that stand beneath them."""

    cells: Sequence[Text]
    remarks: Sequence[Text] = ()


def grid(headings: Sequence[str], rows: Sequence[Row], layout: Layout) -> Iterator[Text]:
    """Lay rows out; the columns are as wide as what is in them, the first one as wide as can be."""
    widths = [
        max(len(heading), *(row.cells[index].cell_len for row in rows), 0)
        for index, heading in enumerate(headings)
    ]
    rest = layout.width - sum(width + _GAP for width in widths[1:])
    narrow = rest < min(widths[0], _LEAST)
    widths[0] = min(widths[0], max(rest, 1))
    if not narrow:
        yield _line([Text(heading, palette.DIM) for heading in headings], widths, layout)
    for row in rows:
        if narrow:
            yield from _beneath(headings, row.cells, layout)
        else:
            yield _line(row.cells, widths, layout)
        for remark in row.remarks:
            yield layout.across(remark, _INDENT)


def _line(cells: Sequence[Text], widths: Sequence[int], layout: Layout) -> Text:
    return columns(zip(cells, widths, strict=True), _GAP, layout.glyphs.ellipsis)


def _beneath(headings: Sequence[str], cells: Sequence[Text], layout: Layout) -> Iterator[Text]:
    """Set cells after one another, each behind its heading but for the first."""
    ellipsis = layout.glyphs.ellipsis
    yield fitted(cells[0], layout.width, ellipsis)
    named = (
        Text(f"{heading.lower()} ", palette.DIM).append_text(cell)
        for heading, cell in zip(headings[1:], cells[1:], strict=True)
        if cell
    )
    for line in flow(named, layout.width - _INDENT, " " * _GAP, ellipsis):
        yield layout.across(line, _INDENT)
