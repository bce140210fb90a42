"""A progress report as JSON, version 1: the public interface for programs."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from okrcli.analysis.progress.report import (
    Dated,
    KeyResultReport,
    LastCheckIn,
    ObjectiveReport,
    Point,
    Report,
    Status,
    Summary,
    TeamReport,
)
from okrcli.model.cycle import Cycle, Period
from okrcli.model.key_result import Close
from okrcli.model.series import HistoryFacts
from okrcli.render.json_text import json_text
from okrcli.render.numbers import exact

_VERSION = 1
_Data = dict[str, Any]


def progress_json(report: Report) -> str:
    """Write a report as one JSON object."""
    return json_text(
        {
            **head_data(report),
            "objectives": map(objective_data, report.objectives()),
            "teams": [team_data(team) for team in report.teams],
            "summary": _summary(report.summary),
        }
    )


def head_data(moment: Dated) -> _Data:
    """Begin a report: its version, of when it is, out of how much history, of which cycles."""
    return {
        "version": _VERSION,
        "as_of": moment.now.isoformat(),
        "revision": moment.revision,
        "history": history_data(moment.history),
        "cycles": [cycle_data(cycle, moment.now) for cycle in moment.cycles],
    }


def history_data(facts: HistoryFacts) -> _Data:
    """Tell how much of the history could be seen."""
    data: _Data = {"complete": facts.complete, "commits": facts.commits}
    return data if facts.complete else {**data, "gap": facts.gap}


def cycle_data(cycle: Cycle, now: date) -> _Data:
    """Give a cycle with its last day and the share of it that is over."""
    elapsed = exact(cycle.period.elapsed(now))
    return {"name": cycle.name, **_period(cycle.period), "elapsed": elapsed}


@cache
def _period(period: Period) -> _Data:
    return {"start": period.start, "end": period.last_day}


def objective_data(report: ObjectiveReport) -> _Data:
    """Give an objective with its numbers and its key results."""
    objective = report.objective
    return {
        "ref": report.key.ref,
        "cycle": report.cycle.name,
        "team": report.key.team,
        "title": objective.title,
        "owner": objective.owner,
        "ambition": objective.ambition,
        "supports": list(report.supports),
        "pillar": objective.pillar,
        "priority": number_data(objective.priority),
        "close": _close(objective.close),
        "progress": number_data(report.progress),
        "expected": number_data(report.expected),
        "status": report.status.value,
        "key_results": [key_result_data(key_result) for key_result in report.key_results],
    }


def _close(close: Close | None) -> _Data | None:
    return close and {"decision": close.decision, "score": number_data(close.score)}


def key_result_data(report: KeyResultReport) -> _Data:
    """Give a key result with its numbers and its trend."""
    key_result = report.key_result
    return {
        "ref": report.key.ref,
        "title": key_result.title,
        "owner": report.owner,
        "kind": key_result.kind.value,
        "unit": key_result.unit,
        "baseline": number_data(key_result.baseline),
        "target": number_data(key_result.target),
        "at_least": number_data(key_result.at_least),
        "at_most": number_data(key_result.at_most),
        "current": number_data(key_result.current),
        "weight": exact(key_result.weight),
        "period": _period(report.time),
        "progress": number_data(report.progress),
        "expected": exact(report.expected),
        "status": report.status.value,
        "reason": report.reason,
        "stale": report.stale,
        "confidence": number_data(key_result.confidence),
        "blocker": key_result.blocker,
        "forecast": number_data(report.forecast),
        "original_baseline": number_data(report.original_baseline),
        "original_target": number_data(report.original_target),
        "original_progress": number_data(report.original_progress),
        "check_ins": report.check_ins,
        "last_check_in": _check_in(report.last_check_in),
        "trend": _trend(report.trend),
    }


def _check_in(check_in: LastCheckIn | None) -> _Data | None:
    return check_in and {
        "date": check_in.date,
        "author": check_in.author,
        "commit": check_in.commit,
        "note": check_in.note,
    }


def _trend(points: Iterable[Point]) -> list[_Data]:
    return [
        {
            "date": day,
            "value": exact(value),
            "progress": None if progress is None else exact(progress),
            "commit": commit,
        }
        for day, value, progress, commit in points
    ]


def team_data(report: TeamReport) -> _Data:
    """Give a team with its numbers."""
    return {
        "id": report.team.id,
        "name": report.team.name,
        "progress": number_data(report.progress),
        "expected": number_data(report.expected),
        "objectives": report.objectives,
        "by_status": counts_data(report.by_status),
    }


def _summary(summary: Summary) -> _Data:
    return {
        "progress": number_data(summary.progress),
        "expected": number_data(summary.expected),
        "objectives": summary.objectives,
        "key_results": summary.key_results,
        "by_status": counts_data(summary.by_status),
    }


def counts_data(by_status: Mapping[Status, int]) -> dict[str, int]:
    """Count by status, what occurs only."""
    return {status.value: by_status[status] for status in Status if by_status.get(status)}


def day_data(day: date | None) -> str | None:
    """Give a day; None where there is none."""
    return None if day is None else day.isoformat()


def number_data(value: float | None) -> float | None:
    """Give a number; None where there is none."""
    return None if value is None else exact(value)
