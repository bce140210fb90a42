"""A page for a terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from okrcli.render.glyphs import glyphs, plainly
from okrcli.render.numbers import percent
from okrcli.render.pages.grid import cards, grid_lines, widths
from okrcli.render.pages.page import (
    Block,
    Bullets,
    Figure,
    Item,
    Line,
    Meter,
    Outline,
    Page,
    Paragraph,
    Section,
    Table,
    Tone,
    Trend,
    Words,
)
from okrcli.render.pages.words import one_line, piece_words, trend_words
from okrcli.render.terminal import palette
from okrcli.render.terminal.bars import bar
from okrcli.render.terminal.chart import Chart, chart_legend
from okrcli.render.terminal.fit import flow_words
from okrcli.render.terminal.frame import heading
from okrcli.render.terminal.layout import Layout, layout
from okrcli.render.terminal.paint import paint

_BLANK = Text()
_BAR = 12
_CHART_ROWS = 6
_WIDEST_CHART = 72
_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: palette.STRONG,
    Tone.QUIET: palette.DIM,
    Tone.REF: palette.DIM,
    Tone.CODE: "",
    Tone.GOOD: "green",
    Tone.WARNING: palette.WARNING,
    Tone.BAD: "red",
}


def page_table(page: Page, *, width: int, color: bool, ascii_only: bool = False) -> str:
    """Write a page whose lines fit into `width` cells (from 20 on)."""
    shown = layout(width, glyphs(ascii_only=ascii_only))
    return paint(_Lines(shown).page(page), color=color)


class _Lines:
    """Writes the blocks of a page, one after the other, in a layout."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._glyphs = layout.glyphs

    def page(self, page: Page) -> Iterator[Text]:
        yield from self._wrapped([Words(page.title, Tone.STRONG)])
        yield from self._wrapped(page.subtitle)
        for notice in page.notices:
            yield from self._wrapped([Words(f"! {notice}", Tone.WARNING)])
        yield from self._blocks(page.blocks)

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[Text]:
        for block in blocks:
            yield _BLANK
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Text]:
        match block:
            case Paragraph():
                yield from self._wrapped(block.line)
            case Bullets():
                yield from self._items(block, 0)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Outline():
                yield heading(block.title, self._layout)
                yield from self._wrapped(block.instead)
            case Section():
                yield heading(block.title, self._layout)
                yield from self._within(block.blocks)

    def _within(self, blocks: Sequence[Block]) -> Iterator[Text]:
        """Write what is under a heading: the first block close to it."""
        for place, block in enumerate(blocks):
            if place:
                yield _BLANK
            yield from self._block(block)

    def _items(self, bullets: Bullets, indent: int) -> Iterator[Text]:
        for number, item in enumerate(bullets.items, start=1):
            sign = f"{number}. " if bullets.ordered else f"{self._glyphs.dot} "
            yield from self._item(item, sign, indent)

    def _item(self, item: Item, sign: str, indent: int) -> Iterator[Text]:
        for place, line in enumerate(self._broken(item.line, indent + len(sign))):
            begin = " " * len(sign) if place else sign
            yield Text(" " * indent + begin).append_text(line)
        yield from self._items(Bullets(item.below), indent + len(sign))

    def _table(self, table: Table) -> Iterator[Text]:
        cells = [[self._text(cell) for cell in row] for row in table.rows]
        wide = widths(table.columns, cells, self._layout)
        if wide is None:
            yield from cards(table.columns, cells, self._layout)
        else:
            yield from grid_lines(table.columns, cells, wide, self._layout)

    def _figure(self, figure: Figure) -> Iterator[Text]:
        width = min(self._layout.width, _WIDEST_CHART)
        yield from self._wrapped([Words(figure.title, Tone.STRONG)])
        yield from Chart(width, _CHART_ROWS, self._glyphs, unit=figure.unit).draw(figure.chart)
        legend = chart_legend(figure.chart, ascii_only=self._glyphs.ascii_only)
        yield self._layout.across(Text(legend, palette.DIM))

    def _wrapped(self, line: Line) -> Iterator[Text]:
        yield from self._broken(line, 0)

    def _broken(self, line: Line, indent: int) -> Iterator[Text]:
        yield from flow_words(self._text(line), max(self._layout.width - indent, 1))

    def _text(self, line: Line) -> Text:
        text = Text()
        for piece in line:
            text.append_text(self._piece(piece))
        return text

    def _piece(self, piece: Words | Meter | Trend) -> Text:
        match piece:
            case Words():
                return Text(self._said(piece_words(piece)), _STYLES[piece.tone])
            case Meter():
                return self._meter(piece)
            case Trend():
                return Text(trend_words(piece, self._glyphs.spark))

    def _meter(self, meter: Meter) -> Text:
        style = "" if meter.status is None else palette.STATUS[meter.status]
        text = Text()
        for part, cells in bar(meter.progress, meter.expected, _BAR, self._glyphs):
            text.append(cells, palette.of_bar(part, style))
        known = meter.progress is not None
        words = percent(meter.progress or 0.0) if known else self._glyphs.dash
        return text.append(f" {words:>4}")

    def _said(self, text: str) -> str:
        line = one_line(text)
        return plainly(line) if self._glyphs.ascii_only else line
