"""Rows become columns, some thousands at a time, in which every value fits every format."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from okrcli.analysis.fact_columns import Column, columns
from okrcli.analysis.fact_packing import portions
from okrcli.analysis.facts import Row
from okrcli.export.privacy import without_addresses

ROWS = 10_000

Batch = Sequence[Sequence[Any]]
Batches = Mapping[str, Iterable[Batch]]


def batches(tables: Mapping[str, Iterable[Row]], *, with_emails: bool) -> Batches:
    """Cut tables into batches of columns, when they are asked for.

    A number that is not finite is none, and half a character is escaped. E-mail addresses stay
    only `with_emails`, whatever text they stand in.
    """
    text = _sound if with_emails else _masked
    return {table: _batches(table, rows, text) for table, rows in tables.items()}


def _batches(table: str, rows: Iterable[Row], text: Callable[[str], str]) -> Iterator[Batch]:
    for portion in portions(rows, ROWS):
        found = zip(columns(table), zip(*portion, strict=True), strict=True)
        yield [_fitting(column, values, text) for column, values in found]


def _fitting(column: Column, values: Sequence[Any], text: Callable[[str], str]) -> Sequence[Any]:
    if column.kind is str:
        return [value if value is None else text(value) for value in values]
    if column.kind is float:
        return [value if value is None else _finite(value) for value in values]
    return values


def _finite(value: float) -> float | None:
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _sound(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def _masked(text: str) -> str:
    return without_addresses(_sound(text))
