"""A table of a page on a terminal: columns of words share what the others leave, and wrap."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.text import Text

from okrcli.render import palette
from okrcli.render.fit import columns, flow_words
from okrcli.render.layout import Layout
from okrcli.render.page import Column

_GAP = 2
_LEAST = 18  # cells that a column of words needs to be read
_LONG = 24  # cells from which a column is one of words
_BLANK = Text()


def widths(
    heads: Sequence[Column], rows: Sequence[Sequence[Text]], layout: Layout
) -> Sequence[int] | None:
    """Choose how wide the columns are; None where there is no room for them all."""
    natural = [
        max(len(head.name), *(row[place].cell_len for row in rows), 0)
        for place, head in enumerate(heads)
    ]
    room = layout.width - _GAP * (len(heads) - 1)
    if sum(natural) <= room:
        return natural
    long = [place for place, width in enumerate(natural) if width > _LONG]
    rest = room - sum(width for place, width in enumerate(natural) if place not in long)
    if not long or rest < _LEAST * len(long):
        return None
    total = sum(natural[place] for place in long)
    for place in long:
        natural[place] = max(natural[place] * rest // total, _LEAST)
    natural[long[0]] -= max(sum(natural) - room, 0)
    return natural


def grid_lines(
    heads: Sequence[Column],
    rows: Sequence[Sequence[Text]],
    wide: Sequence[int],
    layout: Layout,
) -> Iterator[Text]:
    """Lay the rows out under their headings."""
    names = [Text(layout.glyphs.say(head.name), palette.DIM) for head in heads]
    yield _line(heads, names, wide, layout)
    for row in rows:
        broken = [list(flow_words(cell, width)) for cell, width in zip(row, wide, strict=True)]
        for cells in zip_longest(*broken, fillvalue=_BLANK):
            yield _line(heads, cells, wide, layout)


def _line(
    heads: Sequence[Column], cells: Sequence[Text], wide: Sequence[int], layout: Layout
) -> Text:
    sided = [
        Text(" " * (width - cell.cell_len)).append_text(cell) if head.right else cell
        for head, cell, width in zip(heads, cells, wide, strict=True)
    ]
    return columns(zip(sided, wide, strict=True), _GAP, layout.glyphs.ellipsis)
