"""What people answer for as CSV: a row for each."""

from typing import NamedTuple

from okrcli.analysis.loads.owner_loads import OwnerLoad, OwnerLoads
from okrcli.render.csv_text import csv_file, csv_text
from okrcli.render.owner_loads.words import remarks


class Row(NamedTuple):
    """The columns, in their order; `most_in_a_cycle` are objectives, against the limit."""

    owner: str
    name: str
    known: str
    leads: str
    objectives: str
    most_in_a_cycle: str
    limit: str
    key_results: str
    check_ins: str
    overdue: str
    to_look_at: str


def owner_loads_csv(loads: OwnerLoads) -> str:
    """Write it as CSV, who has most first."""
    return csv_file(Row._fields, map(_row, loads.owners))


def _row(load: OwnerLoad) -> Row:
    return Row(
        owner=csv_text(load.owner),
        name=csv_text(load.name),
        known="" if load.known is None else str(load.known).lower(),
        leads=csv_text(" ".join(load.leads)),
        objectives=str(sum(load.by_cycle.values())),
        most_in_a_cycle=str(load.most),
        limit=str(load.limit),
        key_results=str(len(load.key_results)),
        check_ins=str(len(load.owed)),
        overdue=str(len(load.overdue)),
        to_look_at=csv_text("; ".join(remarks(load))),
    )
