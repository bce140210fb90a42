"""Rows of any kind to write, and what reads each format back."""

import csv
import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from hypothesis import strategies as st

from okrcli.analysis.facts.columns import Column, columns
from okrcli.analysis.facts.facts import TABLES

_NUMBERS: Mapping[type, Callable[[str], object]] = {int: int, float: float}
GUARDED = re.compile(r"'+[=+\-@\t\r]")
Rows = list[tuple[Any, ...]]

_PLAIN = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"), exclude_characters="@")
_LETTERS = st.one_of(_PLAIN, st.sampled_from("=+-'\"\n,;|/\\%. ü日"))
_KINDS: Mapping[type, st.SearchStrategy[object]] = {
    str: st.text(_LETTERS, min_size=1, max_size=20),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    date: st.dates(),
}


def rows_of(table: str) -> st.SearchStrategy[list[Any]]:
    """Make up rows of a table."""
    row = TABLES[table]
    return st.lists(st.tuples(*map(_value, columns(table))).map(row._make), max_size=8)


def _value(column: Column) -> st.SearchStrategy[object]:
    if column.name == "cycle":  # a folder's name, whose length has a limit
        return st.one_of(
            st.sampled_from(["2026", "2026-Q4", "..", "a/b"]),
            st.text(_LETTERS, min_size=1, max_size=9),
        )
    known = _KINDS[column.kind]
    return st.none() | known if column.nullable else known


def read_csv(folder: Path, table: str) -> Rows:
    """Read a table of CSV by the types of its columns."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == [column.name for column in columns(table)]
    return [tuple(map(_from_csv, columns(table), row)) for row in rows]


def _from_csv(column: Column, cell: str) -> object:
    if not cell and column.nullable:
        return None
    if column.kind is str:
        return cell[1:] if GUARDED.match(cell) else cell
    if column.kind is bool:
        return {"true": True, "false": False}[cell]
    return date.fromisoformat(cell) if column.kind is date else _NUMBERS[column.kind](cell)


def read_jsonl(folder: Path, table: str) -> Rows:
    """Read a table of JSON Lines, whose values have types but for days."""
    with (folder / f"{table}.jsonl").open(encoding="utf-8", newline="\n") as file:
        rows = [json.loads(line) for line in file]
    return [tuple(_from_json(column, row) for column in columns(table)) for row in rows]


def _from_json(column: Column, row: Mapping[str, Any]) -> object:
    value = row[column.name]
    return date.fromisoformat(value) if column.kind is date and value else value


def read_sqlite(file: Path, table: str) -> Rows:
    """Read a table of SQLite, which knows neither days nor truth."""
    with closing(sqlite3.connect(file)) as database:
        rows = database.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()  # noqa: S608 - our own names
    return [tuple(map(_from_sqlite, columns(table), row)) for row in rows]


def _from_sqlite(column: Column, value: Any) -> object:  # noqa: ANN401 - as SQLite has it
    if value is None:
        return None
    if column.kind is date:
        return date.fromisoformat(value)
    return bool(value) if column.kind is bool else value


def read_parquet(folder: Path, table: str) -> Rows:
    """Read a table of Parquet, of which the folders' names may hold the cycle."""
    return [row for path in sorted(folder.rglob("*.parquet")) for row in _part(folder, path, table)]


def _part(folder: Path, path: Path, table: str) -> Iterator[tuple[Any, ...]]:
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - an extra

    names = [column.name for column in columns(table)]
    if path.relative_to(folder).parts[0] not in {table, f"{table}.parquet"}:
        return
    cycle = unquote(path.parent.name.removeprefix("cycle="))
    with ParquetFile(path) as file:
        found: Sequence[dict[str, Any]] = file.read().to_pylist()
    for row in found:
        yield tuple({"cycle": cycle, **row}[name] for name in names)
