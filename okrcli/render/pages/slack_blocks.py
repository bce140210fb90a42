"""The blocks of Slack's Block Kit that a page is made of: no limit of a block is exceeded."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from okrcli.render.pages.breaking import broken, shortened
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
from okrcli.render.pages.words import as_bullets, flattened, line_words, one_line, piece_words

# https://docs.slack.dev/reference/block-kit/blocks: blocks a message, letters a text
MOST_BLOCKS = 50
LONGEST_TEXT = 3000
LONGEST_HEADER = 150
# Not documented: https://github.com/slackapi/bolt-js/issues/2509 saw a message refused from 13,297
# letters on, and each further block cost 125.
LONGEST_MESSAGE = 13_000
COST_OF_A_BLOCK = 130
_BREAK = "\N{ZERO WIDTH SPACE}"
_BOLD = frozenset({Tone.STRONG, Tone.BAD})
BlockData = dict[str, Any]


def slack_blocks(page: Page) -> Iterator[BlockData]:
    """Give what stands below the title of a page; what is folded elsewhere is left out."""
    yield from context(_line(page.subtitle))
    for notice in page.notices:
        yield from sections(f":warning: {escaped(one_line(notice))}")
    yield from _blocks(unfolded(page).blocks)


def titled(title: str) -> Iterator[BlockData]:
    """Give a title as a heading, and below it as a text where it is too long for one."""
    text = heading_text(title)
    yield header(text)
    if len(text) > LONGEST_HEADER:
        yield from sections(escaped(one_line(title)))


def heading_text(title: str) -> str:
    """Make a title harmless: plain text is said to call nobody, and a break makes sure of it."""
    return re.sub(r"<(?=\S)", f"<{_BREAK}", one_line(title))


def header(text: str) -> BlockData:
    """Give a heading, of a harmless text."""
    short = shortened(text, LONGEST_HEADER).strip() or "…"
    return {"type": "header", "text": {"type": "plain_text", "text": short, "emoji": False}}


def context(text: str) -> Iterator[BlockData]:
    """Give a text that stands back."""
    for part in broken(text, LONGEST_TEXT):
        if part.strip():
            yield {"type": "context", "elements": [_mrkdwn(part)]}


def size(block: BlockData) -> int:
    """Tell how much a block takes of the longest message."""
    texts = block["elements"] if block["type"] == "context" else [block["text"]]
    return COST_OF_A_BLOCK + sum(len(each["text"]) for each in texts)


def escaped(text: str) -> str:
    """Make a text harmless: what could become a link or call somebody begins with `<`."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _blocks(blocks: Sequence[Block]) -> Iterator[BlockData]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[BlockData]:
    match block:
        case Paragraph():
            yield from sections(_line(block.line))
        case Bullets():
            yield from sections(*_items(block))
        case Table():
            yield from sections(*_items(as_bullets(block)))
        case Section(folded=False):
            yield from titled(block.title)
            yield from _blocks(block.blocks)
        case Figure() | Outline() | Section():
            return


def _items(bullets: Bullets) -> Iterator[str]:
    for depth, sign, line in flattened(bullets):
        yield f"{'    ' * depth}{sign}{_line(line)}"


def sections(*lines: str) -> Iterator[BlockData]:
    """Put escaped lines into as few sections as their lengths allow."""
    text = ""
    for part in (part for line in lines for part in broken(line, LONGEST_TEXT)):
        if text and len(text) + 1 + len(part) > LONGEST_TEXT:
            yield _section(text)
            text = part
        else:
            text = f"{text}\n{part}" if text else part
    if text.strip():
        yield _section(text)


def _section(text: str) -> BlockData:
    return {"type": "section", "text": _mrkdwn(text)}


def _mrkdwn(text: str) -> BlockData:
    """Give a text in which no name or address becomes a link, or calls anybody."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def _line(line: Line) -> str:
    return "".join(map(_piece, line)) if line_words(line).strip() else ""


def _piece(piece: Words | Meter | Trend) -> str:
    text = escaped(piece_words(piece))
    if isinstance(piece, Words) and piece.tone in _BOLD and text.strip():
        return text.replace(text.strip(), f"*{text.strip()}*")
    return text
