"""The columns of the tables of facts: their names, types, and whether a value may be missing."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from types import NoneType
from typing import NamedTuple, get_args, get_type_hints

from okrcli.analysis.facts.facts import TABLES


class Column(NamedTuple):
    """A column; its `kind` is str, int, float, bool or date."""

    name: str
    kind: type[str | int | float | bool | date]
    nullable: bool


@cache
def columns(table: str) -> Sequence[Column]:
    """Give the columns of a table, in their order."""
    hints = get_type_hints(TABLES[table])
    return tuple(_column(name, hints[name]) for name in TABLES[table]._fields)


def _column(name: str, hint: type) -> Column:
    kinds = [kind for kind in get_args(hint) if kind is not NoneType] or [hint]
    return Column(name, kinds[0], NoneType in get_args(hint))
