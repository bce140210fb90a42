"""A page's words before they have a form: harmless, with numbers for what others draw."""

import re
from collections.abc import Iterator, Sequence

from okrcli.analysis.progress.report import Status
from okrcli.render.glyphs import glyphs
from okrcli.render.numbers import percent
from okrcli.render.pages.page import Bullets, Item, Line, Meter, Table, Tone, Trend, Words
from okrcli.render.text import clean
from okrcli.render.words import status_word

NOTHING = "–"  # noqa: RUF001 - a dash that stands for "no number" is wider than a hyphen
SIGNS = glyphs(ascii_only=False)
_TONES = {
    Status.AT_RISK: Tone.BAD,
    Status.MISSED: Tone.BAD,
    Status.BEHIND: Tone.WARNING,
    Status.OUTDATED: Tone.WARNING,
    Status.PARTIAL: Tone.WARNING,
    Status.ON_TRACK: Tone.GOOD,
    Status.ACHIEVED: Tone.GOOD,
}


def one_line(text: str) -> str:
    """Make a text harmless and one line; spaces at its ends stay, for others stand beside it."""
    return clean(re.sub(r"\s+", " ", text))


def status_piece(status: Status) -> Words:
    """Say a status behind its sign."""
    return Words(f"{SIGNS.status[status]} {status_word(status)}", _TONES.get(status, Tone.QUIET))


def meter_words(meter: Meter) -> str:
    """Say what a meter shows."""
    if meter.progress is None:
        return "not measured"
    if meter.expected is None:
        return percent(meter.progress)
    return f"{percent(meter.progress)} ({percent(meter.expected)} expected)"


def trend_words(trend: Trend, signs: str = SIGNS.spark) -> str:
    """Draw a trend in signs of several heights."""
    top = len(signs) - 1
    return "".join(signs[round(min(max(each, 0.0), 1.0) * top)] for each in trend.heights)


def piece_words(piece: Words | Meter | Trend) -> str:
    """Say a piece of a line."""
    match piece:
        case Words(text, Tone.CODE):
            return f"`{one_line(text)}`"
        case Words():
            return one_line(piece.text)
        case Meter():
            return meter_words(piece)
        case Trend():
            return trend_words(piece)


def line_words(line: Line) -> str:
    """Say a line."""
    return "".join(map(piece_words, line))


def says_nothing(line: Line) -> bool:
    """Tell whether a cell is empty, or holds the dash that stands for nothing."""
    return line_words(line).strip() in {"", NOTHING}


def as_bullets(table: Table) -> Bullets:
    """Give a table as a list, for where columns would not stand in line."""
    return Bullets([Item(_row(table, row)) for row in table.rows])


def flattened(bullets: Bullets, depth: int = 0) -> Iterator[tuple[int, str, Line]]:
    """Give the entries of a list in their order: how deep, behind which sign, and the line."""
    for number, item in enumerate(bullets.items, start=1):
        yield depth, f"{number}. " if bullets.ordered else "• ", item.line
        yield from flattened(Bullets(item.below), depth + 1)


def _row(table: Table, row: Sequence[Line]) -> Line:
    """Set cells after one another, each behind the name of its column; but for empty ones."""
    line = list(row[0])
    for column, cell in zip(table.columns[1:], row[1:], strict=True):
        if not says_nothing(cell):
            name = f"{column.name[:1].lower()}{column.name[1:]} " if column.name else ""
            line += [Words(f" {SIGNS.dot} {name}", Tone.QUIET), *cell]
    return line
