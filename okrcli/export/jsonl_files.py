"""Tables as JSON Lines, a file each."""

from pathlib import Path

from pydantic_core import to_json

from okrcli.analysis.facts.columns import columns
from okrcli.export.batches import Batch, Batches
from okrcli.render.text import clean_json


def write_jsonl(folder: Path, tables: Batches) -> None:
    """Write a JSON object a line; days are ISO dates, and a missing value is null."""
    for table, batches in tables.items():
        names = [column.name for column in columns(table)]
        with (folder / f"{table}.jsonl").open("x", encoding="utf-8", newline="\n") as file:
            for batch in batches:
                file.write(_lines(names, batch))


def _lines(names: list[str], batch: Batch) -> str:
    rows = zip(*batch, strict=True)
    text = b"".join(to_json(dict(zip(names, row, strict=True))) + b"\n" for row in rows)
    return clean_json(text)
