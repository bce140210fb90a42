"""A page as Slack's Block Kit, within its limits."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from okrcli.render.json_text import json_text
from okrcli.render.page import (
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
from okrcli.render.page_words import as_bullets, line_words, one_line, piece_words

# https://docs.slack.dev/reference/block-kit/blocks: blocks a message, letters a text
MOST_BLOCKS = 50
MOST_ELEMENTS = 10
LONGEST_TEXT = 3000
LONGEST_HEADER = 150
# Not documented: https://github.com/slackapi/bolt-js/issues/2509 saw a message refused from 13,297
# letters on, and each further block cost 125.
LONGEST_MESSAGE = 13_000
COST_OF_A_BLOCK = 130
_ELLIPSIS = "…"
_BOLD = frozenset({Tone.STRONG, Tone.BAD})
_Data = dict[str, Any]


def page_slack(page: Page) -> str:
    """Write a page as the JSON of one message; what does not fit is said to be left out.

    What is folded elsewhere is left out too: a chat is no place to look something up.
    """
    head = [_header(page.title), *_context(_line(page.subtitle))]
    for notice in page.notices:
        head += _sections(f":warning: {_escaped(one_line(notice))}")
    blocks = [*head, *_blocks(page.blocks)]
    kept = blocks[: _room(blocks)]
    if len(kept) < len(blocks):
        while kept[-1]["type"] == "header":
            kept.pop()
        kept += _context(f"{_ELLIPSIS} {len(blocks) - len(kept)} more parts")
    told = ". ".join(filter(None, [*map(one_line, [page.title, *page.notices]), _lead(page)]))
    return json_text({"text": _cut(_escaped(told), LONGEST_TEXT), "blocks": kept})


def _lead(page: Page) -> str:
    """Give the first sentences, which a notification shows behind the title."""
    first = page.blocks[0] if page.blocks else None
    return line_words(first.line) if isinstance(first, Paragraph) else ""


def _room(blocks: Sequence[_Data]) -> int:
    """Tell how many blocks a message has room for, one more being needed to say what is left."""
    sizes = list(accumulate(map(_size, blocks)))
    if len(blocks) <= MOST_BLOCKS and sizes[-1] <= LONGEST_MESSAGE:
        return len(blocks)
    fitting = sum(size <= LONGEST_MESSAGE - 2 * COST_OF_A_BLOCK for size in sizes)
    return min(fitting, MOST_BLOCKS - 1)


def _size(block: _Data) -> int:
    texts = block["elements"] if block["type"] == "context" else [block["text"]]
    return COST_OF_A_BLOCK + sum(len(each["text"]) for each in texts)


def _blocks(blocks: Sequence[Block]) -> Iterator[_Data]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[_Data]:
    match block:
        case Paragraph():
            yield from _sections(_line(block.line))
        case Bullets():
            yield from _sections(*_items(block, ""))
        case Table():
            yield from _sections(*_items(as_bullets(block), ""))
        case Section(folded=False):
            within = list(_blocks(block.blocks))
            if within:
                yield from (_header(block.title), *within)
        case Figure() | Outline() | Section():
            return


def _items(bullets: Bullets, indent: str) -> Iterator[str]:
    for number, item in enumerate(bullets.items, start=1):
        yield from _item(item, f"{indent}{number}. " if bullets.ordered else f"{indent}• ", indent)


def _item(item: Item, sign: str, indent: str) -> Iterator[str]:
    yield f"{sign}{_line(item.line)}"
    yield from _items(Bullets(item.below), f"{indent}    ")


def _sections(*lines: str) -> Iterator[_Data]:
    """Put lines into as few sections as their lengths allow."""
    text = ""
    for line in lines:
        short = _cut(line, LONGEST_TEXT)
        if text and len(text) + 1 + len(short) > LONGEST_TEXT:
            yield _section(text)
            text = short
        else:
            text = f"{text}\n{short}" if text else short
    if text.strip():
        yield _section(text)


def _section(text: str) -> _Data:
    return {"type": "section", "text": _mrkdwn(text)}


def _header(text: str) -> _Data:
    short = _cut(one_line(text) or _ELLIPSIS, LONGEST_HEADER)
    return {"type": "header", "text": {"type": "plain_text", "text": short, "emoji": False}}


def _context(text: str) -> Iterator[_Data]:
    if text.strip():
        yield {"type": "context", "elements": [_mrkdwn(_cut(text, LONGEST_TEXT))]}


def _mrkdwn(text: str) -> _Data:
    """Give a text in which no name or address becomes a link, or calls anybody."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def _line(line: Line) -> str:
    return "".join(map(_piece, line)) if line_words(line).strip() else ""


def _piece(piece: Words | Meter | Trend) -> str:
    text = _escaped(piece_words(piece))
    if isinstance(piece, Words) and piece.tone in _BOLD and text.strip():
        return text.replace(text.strip(), f"*{text.strip()}*")
    return text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _cut(text: str, longest: int) -> str:
    """Shorten a text, but not in the middle of an escape."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    start = kept.rfind("&")
    if start >= 0 and ";" not in kept[start:]:
        kept = kept[:start]
    return kept + _ELLIPSIS
