"""Tables as Parquet: those of goals in a folder each, by cycle, the others in a file each."""

# ruff: noqa: PLC0415 - pyarrow is an extra, which only this format needs

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote

from okrcli.analysis.facts.columns import Column, columns
from okrcli.errors import MissingExtraError
from okrcli.export.batches import ROWS, Batch, Batches

if TYPE_CHECKING:
    from pyarrow import Schema

BY_CYCLE = frozenset(
    "objectives key_results milestones plan_points links check_ins goalposts lessons".split()
)
PART = "part-0.parquet"
_NOTHING = "__HIVE_DEFAULT_PARTITION__"  # what Hive, Spark and Arrow call a missing value
_NAMES: Mapping[type, str] = {
    str: "string",
    int: "int64",
    float: "float64",
    bool: "bool",
    date: "date32",
}


def require_pyarrow() -> None:
    """Refuse to go on without the library."""
    try:
        import pyarrow.parquet  # noqa: F401 - whether it can be
    except ImportError:
        raise MissingExtraError("--format parquet", "export") from None


def write_parquet(folder: Path, tables: Batches) -> None:
    """Write a data set; of a table by cycle the folders' names hold that column."""
    for table, batches in tables.items():
        if table in BY_CYCLE:
            _write_by_cycle(folder / table, table, batches)
        else:
            with _Part(folder / f"{table}.parquet", columns(table)) as part:
                for batch in batches:
                    part.add(batch)


class _Part:
    """A file that is written by and by, in groups of many rows."""

    def __init__(self, path: Path, its_columns: Iterable[Column]) -> None:
        """Begin the file."""
        from pyarrow.parquet import ParquetWriter

        path.parent.mkdir(exist_ok=True, parents=True)
        self._schema = _schema(its_columns)
        self._writer = ParquetWriter(path, self._schema, compression="zstd")
        self._waiting: list[list[Any]] = [[] for _ in self._schema]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failure: object, *_: object) -> None:
        """Write what is left, unless something failed, and end the file."""
        if failure is None:
            self._write()
        self._writer.close()

    def add(self, batch: Batch) -> None:
        """Take some rows; they are written once they are many."""
        for waiting, values in zip(self._waiting, batch, strict=True):
            waiting.extend(values)
        if len(self._waiting[0]) >= ROWS:
            self._write()

    def _write(self) -> None:
        from pyarrow import array, record_batch

        if self._waiting[0]:
            types = (field.type for field in self._schema)
            arrays = list(map(array, self._waiting, types))
            self._writer.write_batch(record_batch(arrays, schema=self._schema))
            self._waiting = [[] for _ in self._schema]


def _write_by_cycle(folder: Path, table: str, batches: Iterable[Batch]) -> None:
    place = [column.name for column in columns(table)].index("cycle")
    rest = [column for at, column in enumerate(columns(table)) if at != place]
    parts: dict[str, _Part] = {}
    with ExitStack() as stack:

        def part(name: str) -> _Part:
            if name not in parts:
                parts[name] = stack.enter_context(_Part(folder / f"cycle={name}" / PART, rest))
            return parts[name]

        for batch in batches:
            others = [*batch[:place], *batch[place + 1 :]]
            rows: dict[str, list[int]] = defaultdict(list)
            for row, cycle in enumerate(batch[place]):
                rows[cycle].append(row)
            for cycle, chosen in rows.items():
                part(quote(cycle, safe="")).add([[each[row] for row in chosen] for each in others])
        if not parts:
            part(_NOTHING)


def _schema(its_columns: Iterable[Column]) -> "Schema":
    from pyarrow import field, schema, type_for_alias

    return schema(
        [
            field(column.name, type_for_alias(_NAMES[column.kind]), nullable=column.nullable)
            for column in its_columns
        ]
    )
