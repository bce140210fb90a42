"""The cells of a CSV file: numbers as numbers, texts that no spreadsheet takes for a formula."""

from okrcli.render.numbers import exact
from okrcli.render.text import clean

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_number(value: float | None) -> str:
    """Write a number."""
    return "" if value is None else str(exact(value))


def csv_text(text: str | None) -> str:
    """Guard a text that a spreadsheet would take for a formula."""
    if not text:
        return ""
    return f"'{clean(text)}" if text.startswith(_FORMULA) else clean(text)
