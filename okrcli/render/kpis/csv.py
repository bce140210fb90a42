"""KPIs as CSV: a row for each."""

from typing import NamedTuple

from okrcli.analysis.landscape.kpis import KpiReport, KpisReport
from okrcli.render.csv_text import csv_file, csv_number, csv_text


class Row(NamedTuple):
    """The columns, in their order; `moved_by` has the references of key results."""

    kpi: str
    title: str
    owner: str
    unit: str
    at_least: str
    at_most: str
    current: str
    updated: str
    health: str
    since: str
    readings: str
    last_reading: str
    moved_by: str


def kpis_csv(report: KpisReport) -> str:
    """Write them as CSV, in the order of their files."""
    return csv_file(Row._fields, map(_row, report.kpis))


def _row(report: KpiReport) -> Row:
    kpi, readings = report.kpi, report.readings
    return Row(
        kpi=csv_text(kpi.id),
        title=csv_text(kpi.title),
        owner=csv_text(kpi.owner),
        unit=csv_text(kpi.unit),
        at_least=csv_number(kpi.at_least),
        at_most=csv_number(kpi.at_most),
        current=csv_number(kpi.current),
        updated="" if kpi.updated is None else kpi.updated.isoformat(),
        health=report.health.value,
        since="" if report.since is None else report.since.isoformat(),
        readings=str(len(readings)),
        last_reading=readings[-1].date.isoformat() if readings else "",
        moved_by=csv_text(" ".join(f"{each.key.cycle}:{each.key.ref}" for each in report.moved_by)),
    )
