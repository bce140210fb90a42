"""Lessons for a terminal: the words first, and beneath them where they come from."""

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from okrcli.analysis.reports.lessons import Lesson, Lessons
from okrcli.render.glyphs import glyphs
from okrcli.render.lessons.words import outcome_words, place_words, source_words, summary_words
from okrcli.render.terminal import palette
from okrcli.render.terminal.layout import Layout, layout
from okrcli.render.terminal.moment_head import opening
from okrcli.render.terminal.paint import paint

_BLANK = Text()
_LINES = 6
_INDENT = 2


def lessons_table(found: Lessons, *, width: int, color: bool, ascii_only: bool = False) -> str:
    """Write them so that every line fits into `width` cells (from 20 on)."""
    return paint(_lines(found, layout(width, glyphs(ascii_only=ascii_only))), color=color)


def _lines(found: Lessons, page: Layout) -> Iterator[Text]:
    yield from opening(found.moment, page, "Lessons")
    for line in page.paragraph(page.glyphs.say(summary_words(found)), 0, _LINES):
        yield Text(line, palette.STRONG)
    if found.words:
        for lesson in found.lessons:
            yield _BLANK
            yield from _lesson(lesson, page)
        return
    for team, lessons in groupby(found.lessons, key=lambda each: each.learned.team):
        yield _BLANK
        yield page.across(Text(page.glyphs.say(team), palette.HEADING))
        for lesson in lessons:
            yield from _lesson(lesson, page)


def _lesson(lesson: Lesson, page: Layout) -> Iterator[Text]:
    say = page.glyphs.say
    for line in page.paragraph(say(lesson.learned.text), _INDENT, _LINES):
        yield page.across(Text(line), _INDENT)
    dot = f" {page.glyphs.dot} "
    words = (place_words(lesson), outcome_words(lesson), source_words(lesson))
    for line in page.paragraph(say(dot.join(filter(None, words))), 2 * _INDENT, 2):
        yield page.across(Text(line, palette.DIM), 2 * _INDENT)
