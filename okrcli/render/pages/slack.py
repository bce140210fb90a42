"""A page as one message of Slack's Block Kit, within its limits."""

from collections.abc import Sequence
from itertools import accumulate

from okrcli.render.json_text import json_text
from okrcli.render.pages.breaking import shortened
from okrcli.render.pages.page import Page, Paragraph
from okrcli.render.pages.slack_blocks import (
    COST_OF_A_BLOCK,
    LONGEST_MESSAGE,
    MOST_BLOCKS,
    BlockData,
    context,
    escaped,
    size,
    slack_blocks,
    titled,
)
from okrcli.render.pages.words import line_words, one_line

_LONGEST_FALLBACK = 500  # more than any notification shows


def page_slack(page: Page) -> str:
    """Write a page as the JSON of one message; what does not fit is said to be left out.

    What is folded elsewhere is left out too: a chat is no place to look something up.
    """
    blocks = [*titled(page.title), *slack_blocks(page)]
    kept = blocks[: _room(blocks)]
    if len(kept) < len(blocks):
        while kept[-1]["type"] == "header":
            kept.pop()
        kept += context(f"… {len(blocks) - len(kept)} more parts")
    return json_text({"text": fallback(page, page.title), "blocks": kept})


def fallback(page: Page, title: str) -> str:
    """Give what a notification shows of a page: a title, what could not be seen, its lead."""
    first = page.blocks[0] if page.blocks else None
    lead = line_words(first.line) if isinstance(first, Paragraph) else ""
    told = ". ".join(filter(None, [*map(one_line, [title, *page.notices]), lead]))
    return escaped(shortened(told.strip() or "…", _LONGEST_FALLBACK))


def _room(blocks: Sequence[BlockData]) -> int:
    """Tell how many blocks a message has room for, one more being needed to say what is left."""
    sizes = list(accumulate(map(size, blocks)))
    if len(blocks) <= MOST_BLOCKS and sizes[-1] <= LONGEST_MESSAGE:
        return len(blocks)
    fitting = sum(size <= LONGEST_MESSAGE - 2 * COST_OF_A_BLOCK for size in sizes)
    return min(fitting, MOST_BLOCKS - 1)
