"""Lessons beside something new, in short: a block of lines for a terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from okrcli.analysis.reports.recalling import Recalled
from okrcli.render.glyphs import glyphs
from okrcli.render.lessons.words import KINDS
from okrcli.render.terminal import palette
from okrcli.render.terminal.layout import Layout, layout
from okrcli.render.terminal.paint import paint

_INDENT = 2
_LINES = 2


def lessons_reminder(
    found: Sequence[Recalled], *, width: int, color: bool, ascii_only: bool = False
) -> str:
    """Write them so that every line fits into `width` cells (from 20 on)."""
    return paint(_lines(found, layout(width, glyphs(ascii_only=ascii_only))), color=color)


def _lines(found: Sequence[Recalled], page: Layout) -> Iterator[Text]:
    yield Text("learned before:", palette.HEADING)
    for each in found:
        for line in page.paragraph(page.glyphs.say(each.said.text), _INDENT, _LINES):
            yield page.across(Text(line), _INDENT)
        yield page.across(Text(page.glyphs.say(_source(each, page)), palette.DIM), 2 * _INDENT)


def _source(each: Recalled, page: Layout) -> str:
    said, key = each.said, each.key
    dot = f" {page.glyphs.dot} "
    place = f"{said.cycle}{dot}{said.team}" if key is None else f"{key.cycle}:{key.ref}"
    return f"{place}{dot}{KINDS[said.kind]}"
