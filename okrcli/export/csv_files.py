"""Tables as CSV, a file each."""

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from okrcli.analysis.facts.columns import columns
from okrcli.export.batches import Batches
from okrcli.render.csv_text import csv_lines, csv_number

_WRITTEN: Mapping[type, Callable[..., str]] = {
    str: csv_lines,
    int: str,
    float: csv_number,
    bool: lambda value: "true" if value else "false",
    date: date.isoformat,
}


def write_csv(folder: Path, tables: Batches) -> None:
    """Write RFC 4180 CSV with headers; a missing value is an empty field."""
    for table, batches in tables.items():
        kinds = [_WRITTEN[column.kind] for column in columns(table)]
        with (folder / f"{table}.csv").open("x", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([column.name for column in columns(table)])
            for batch in batches:
                cells = map(_column, kinds, batch)
                writer.writerows(zip(*cells, strict=True))


def _column(written: Callable[..., str], values: Sequence[object]) -> Sequence[str]:
    return ["" if value is None else written(value) for value in values]
