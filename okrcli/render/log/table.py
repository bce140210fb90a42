"""A log for terminals: a block for each commit, newest first."""

from collections.abc import Iterator

from rich.text import Text

from okrcli.analysis.story.log_entry import Log
from okrcli.model.reference import Key
from okrcli.render.glyphs import glyphs
from okrcli.render.log.rows import LogRows, log_layout
from okrcli.render.log.words import about_words, cut_words, history_words, one_cycle, title_words
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import flow
from okrcli.render.terminal.moment_head import incomplete_lines
from okrcli.render.terminal.paint import paint

_BLANK = Text()


def log_table(log: Log, *, width: int, color: bool, ascii_only: bool = False) -> str:
    """Write a log as lines that fit into `width` cells (from 20 on)."""
    about = log.about if isinstance(log.about, Key) else None
    rows = LogRows(log_layout(width, glyphs(ascii_only=ascii_only)), about, one_cycle(log))
    return paint(_lines(log, rows), color=color)


def _lines(log: Log, rows: LogRows) -> Iterator[Text]:
    yield from _opening(log, rows)
    for number, chapter in enumerate(log.chapters):
        if number == 0 or not rows.of_key_result:
            yield _BLANK
        yield from rows.chapter(chapter)
    yield from _ending(log, rows)


def _opening(log: Log, rows: LogRows) -> Iterator[Text]:
    glyphs = rows.layout.glyphs
    facts = [
        Text(glyphs.say(about_words(log)), palette.STRONG),
        Text(f"as of {log.now}"),
        Text(f"history: {history_words(log)}", palette.DIM),
    ]
    yield from flow(facts, rows.layout.width, f" {glyphs.dot} ", glyphs.ellipsis)
    title = title_words(log)
    for line in rows.layout.paragraph(glyphs.say(title), 0, 2) if title else ():
        yield Text(line)
    yield from incomplete_lines(log.history, rows.layout)


def _ending(log: Log, rows: LogRows) -> Iterator[Text]:
    if not log.chapters:
        yield _BLANK
        yield from _said("Nothing is on record.", rows)
    cut = cut_words(log)
    if cut is not None:
        yield _BLANK
        yield from _said(f"{cut}; --limit 0 shows all", rows)


def _said(words: str, rows: LogRows) -> Iterator[Text]:
    for line in rows.layout.paragraph(words, 0, 2):
        yield Text(line, palette.DIM)
