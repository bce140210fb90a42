"""The elements of an Adaptive Card that a page is made of, for Microsoft Teams.

They are `RichTextBlock`s: their texts are never read as Markdown, and a card without `entities`
mentions nobody, whatever its texts say.
https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from okrcli.render.pages.breaking import broken
from okrcli.render.pages.change import unfolded
from okrcli.render.pages.page import (
    Block,
    Bullets,
    Figure,
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
from okrcli.render.pages.words import as_bullets, flattened, one_line, piece_words

LONGEST_TEXT = 2000
_LONGEST_HEADING = 500
_MOST_RUNS = 40
Element = dict[str, Any]

_NO_BREAK = "\N{NO-BREAK SPACE}"  # spaces alone fall together
_STYLES: dict[Tone, Element] = {
    Tone.PLAIN: {},
    Tone.STRONG: {"weight": "Bolder"},
    Tone.QUIET: {"isSubtle": True},
    Tone.REF: {"fontType": "Monospace"},
    Tone.CODE: {"fontType": "Monospace"},
    Tone.GOOD: {"color": "Good"},
    Tone.WARNING: {"color": "Warning"},
    Tone.BAD: {"color": "Attention", "weight": "Bolder"},
}
_NO_TITLE = "…"
_HEADING: Element = {"size": "Medium", "weight": "Bolder"}
_TITLE: Element = {"size": "Large", "weight": "Bolder"}


def card_elements(page: Page) -> Iterator[Element]:
    """Give what stands below the title of a page; what is folded elsewhere is left out."""
    yield from _lines(page.subtitle, spacing="None")
    for notice in page.notices:
        yield from _lines([Words(f"! {notice}", Tone.WARNING)])
    yield from _blocks(unfolded(page).blocks)


def card_title(title: str) -> Iterator[Element]:
    """Give the title of a page; a card may not be empty."""
    yield from _headed(title if title.strip() else _NO_TITLE, _TITLE)


def is_heading(element: Element) -> bool:
    """Tell whether an element belongs to the one below it."""
    return bool(element["inlines"][0].get("size"))


def _blocks(blocks: Sequence[Block]) -> Iterator[Element]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Element]:
    match block:
        case Paragraph():
            yield from _lines(block.line)
        case Bullets():
            yield from _items(block)
        case Table():
            yield from _items(as_bullets(block))
        case Section(folded=False):
            yield from _headed(block.title, _HEADING)
            yield from _blocks(block.blocks)
        case Figure() | Outline() | Section():
            return


def _headed(title: str, style: Element) -> Iterator[Element]:
    for part in broken(_harmless(one_line(title)), _LONGEST_HEADING):
        yield _element([{"type": "TextRun", "text": part, **style}], "Medium")


def _items(bullets: Bullets) -> Iterator[Element]:
    for depth, sign, line in flattened(bullets):
        yield from _lines([Words(f"{_NO_BREAK * 4 * depth}{sign}"), *line], spacing="Small")


def _lines(line: Line, spacing: str = "Default") -> Iterator[Element]:
    """Write a line as one element, or as several where it is very long."""
    runs: list[Element] = []
    room = LONGEST_TEXT
    for run in _runs(line):
        if len(runs) == _MOST_RUNS or (runs and len(run["text"]) > room):
            yield _element(runs, spacing)
            runs, room = [], LONGEST_TEXT
        runs.append(run)
        room -= len(run["text"])
    if any(run["text"].strip() for run in runs):
        yield _element(runs, spacing)


def _runs(line: Line) -> Iterator[Element]:
    """Give the pieces of a line; those that look the same, as one."""
    for tone, pieces in groupby(line, _tone):
        text = _harmless("".join(map(_said, pieces)))
        for part in broken(text, LONGEST_TEXT):
            yield {"type": "TextRun", "text": part, **_STYLES[tone]}


def _said(piece: Words | Meter | Trend) -> str:
    return one_line(piece.text) if isinstance(piece, Words) else piece_words(piece)


def _tone(piece: Words | Meter | Trend) -> Tone:
    return piece.tone if isinstance(piece, Words) else Tone.PLAIN


def _harmless(text: str) -> str:
    """Break what would be a mention in a card that had entities."""
    return re.sub(r"<(?=/?at\b)", "<\N{ZERO WIDTH SPACE}", text, flags=re.IGNORECASE)


def _element(runs: Sequence[Element], spacing: str) -> Element:
    return {"type": "RichTextBlock", "spacing": spacing, "inlines": list(runs)}
