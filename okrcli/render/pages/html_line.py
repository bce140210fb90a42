"""The pieces of a line in HTML: words with their tones, days, meters, trends."""

import re
from collections.abc import Iterable, Iterator

import htpy as h

from okrcli.render.pages.page import Line, Meter, Tone, Trend, Words
from okrcli.render.pages.svg import meter_svg, trend_svg
from okrcli.render.pages.words import meter_words, one_line

_DAY = re.compile(r"\b(\d{4}-\d\d-\d\d)\b")
_ENDLESS = re.compile(r"(\S{25,})")
_PIECE = re.compile(r".{1,12}")
_SHORT = 18  # letters of a coloured piece that stay on one line


def html_line(line: Line) -> list[h.Node]:
    """Write a line."""
    return [_piece(piece) for piece in line]


def html_text(text: str) -> list[h.Node]:
    """Write a text; its days are never broken at their hyphens, and endless words anywhere."""
    parts = enumerate(_DAY.split(one_line(text)))
    return [h.time[part] if place % 2 else _breakable(part) for place, part in parts if part]


def _breakable(text: str) -> list[h.Node]:
    """Give places to break to words that no column has room for."""
    parts = enumerate(_ENDLESS.split(text))
    return [_in_pieces(part) if place % 2 else part for place, part in parts]


def _in_pieces(word: str) -> list[h.Node]:
    return [each for piece in _PIECE.findall(word) for each in (piece, h.wbr)]


def spaced(nodes: Iterable[h.Node]) -> list[h.Node]:
    """Set nodes on lines of their own, so that a file can be read and compared."""
    return ["\n", *_each_with_a_break(nodes)]


def _each_with_a_break(nodes: Iterable[h.Node]) -> Iterator[h.Node]:
    for node in nodes:
        yield node
        yield "\n"


def _piece(piece: Words | Meter | Trend) -> h.Node:
    match piece:
        case Words(text, Tone.PLAIN):
            return html_text(text)
        case Words(text, Tone.STRONG):
            return h.strong[html_text(text)]
        case Words(text, Tone.CODE):
            return h.code[one_line(text)]
        case Words(text, tone):
            short = len(text) <= _SHORT and tone is not Tone.QUIET
            return h.span(class_=f"{tone.value} short" if short else tone.value)[html_text(text)]
        case Meter():
            return h.span(".meter")[meter_svg(piece), h.span(".amount")[meter_words(piece)]]
        case Trend():
            return trend_svg(piece)
