"""What was exported reads back equal, in every format."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.facts.facts import TABLES
from okrcli.export.batches import Batches, batches
from okrcli.export.csv_files import write_csv
from okrcli.export.jsonl_files import write_jsonl
from okrcli.export.parquet_files import write_parquet
from okrcli.export.sqlite_file import write_sqlite
from tests.export.rows import Rows, read_csv, read_jsonl, read_parquet, read_sqlite, rows_of

Made = dict[str, list[Any]]
TABLE = st.sampled_from(list(TABLES)).flatmap(
    lambda table: st.fixed_dictionaries({table: rows_of(table)})
)


def _back(
    made: Made, write: Callable[[Path, Batches], None], read: Callable[[Path, str], Rows]
) -> Rows:
    (table,) = made
    every = {name: made.get(name, []) for name in TABLES}
    with TemporaryDirectory() as folder:
        place = Path(folder) / "facts"
        if write is not write_sqlite:
            place.mkdir()
        write(place, batches(every, with_emails=True))
        return read(place, table)


@given(TABLE)
def test_csv_reads_back_equal(made: Made) -> None:
    assert _back(made, write_csv, read_csv) == next(iter(made.values()))


@given(TABLE)
def test_json_lines_read_back_equal(made: Made) -> None:
    assert _back(made, write_jsonl, read_jsonl) == next(iter(made.values()))


@given(TABLE)
def test_sqlite_reads_back_equal(made: Made) -> None:
    assert _back(made, write_sqlite, read_sqlite) == next(iter(made.values()))


@given(TABLE)
def test_parquet_reads_back_equal(made: Made) -> None:
    pytest.importorskip("pyarrow")
    found = _back(made, write_parquet, read_parquet)
    assert sorted(map(repr, found)) == sorted(repr(tuple(row)) for row in next(iter(made.values())))
