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
    if not text:
        return ""
    return f"'{clean(text)}" if text.startswith(_FORMULA) else clean(text)
