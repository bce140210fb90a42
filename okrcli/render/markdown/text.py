"""Write a text from a file into Markdown so that it stays a text."""

import re

from okrcli.render.text import clean

_BREAK = "&#8203;"  # an invisible break: GitHub would see the name behind a mere entity
_ESCAPES = (
    (re.compile(r"([\\`*\[\]|$~])"), r"\\\1"),
    (re.compile(r"(?<!\w)_|_(?!\w)"), r"\\_"),
    (re.compile(r"&"), "&amp;"),
    (re.compile(r"<"), "&lt;"),
    (re.compile(r">"), "&gt;"),
    (re.compile(r"#(?=\d)"), f"#{_BREAK}"),
    (re.compile(r"@"), f"@{_BREAK}"),
)


def markdown_text(text: str) -> str:
    """Give one line in which nothing is markup, a mention, a reference or the end of a cell."""
    line = clean(" ".join(text.split()))
    for pattern, replacement in _ESCAPES:
        line = pattern.sub(replacement, line)
    return line
