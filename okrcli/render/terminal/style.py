"""Colour, where there is any: a handful of named styles as plain terminal sequences."""

from typing import NamedTuple

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "advice": "1;36",
    "good": "32",
    "strong": "1",
    "faint": "2",
    "hint": "36",
}


class Style(NamedTuple):
    """How a sink shows text: in colour or not, and how wide."""

    colour: bool = False
    columns: int = 80

    def paint(self, text: str, style: str) -> str:
        """Give a clean text in a named style; the text alone where there is no colour."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.colour and text else text
