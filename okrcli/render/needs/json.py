"""A report on dependencies as JSON, version 1."""

from typing import Any

from okrcli.analysis.landscape.dependency_report import Dependency, DependencyReport, End, Verdict
from okrcli.model.reference import Key
from okrcli.render.json_text import json_text
from okrcli.render.needs.words import counts
from okrcli.render.progress.json import cycle_data, history_data

_VERSION = 1
_Data = dict[str, Any]


def needs_json(report: DependencyReport) -> str:
    """Write a report as one JSON object; the worst dependency comes first."""
    found = counts(report)
    return json_text(
        {
            "version": _VERSION,
            "as_of": report.now.isoformat(),
            "revision": report.revision,
            "history": history_data(report.history),
            "cycles": [cycle_data(cycle, report.now) for cycle in report.cycles],
            "team": None if report.team is None else report.team.id,
            "other": None if report.other is None else report.other.id,
            "summary": {
                "dependencies": len(report.dependencies),
                "by_verdict": {each.value: found[each] for each in Verdict if each in found},
            },
            "dependencies": [_dependency(each) for each in report.dependencies],
            "circles": [[_ref(key) for key in circle] for circle in report.circles],
        }
    )


def _dependency(each: Dependency) -> _Data:
    return {
        "from": _end(each.holder),
        "needs": each.text,
        "team": each.team,
        "target": None if each.target is None else _end(each.target),
        "verdict": each.verdict.value,
        "needed_by": _day(each.holder),
        "ready": None if each.ready is None else each.ready.isoformat(),
        "days_late": each.days_late,
        "troubles": [trouble.value for trouble in each.direct],
        "risks": [
            {"trouble": risk.trouble.value, "through": [_ref(key) for key in risk.way]}
            for risk in each.risks
        ],
    }


def _end(end: End) -> _Data:
    return {
        "ref": end.key.ref,
        "cycle": end.key.cycle,
        "team": end.key.team,
        "title": end.title,
        "owner": end.owner,
        "due": _day(end),
        "status": "draft" if end.status is None else end.status.value,
        "progress": end.progress,
        "expected": end.expected,
    }


def _day(end: End) -> str | None:
    return None if end.due is None else end.due.isoformat()


def _ref(key: Key) -> str:
    return key.seen_from("")
