"""Messages for Mattermost: Markdown.

A message has 16,383 Unicode characters at most (server 5.0 and later). Mattermost knows no folds,
so that what is folded elsewhere is left out.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from okrcli.connect.announcement import Announcement
from okrcli.connect.packing import Room, numbered, packed
from okrcli.render.markdown.text import markdown_text
from okrcli.render.pages.breaking import broken, shortened
from okrcli.render.pages.change import unfolded
from okrcli.render.pages.markdown import markdown_parts

LONGEST = 16_383
_LONGEST_PART = 4_000
_MOST_PARTS = 10_000
_TITLE = 500
_NUMBER = len("#  (9999/9999)")
_BREAK, _ENTITY = "\N{ZERO WIDTH SPACE}", "&#8203;"
_GAP = "\n\n"
_CALL = re.compile(r"@(?=\w)|<(?=[!@#])")


def mattermost_messages(told: Announcement) -> list[dict[str, Any]]:
    """Write an announcement as texts, each under the title.

    A name behind `@` calls nobody: the two are parted by a character that nobody sees.
    """
    title = told.page.title
    short = shortened(title, _TITLE)
    below = [
        *([] if short == title else [markdown_text(title)]),
        *markdown_parts(unfolded(told.page)),
    ]
    parts = (each for part in below for each in _pieces(part))
    room = Room(_MOST_PARTS, LONGEST - len(markdown_text("@" * _TITLE)) - _NUMBER)
    packs = list(packed(parts, room, _size, _is_heading))
    return [
        {"text": _text(numbered(short, number, len(packs)), pack)}
        for number, pack in enumerate(packs, start=1)
    ]


def _text(title: str, parts: list[str]) -> str:
    """Put a message together; what could call somebody is broken, also in code."""
    text = _GAP.join([f"# {markdown_text(title)}", *parts]).replace(_ENTITY, _BREAK)
    return _CALL.sub(rf"\g<0>{_BREAK}", text)


def _pieces(part: str) -> Iterator[str]:
    """Cut a long part between its lines; each piece of a table has its head."""
    lines = part.split("\n")
    rows = 2 if part.startswith("| ") else 0
    head = "\n".join(lines[:rows])
    text = head
    for line in _broken(lines[rows:]):
        if text not in {"", head} and len(text) + len(line) >= _LONGEST_PART:
            yield text
            text = head
        text = f"{text}\n{line}" if text else line
    yield text


def _broken(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from broken(line, _LONGEST_PART // 2)


def _size(part: str) -> int:
    return len(part) + len(_GAP)


def _is_heading(part: str) -> bool:
    return part.startswith("#")
