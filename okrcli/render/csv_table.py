"""A progress report as CSV: a row for each key result, for spreadsheets."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from okrcli.analysis.report import KeyResultReport, ObjectiveReport, Report
from okrcli.render.numbers import exact
from okrcli.render.text import clean

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Row(NamedTuple):
    """The columns, in their order."""

    cycle: str
    team: str
    objective: str
    objective_title: str
    key_result: str
    title: str
    owner: str
    kind: str
    unit: str
    baseline: str
    target: str
    current: str
    progress: str
    expected: str
    status: str
    reason: str
    stale: str
    confidence: str
    forecast: str
    last_check_in: str
    last_author: str
    check_ins: str
    weight: str
    original_baseline: str
    original_target: str


def progress_csv(report: Report) -> str:
    """Write a report as RFC 4180 CSV with a header, lines ending in a line feed."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Row._fields)
    writer.writerows(_rows(report))
    return out.getvalue()


def _rows(report: Report) -> Iterator[Row]:
    for objective in report.objectives():
        for key_result in objective.key_results:
            yield _row(objective, key_result)


def _row(objective: ObjectiveReport, report: KeyResultReport) -> Row:
    key_result, last = report.key_result, report.last_check_in
    return Row(
        cycle=_text(objective.cycle.name),
        team=_text(objective.key.team),
        objective=_text(objective.key.objective),
        objective_title=_text(objective.objective.title),
        key_result=_text(key_result.id),
        title=_text(key_result.title),
        owner=_text(report.owner),
        kind=key_result.kind.value,
        unit=_text(key_result.unit),
        baseline=_number(key_result.baseline),
        target=_number(key_result.target),
        current=_number(key_result.current),
        progress=_number(report.progress),
        expected=_number(report.expected),
        status=report.status.value,
        reason=report.reason,
        stale=str(report.stale).lower(),
        confidence=_number(key_result.confidence),
        forecast=_number(report.forecast),
        last_check_in="" if last is None else last.date.isoformat(),
        last_author="" if last is None else _text(last.author),
        check_ins=str(report.check_ins),
        weight=_number(key_result.weight),
        original_baseline=_number(report.original_baseline),
        original_target=_number(report.original_target),
    )


def _number(value: float | None) -> str:
    return "" if value is None else str(exact(value))


def _text(text: str | None) -> str:
    """Guard a text that a spreadsheet would take for a formula."""
    if not text:
        return ""
    return f"'{clean(text)}" if text.startswith(_FORMULA) else clean(text)
