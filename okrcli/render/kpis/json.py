"""KPIs as JSON, version 1."""

from typing import Any

from okrcli.analysis.landscape.kpis import Health, KpiReport, KpisReport
from okrcli.analysis.progress.report import KeyResultReport
from okrcli.model.series import KpiReading
from okrcli.render.json_text import json_text
from okrcli.render.numbers import exact
from okrcli.render.progress.json import day_data, head_data, number_data

_Data = dict[str, Any]


def kpis_json(report: KpisReport) -> str:
    """Write them as one JSON object."""
    return json_text(
        {
            **head_data(report.moment),
            "kpis": [_kpi(each) for each in report.kpis],
            "unknown": [
                {"ref": key.ref, "cycle": key.cycle, "kpi": name} for key, name in report.unknown
            ],
            "summary": {
                health.value: sum(each.health is health for each in report.kpis)
                for health in Health
            },
        }
    )


def _kpi(report: KpiReport) -> _Data:
    kpi = report.kpi
    return {
        "id": kpi.id,
        "title": kpi.title,
        "owner": kpi.owner,
        "unit": kpi.unit,
        "at_least": number_data(kpi.at_least),
        "at_most": number_data(kpi.at_most),
        "current": number_data(kpi.current),
        "updated": day_data(kpi.updated),
        "health": report.health.value,
        "bound_crossed": number_data(report.bound),
        "since": day_data(report.since),
        "trend": [_reading(each) for each in report.readings],
        "moved_by": [_mover(each) for each in report.moved_by],
    }


def _reading(reading: KpiReading) -> _Data:
    return {
        "date": reading.date.isoformat(),
        "value": exact(reading.value),
        "author": reading.author,
        "commit": reading.commit,
    }


def _mover(report: KeyResultReport) -> _Data:
    return {
        "ref": report.key.ref,
        "cycle": report.key.cycle,
        "title": report.key_result.title,
        "owner": report.owner,
        "progress": number_data(report.progress),
        "expected": exact(report.expected),
        "status": report.status.value,
    }
