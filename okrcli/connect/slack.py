"""Messages for Slack: Block Kit."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from okrcli.connect.announcement import Announcement
from okrcli.connect.packing import Room, numbered, packed
from okrcli.render.breaking import shortened
from okrcli.render.page_slack import fallback
from okrcli.render.page_words import one_line
from okrcli.render.slack_blocks import (
    COST_OF_A_BLOCK,
    LONGEST_HEADER,
    LONGEST_MESSAGE,
    MOST_BLOCKS,
    BlockData,
    escaped,
    size,
    slack_blocks,
    titled,
)

_NUMBER = len(" (9999/9999)")


def slack_messages(told: Announcement) -> list[dict[str, Any]]:
    """Write an announcement as messages of blocks, each under the title."""
    room = Room(MOST_BLOCKS - 1, LONGEST_MESSAGE - COST_OF_A_BLOCK - LONGEST_HEADER)
    packs = list(packed(_below(told), room, size, _is_heading))
    found = []
    for number, blocks in enumerate(packs, start=1):
        title = numbered(_short(told.page.title), number, len(packs))
        said = fallback(told.page, title) if number == 1 else escaped(title)
        found.append({"text": said, "blocks": [*titled(title), *blocks]})
    return found


def _below(told: Announcement) -> Iterator[BlockData]:
    """Give what stands below the title: all of it first, where it was too long for a heading."""
    if _short(told.page.title) != one_line(told.page.title):
        yield from islice(titled(told.page.title), 1, None)
    yield from slack_blocks(told.page)


def _short(title: str) -> str:
    """Leave room for a number behind a title."""
    return shortened(one_line(title), LONGEST_HEADER - _NUMBER)


def _is_heading(block: BlockData) -> bool:
    return bool(block["type"] == "header")
