"""Rows become columns, some thousands at a time, in which every value fits every format."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from okrcli.analysis.facts.columns import Column, columns
from okrcli.analysis.facts.facts import Row
from okrcli.analysis.facts.packing import portions
from okrcli.render.addresses import without_addresses

ROWS = 10_000

Batch = Sequence[Sequence[Any]]
Batches = Mapping[str, Iterable[Batch]]


def batches(tables: Mapping[str, Iterable[Row]], *, with_emails: bool) -> Batches:
    """Cut tables into batches of columns, when they are asked for.

    A number that is not finite is none, and half a character is escaped. E-mail addresses stay
    only `with_emails`, whatever text they stand in.
    """
    return {table: _batches(table, rows, with_emails) for table, rows in tables.items()}


def _batches(table: str, rows: Iterable[Row], with_emails: bool) -> Iterator[Batch]:  # noqa: FBT001 - as `batches`
    for portion in portions(rows, ROWS):
        found = zip(columns(table), zip(*portion, strict=True), strict=True)
        yield [_fitting(column, values, with_emails) for column, values in found]


def _fitting(column: Column, values: Sequence[Any], with_emails: bool) -> Sequence[Any]:  # noqa: FBT001 - as `batches`
    if column.kind is str and not _is_plain(values, with_emails):
        change = _sound if with_emails else _masked
        return [value and change(value) for value in values]
    if column.kind is float:
        return [value if value is None else _finite(value) for value in values]
    return values


def _is_plain(values: Iterable[str | None], with_emails: bool) -> bool:  # noqa: FBT001 - as `batches`
    """Tell of many texts at once that nothing in them needs a closer look, as is usual."""
    text = "".join(value for value in values if value)
    if not (with_emails or "@" not in text):
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _finite(value: float) -> float | None:
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _sound(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def _masked(text: str) -> str:
    return without_addresses(_sound(text))
