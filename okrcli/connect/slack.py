"""Messages for Slack: Block Kit."""

from itertools import chain
from typing import Any

from okrcli.connect.announcement import Announcement
from okrcli.connect.packing import Room, numbered, packed
from okrcli.render.pages.breaking import shortened
from okrcli.render.pages.page import Page
from okrcli.render.pages.slack import fallback
from okrcli.render.pages.slack_blocks import (
    COST_OF_A_BLOCK,
    LONGEST_HEADER,
    LONGEST_MESSAGE,
    MOST_BLOCKS,
    BlockData,
    escaped,
    header,
    heading_text,
    sections,
    size,
    slack_blocks,
)
from okrcli.render.pages.words import one_line

_NUMBER = len(" (9999/9999)")


def slack_messages(told: Announcement) -> list[dict[str, Any]]:
    """Write an announcement as messages of blocks, each under the title."""
    title = told.page.title
    head = shortened(heading_text(title), LONGEST_HEADER - _NUMBER)
    whole = [] if head == heading_text(title) else sections(escaped(one_line(title)))
    room = Room(MOST_BLOCKS - 1, LONGEST_MESSAGE - COST_OF_A_BLOCK - LONGEST_HEADER)
    packs = list(packed(chain(whole, slack_blocks(told.page)), room, size, _is_heading))
    found = []
    for number, blocks in enumerate(packs, start=1):
        page = told.page if number == 1 else Page("", (), (), ())
        said = fallback(page, numbered(shortened(title, LONGEST_HEADER), number, len(packs)))
        block = header(numbered(head, number, len(packs)))
        found.append({"text": said, "blocks": [block, *blocks]})
    return found


def _is_heading(block: BlockData) -> bool:
    return bool(block["type"] == "header")
