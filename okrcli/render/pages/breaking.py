"""Long texts, for services that take no more than so much: broken into parts, or shortened."""

import re
from collections.abc import Iterator

# What an escape begins with that would be cut: `\` of Markdown, `&` of an entity.
_CUT_ESCAPE = re.compile(r"(\\|&[#\w]{0,8})\Z")


def broken(text: str, longest: int) -> Iterator[str]:
    """Break a text behind spaces into parts, else within a word, but never within an escape.

    The parts together are the text.
    """
    while len(text) > longest:
        end = _end(text, longest)
        yield text[:end]
        text = text[end:]
    if text:
        yield text


def shortened(text: str, longest: int) -> str:
    """Give the beginning of a text that is too long, with a sign that it goes on."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _end(text: str, longest: int) -> int:
    space = text.rfind(" ", 0, longest)
    if space > 0:
        return space + 1
    escape = _CUT_ESCAPE.search(text, max(longest - 10, 0), longest)
    return escape.start() if escape is not None and escape.start() > 0 else longest
