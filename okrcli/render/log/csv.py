"""A log as CSV: a row for each check-in and each goalpost that moved, newest first."""

from collections.abc import Iterator
from typing import NamedTuple

from okrcli.analysis.story.goalposts import Goalpost, Value
from okrcli.analysis.story.log_entry import Log, LogEntry, Said
from okrcli.model.key_result import Close
from okrcli.render.csv_text import csv_file, csv_number, csv_text

CHECK_IN = "check-in"


class Row(NamedTuple):
    """The columns, in their order; `event` is `check-in`, or what kind of goalpost it is.

    `date` and `author` are the check-in's own, else the commit's. `note` is also the reason of a
    goalpost.
    """

    date: str
    author: str
    commit: str
    cycle: str
    team: str
    ref: str
    title: str
    event: str
    field: str = ""
    was: str = ""
    now: str = ""
    delta: str = ""
    unit: str = ""
    progress: str = ""
    confidence: str = ""
    note: str = ""
    blocker: str = ""


def log_csv(log: Log) -> str:
    """Write a log as RFC 4180 CSV with a header, lines ending in a line feed."""
    entries = (entry for chapter in log.chapters for entry in chapter.entries)
    return csv_file(Row._fields, (row for entry in entries for row in _rows(entry)))


def _rows(entry: LogEntry) -> Iterator[Row]:
    if entry.said is not None:
        yield _check_in(entry, entry.said)
    for goalpost in entry.goalposts:
        yield _goalpost(entry, goalpost)


def _begin(entry: LogEntry, event: str) -> Row:
    commit, key = entry.commit, entry.key
    return Row(
        date=commit.dated.isoformat(),
        author=csv_text(commit.author),
        commit=commit.id or "",
        cycle=csv_text(key.cycle),
        team=csv_text(key.team),
        ref=csv_text(key.ref),
        title=csv_text(entry.title),
        event=event,
        unit=csv_text(None if entry.key_result is None else entry.key_result.unit),
    )


def _check_in(entry: LogEntry, said: Said) -> Row:
    return _begin(entry, CHECK_IN)._replace(
        date=said.date.isoformat(),
        author=csv_text(said.author),
        was=csv_number(said.was),
        now=csv_number(said.value),
        delta=csv_number(said.delta),
        progress=csv_number(said.progress),
        confidence=csv_number(said.confidence),
        note=csv_text(said.note),
        blocker=csv_text(said.blocker),
    )


def _goalpost(entry: LogEntry, goalpost: Goalpost) -> Row:
    field = goalpost.field if goalpost.item is None else f"{goalpost.field}: {goalpost.item}"
    return _begin(entry, goalpost.kind.value)._replace(
        field=csv_text(field),
        was=_value(goalpost.was),
        now=_value(goalpost.now),
        note=csv_text(goalpost.reason),
    )


def _value(value: Value) -> str:
    match value:
        case Close():
            return csv_text(value.decision)
        case int() | float():
            return csv_number(value)
        case tuple() | list():
            return csv_text("; ".join(value))
    return csv_text(None if value is None else str(value))
