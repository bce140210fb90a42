"""A progress report as CSV: a row for each key result, for spreadsheets."""

from collections.abc import Iterator
from typing import NamedTuple

from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport, Report
from okrcli.render.csv_text import csv_file, csv_number, csv_text


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
    return csv_file(Row._fields, _rows(report))


def _rows(report: Report) -> Iterator[Row]:
    for objective in report.objectives():
        for key_result in objective.key_results:
            yield _row(objective, key_result)


def _row(objective: ObjectiveReport, report: KeyResultReport) -> Row:
    key_result, last = report.key_result, report.last_check_in
    return Row(
        cycle=csv_text(objective.cycle.name),
        team=csv_text(objective.key.team),
        objective=csv_text(objective.key.objective),
        objective_title=csv_text(objective.objective.title),
        key_result=csv_text(key_result.id),
        title=csv_text(key_result.title),
        owner=csv_text(report.owner),
        kind=key_result.kind.value,
        unit=csv_text(key_result.unit),
        baseline=csv_number(key_result.baseline),
        target=csv_number(key_result.target),
        current=csv_number(key_result.current),
        progress=csv_number(report.progress),
        expected=csv_number(report.expected),
        status=report.status.value,
        reason=report.reason,
        stale=str(report.stale).lower(),
        confidence=csv_number(key_result.confidence),
        forecast=csv_number(report.forecast),
        last_check_in="" if last is None else last.date.isoformat(),
        last_author="" if last is None else csv_text(last.author),
        check_ins=str(report.check_ins),
        weight=csv_number(key_result.weight),
        original_baseline=csv_number(report.original_baseline),
        original_target=csv_number(report.original_target),
    )
