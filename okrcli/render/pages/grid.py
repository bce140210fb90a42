"""A table of a page on a terminal: columns whose words wrap, or cards where it is too narrow."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text

from okrcli.render.pages.page import Column
from okrcli.render.pages.words import NOTHING
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import columns, flow_words
from okrcli.render.terminal.layout import Layout

_GAP = 2
_LEAST = 18  # cells that a column of words needs to be read
_CLOSE = 2  # lines of a row up to which rows need no blank lines between them
_BETWEEN = "   "
_BLANK = Text()


def widths(
    heads: Sequence[Column], rows: Sequence[Sequence[Text]], layout: Layout
) -> Sequence[int] | None:
    """Choose how wide the columns are; None where there is no room for them all.

    A heading may wrap. Where room is short the widest columns are cut to one width.
    """
    natural = [
        max(_longest_word(head.name), *(row[place].cell_len for row in rows), 0)
        for place, head in enumerate(heads)
    ]
    room = layout.width - _GAP * (len(heads) - 1)
    if sum(natural) <= room:
        return _with_headings(heads, natural, room)
    most = next(most for most in range(max(natural), -1, -1) if _capped(natural, most) <= room)
    if most < _LEAST:
        return None
    return [min(width, most) for width in natural]


def _capped(natural: Sequence[int], most: int) -> int:
    return sum(min(width, most) for width in natural)


def _longest_word(name: str) -> int:
    return max(map(cell_len, name.split()), default=0)


def _with_headings(heads: Sequence[Column], natural: Sequence[int], room: int) -> Sequence[int]:
    """Give the room that is left to columns whose headings would wrap, the first ones first."""
    spare, wide = room - sum(natural), []
    for head, width in zip(heads, natural, strict=True):
        more = min(max(cell_len(head.name) - width, 0), spare)
        spare -= more
        wide.append(width + more)
    return wide


def grid_lines(
    heads: Sequence[Column],
    rows: Sequence[Sequence[Text]],
    wide: Sequence[int],
    layout: Layout,
) -> Iterator[Text]:
    """Lay the rows out under their headings."""
    names = [Text(layout.glyphs.say(head.name), palette.DIM) for head in heads]
    yield from _row(heads, names, wide, layout)
    broken = [list(_row(heads, row, wide, layout)) for row in rows]
    apart = max(map(len, broken), default=0) > _CLOSE
    for place, lines in enumerate(broken):
        if place and apart:
            yield _BLANK
        yield from lines


def cards(
    heads: Sequence[Column], rows: Sequence[Sequence[Text]], layout: Layout
) -> Iterator[Text]:
    """Give each row as what it is about, and its facts beneath, several a line where they fit."""
    dot = layout.glyphs.dot
    for row in rows:
        yield from _hung(row[0], f"{dot} ", layout)
        lines: list[Text] = []
        for head, cell in zip(heads[1:], row[1:], strict=True):
            fact = _fact(head, cell, layout)
            if not cell.plain.strip(f" {NOTHING}"):
                continue
            if lines and lines[-1].cell_len + len(_BETWEEN) + fact.cell_len <= layout.width - 2:
                lines[-1].append(_BETWEEN, palette.DIM).append_text(fact)
            else:
                lines.append(fact)
        for line in lines:
            yield from _hung(line, "  ", layout)


def _fact(head: Column, cell: Text, layout: Layout) -> Text:
    """Set a cell behind the name of its column."""
    name = layout.glyphs.say(f"{head.name[:1].lower()}{head.name[1:]}")
    return Text(f"{name} " if name else "", palette.DIM).append_text(cell)


def _hung(text: Text, sign: str, layout: Layout) -> Iterator[Text]:
    for place, line in enumerate(flow_words(text, max(layout.width - len(sign), 1))):
        yield Text(" " * len(sign) if place else sign).append_text(line)


def _row(
    heads: Sequence[Column], row: Sequence[Text], wide: Sequence[int], layout: Layout
) -> Iterator[Text]:
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
