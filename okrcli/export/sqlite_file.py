"""Tables as one SQLite database, with views that join the star around its facts."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from okrcli.analysis.facts.columns import Column, columns
from okrcli.analysis.facts.facts import TABLES
from okrcli.errors import OkrError, UsageError
from okrcli.export.batches import Batches

_TYPES: Mapping[type, str] = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}
_STRICT_SINCE = (3, 37)
_AT_ONCE = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "BEGIN")
_INDEXES = (
    ("objectives", "objective"),
    ("key_results", "key_result"),
    ("milestones", "key_result"),
    ("plan_points", "key_result"),
    ("check_ins", "key_result"),
    ("goalposts", "objective"),
    ("links", "source"),
    ("lessons", "objective"),
)
_VIEW = """
CREATE VIEW {facts}_star AS
SELECT f.*, c.first_day AS cycle_first_day, c.last_day AS cycle_last_day, t.name AS team_name,
  t.parent AS team_parent, o.title AS objective_title, o.owner AS objective_owner, o.ambition,
  k.title AS key_result_title, k.owner AS key_result_owner, k.kind AS key_result_kind, k.unit
FROM {facts} AS f
LEFT JOIN cycles AS c ON c.cycle = f.cycle
LEFT JOIN teams AS t ON t.team = f.team
LEFT JOIN objectives AS o ON o.objective = f.objective
LEFT JOIN key_results AS k ON k.key_result = f.key_result
"""
_STARS = ("check_ins", "goalposts")


def refuse_foreign(path: Path) -> None:
    """Refuse a file that is there and is neither empty nor an earlier export."""
    if path.is_file() and path.stat().st_size and not _is_own(path):
        raise UsageError(f"{path} is no export, and is not replaced", "name another file")


def _is_own(path: Path) -> bool:
    """Tell whether a file is a database that has no tables but those of an export."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            rows = database.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table'"
            ).fetchall()
    except sqlite3.DatabaseError:
        return False
    names = {name for (name,) in rows}
    return "exports" in names and names <= TABLES.keys()


def write_sqlite(path: Path, tables: Batches) -> None:
    """Write a database to a file that is not there yet; days are ISO dates, true is 1."""
    if sqlite3.sqlite_version_info < _STRICT_SINCE:
        raise OkrError(
            f"SQLite {sqlite3.sqlite_version} has no strict tables",
            "use a Python with SQLite 3.37 or newer, or another --format",
        )
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            _fill(database, tables)
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error


def _fill(database: sqlite3.Connection, tables: Batches) -> None:
    for step in _AT_ONCE:
        database.execute(step)
    for table, batches in tables.items():
        database.execute(_table(table))
        insert = f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns(table)))})"  # noqa: S608 - our own names
        for batch in batches:
            values = map(_values, columns(table), batch)
            database.executemany(insert, zip(*values, strict=True))
    for table, column in _INDEXES:
        database.execute(f"CREATE INDEX {table}_by_{column} ON {table} ({column})")
    for facts in _STARS:
        database.execute(_VIEW.format(facts=facts))
    database.execute("COMMIT")


def _table(table: str) -> str:
    fields = ", ".join(map(_field, columns(table)))
    return f"CREATE TABLE {table} ({fields}) STRICT"


def _field(column: Column) -> str:
    missing = "" if column.nullable else " NOT NULL"
    return f'"{column.name}" {_TYPES.get(column.kind, "TEXT")}{missing}'


def _values(column: Column, values: Sequence[date | None]) -> Sequence[object]:
    if column.kind is not date:
        return values
    return [None if value is None else value.isoformat() for value in values]
