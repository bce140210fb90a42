"""Where things stand in the table: words on the left, numbers in columns on the right.

One row has a block of lines on each side. In a terminal too narrow for two, the blocks are stacked.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.text import Text

from okrcli.render.glyphs import Glyphs
from okrcli.render.terminal.fit import columns, fitted, flow, wrap

Cells = Sequence[Text]

_NARROWEST = 20
_WIDEST = 140
_SIDE_BY_SIDE = 76
_WIDE = 112
_WIDER = 132
_GAP = 2
_BAR = 13
_LONG_BAR = 20
_FACTS = (6, 5, 11)  # trend, confidence, last check-in
_WIDE_FACTS = (8, 5, 11)
_OUTLOOK = 14


class Layout(NamedTuple):
    """The widths of a table. `right` are its columns of numbers: progress, state, outlook."""

    glyphs: Glyphs
    width: int
    left: int
    right: Sequence[int]
    bar: int
    facts: Sequence[int]
    wide: bool
    stacked: bool

    def wrapped(self, text: str, indent: int, most: int = 2) -> list[str]:
        """Break a text for the left block."""
        return wrap(text, self.left - indent, most, self.glyphs.ellipsis)

    def paragraph(self, text: str, indent: int, most: int) -> list[str]:
        """Break a text for the whole width."""
        return wrap(text, self.width - indent, most, self.glyphs.ellipsis)

    def across(self, line: Text, indent: int = 0) -> Text:
        """Let a line take the whole width."""
        return Text(" " * indent).append_text(
            fitted(line, self.width - indent, self.glyphs.ellipsis)
        )

    def row(self, indent: int, left: Sequence[Text], right: Sequence[Cells]) -> list[Text]:
        """Lay a row out: each line of the right block has a cell for some of the columns."""
        if self.stacked:
            beneath = (line for cells in right for line in self._beneath(cells, indent))
            return [self.across(line, indent) for line in (*left, *beneath) if line]
        return [
            self._line(indent, words or Text(), cells or ())
            for words, cells in zip_longest(left, right)
        ]

    def in_columns(self, cells: Cells, widths: Sequence[int]) -> Text:
        """Set cells side by side in columns, or after one another where columns do not fit."""
        if self.stacked:
            return Text("  ").join(cell for cell in cells if cell)
        return columns(zip(cells, widths, strict=False), 1, self.glyphs.ellipsis)

    def _beneath(self, cells: Cells, indent: int) -> list[Text]:
        known = (cell for cell in cells if cell)
        return flow(known, self.width - indent, " " * _GAP, self.glyphs.ellipsis)

    def _line(self, indent: int, words: Text, cells: Cells) -> Text:
        ellipsis = self.glyphs.ellipsis
        line = Text(" " * indent)
        line.append_text(columns([(words, self.left - indent)], 0, ellipsis))
        line.append(" " * _GAP)
        line.append_text(columns(zip(cells, self.right, strict=False), _GAP, ellipsis))
        return line


def layout(width: int, glyphs: Glyphs) -> Layout:
    """Choose what a table of a width has room for; below 20 cells there is none."""
    width = min(max(width, _NARROWEST), _WIDEST)
    if width < _SIDE_BY_SIDE:
        return Layout(glyphs, width, width, (), _BAR, _FACTS, wide=False, stacked=True)
    wide = width >= _WIDE
    bar = _BAR if width < _WIDER else _LONG_BAR
    facts = _WIDE_FACTS if wide else _FACTS
    right = [bar + 6, sum(facts) + len(facts) - 1, *([_OUTLOOK] if wide else [])]
    left = width - sum(right) - _GAP * len(right)
    return Layout(glyphs, width, left, right, bar, facts, wide=wide, stacked=False)
