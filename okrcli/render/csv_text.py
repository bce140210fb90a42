"""CSV files: numbers as numbers, texts that no spreadsheet takes for a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from okrcli.render.numbers import exact
from okrcli.render.text import clean

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write RFC 4180 CSV with a header, lines ending in a line feed."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def csv_number(value: float | None) -> str:
    """Write a number."""
    return "" if value is None else str(exact(value))


def csv_text(text: str | None) -> str:
    """Guard a text that a spreadsheet would take for a formula."""
    return clean(_guarded(text)) if text else ""


def csv_lines(text: str) -> str:
    """Guard a text whose line breaks stay, where programs read it."""
    return "\n".join(map(clean, _guarded(text).split("\n")))


def _guarded(text: str) -> str:
    """Put a quote before a formula, and before what would otherwise read as one behind a quote."""
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) else text
