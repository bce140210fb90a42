"""Which files an export consists of, so that an older one can be told from what is not ours."""

from pathlib import PurePath

from okrcli.analysis.facts.facts import TABLES, Tables
from okrcli.export.parquet_files import BY_CYCLE, PART

_DEEP = 3  # table, cycle, file


def mark(form: str) -> str:
    """Name the file by which an export is known; the others might be somebody's own."""
    return f"{Tables._fields[0]}.{form}"


def belongs(path: PurePath, form: str) -> bool:
    """Tell whether a file, seen from the folder of an export, is one that a format writes."""
    if len(path.parts) == 1:
        return path.suffix == f".{form}" and path.stem in TABLES
    if form != "parquet" or len(path.parts) != _DEEP:
        return False
    table, cycle, file = path.parts
    return table in BY_CYCLE and cycle.startswith("cycle=") and file == PART
