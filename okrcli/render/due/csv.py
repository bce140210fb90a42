"""Who owes a check-in as CSV: a row for each key result that is under way."""

from typing import NamedTuple

from okrcli.analysis.loads.dues import Dues, Owed
from okrcli.analysis.progress.rhythm import kept
from okrcli.render.csv_text import csv_file, csv_text


class Row(NamedTuple):
    """The columns, in their order; `rhythm` has a word for each window, the oldest first."""

    cycle: str
    team: str
    ref: str
    title: str
    owner: str
    state: str
    due: str
    overdue_from: str
    days_past_due: str
    last_check_in: str
    last_author: str
    on_time: str
    windows_over: str
    rhythm: str


def due_csv(dues: Dues) -> str:
    """Write it as CSV, the longest overdue first."""
    return csv_file(Row._fields, map(_row, dues.owed))


def _row(owed: Owed) -> Row:
    on_time, over = kept(owed.rhythm)
    return Row(
        cycle=csv_text(owed.key.cycle),
        team=csv_text(owed.key.team),
        ref=csv_text(owed.key.ref),
        title=csv_text(owed.title),
        owner=csv_text(owed.owner),
        state=owed.state.value,
        due=owed.due.isoformat(),
        overdue_from=owed.late_from.isoformat(),
        days_past_due=str(owed.days),
        last_check_in="" if owed.last is None else owed.last.isoformat(),
        last_author=csv_text(owed.author),
        on_time=str(on_time),
        windows_over=str(over),
        rhythm=" ".join(each.beat.value for each in owed.rhythm),
    )
