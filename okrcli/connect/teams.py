"""Messages for Microsoft Teams: an Adaptive Card for a webhook of the Workflows app.

The older connectors, and their MessageCards, are retired. A message is about 28 KB at most
(learn.microsoft.com/connectors/teams, "Known issues and limitations"); some were refused from 21 KB
on, so that ours stay below that. Teams knows version 1.5 of the cards.
"""

import json
from typing import Any

from okrcli.connect.announcement import Announcement
from okrcli.connect.packing import Room, numbered, packed
from okrcli.render.pages.adaptive_card import Element, card_elements, card_title, is_heading
from okrcli.render.pages.breaking import shortened

MOST_BYTES = 20_000
_MOST_ELEMENTS = 200
_TYPE = "application/vnd.microsoft.card.adaptive"
_TITLE = 500  # letters


def teams_messages(told: Announcement) -> list[dict[str, Any]]:
    """Write an announcement as cards, each under the title."""
    title = told.page.title
    short = shortened(title, _TITLE)
    below = [*([] if short == title else card_title(title)), *card_elements(told.page)]
    frame = size(_message(list(card_title(numbered(short, 9999, 9999)))))
    packs = list(packed(below, Room(_MOST_ELEMENTS, MOST_BYTES - frame), _size, is_heading))
    return [
        _message([*card_title(numbered(short, number, len(packs))), *elements])
        for number, elements in enumerate(packs, start=1)
    ]


def size(data: object) -> int:
    """Measure data in bytes of JSON."""
    return len(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def _size(element: Element) -> int:
    return size(element) + 1  # and the comma behind it


def _message(elements: list[Element]) -> dict[str, Any]:
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.5",
        "msteams": {"width": "Full"},
        "body": elements,
    }
    attachment = {"contentType": _TYPE, "contentUrl": None, "content": card}
    return {"type": "message", "attachments": [attachment]}
