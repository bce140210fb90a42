"""The JSON that programs rely on."""

import json
from typing import Any

import pytest

from okrcli.analysis.progress.report import Report
from okrcli.render.progress.json import progress_json
from tests.render.odd_reports import HOSTILE, empty, everything, filtered
from tests.render.report_cases import commit_id, monday
from tests.running import Golden

_KEYS = {
    "": {"version", "as_of", "revision", "history", "cycles", "objectives", "teams", "summary"},
    "history": {"complete", "commits"},
    "cycles": {"name", "start", "end", "elapsed"},
    "objectives": {
        *("ref", "cycle", "team", "title", "owner", "ambition", "supports"),
        *("progress", "expected", "status", "key_results"),
    },
    "key_results": {
        *("ref", "title", "owner", "kind", "unit", "baseline", "target", "current", "weight"),
        *("progress", "expected", "status", "reason", "stale", "confidence", "forecast"),
        *("original_target", "original_baseline", "check_ins", "last_check_in", "trend"),
    },
    "last_check_in": {"date", "author", "commit", "note"},
    "trend": {"date", "value", "progress", "commit"},
    "teams": {"id", "name", "progress", "expected", "objectives", "by_status"},
    "summary": {"progress", "objectives", "key_results", "by_status"},
}


@pytest.mark.parametrize(
    ("name", "report"), [("monday", monday()), ("everything", everything()), ("empty", empty())]
)
def test_a_report_as_json(golden: Golden, name: str, report: Report) -> None:
    golden(f"progress/{name}.json", progress_json(report))


def test_everything_that_the_numbers_page_promises_is_there() -> None:
    _holds(json.loads(progress_json(monday())), "")


def _holds(data: object, name: str) -> None:
    if isinstance(data, list):
        for item in data:
            _holds(item, name)
    elif isinstance(data, dict):
        assert _KEYS.get(name, set()) <= set(data)
        for key, value in data.items():
            _holds(value, key)


def _first(report: Report) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(progress_json(report))["objectives"][0]["key_results"][0]
    return data


def test_whole_numbers_are_integers_and_progress_is_not_rounded() -> None:
    written = progress_json(monday())
    assert '"baseline": 31,' in written
    assert '"current": 36.5,' in written
    assert '"progress": 0.3928571428571429,' in written


def test_text_is_kept_as_it_is() -> None:
    unknown = _first(everything())
    assert unknown["title"] == HOSTILE
    assert unknown["last_check_in"]["author"] == HOSTILE


def test_what_is_not_known_is_null() -> None:
    unknown = _first(everything())
    assert (unknown["baseline"], unknown["progress"], unknown["forecast"]) == (None, None, None)
    assert json.loads(progress_json(everything()))["revision"] is None


def test_a_gap_in_the_history_is_told() -> None:
    history = json.loads(progress_json(everything()))["history"]
    assert history["complete"] is False
    assert "shallow" in history["gap"]


def test_a_filter_changes_no_number() -> None:
    shown, all_of_it = json.loads(progress_json(filtered())), json.loads(progress_json(monday()))
    assert shown["summary"] == all_of_it["summary"]
    assert [objective["ref"] for objective in shown["objectives"]] == ["growth/first-minute"]


def test_the_revision_and_the_last_day_are_shown() -> None:
    data = json.loads(progress_json(monday()))
    assert data["revision"] == commit_id(123)
    assert (data["cycles"][0]["start"], data["cycles"][0]["end"]) == ("2026-10-01", "2026-12-31")
