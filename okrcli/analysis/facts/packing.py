"""Rows of facts as columns that JSON can hold, and back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from okrcli.analysis.facts.columns import columns
from okrcli.analysis.facts.facts import TABLES, Row

T = TypeVar("T")

_day: Callable[[str], date] = cache(date.fromisoformat)


def portions(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Take items by and by, some at a time."""
    ahead = iter(items)
    while portion := list(islice(ahead, size)):
        yield portion


def pack_rows(table: str, rows: Iterable[Row]) -> list[Any]:
    """Pack rows of a table, of which there is one at least."""
    return [
        [each and each.isoformat() for each in values] if column.kind is date else values
        for column, values in zip(columns(table), zip(*rows, strict=True), strict=True)
    ]


def unpack_rows(table: str, packed: Iterable[Sequence[Any]]) -> Iterator[Any]:
    """Unpack rows of a table."""
    values = (
        [each and _day(each) for each in column] if about.kind is date else column
        for about, column in zip(columns(table), packed, strict=True)
    )
    return map(TABLES[table]._make, zip(*values, strict=True))
