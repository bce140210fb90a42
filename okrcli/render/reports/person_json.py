"""What one person owned and contributed as JSON, version 1."""

from typing import Any

from okrcli.analysis.progress.outcome import Outcome
from okrcli.analysis.reports.person import Contribution, CycleShare, PersonReport
from okrcli.render.json_text import json_text
from okrcli.render.log.json import entry_data
from okrcli.render.progress.json import head_data, key_result_data, number_data
from okrcli.render.reports.person_page import NO_RATING

_Data = dict[str, Any]


def person_json(report: PersonReport) -> str:
    """Write it as one JSON object."""
    return json_text(
        {
            **head_data(report.moment),
            "report": "person",
            "person": report.person,
            "name": report.name,
            "team": None if report.about is None else report.about.id,
            "teams": [each.id for each in report.teams],
            "remark": NO_RATING,
            "parts": [_share(each) for each in report.cycles],
        }
    )


def _share(share: CycleShare) -> _Data:
    on_time, over = share.on_time
    return {
        "cycle": share.cycle.name,
        "objectives": [_outcome(each) for each in share.objectives],
        "key_results": [key_result_data(each.key_result) for each in share.key_results],
        "contributions": [_contribution(each) for each in share.contributions],
        "rhythm": {"on_time": on_time, "due": over},
    }


def _outcome(each: Outcome) -> _Data:
    report = each.report
    close = report.objective.close
    return {
        "ref": report.key.ref,
        "title": report.objective.title,
        "ambition": report.objective.ambition,
        "progress": number_data(report.progress),
        "expected": number_data(report.expected),
        "status": report.status.value,
        "decision": None if close is None else close.decision,
    }


def _contribution(each: Contribution) -> _Data:
    return {
        "ref": each.key.ref,
        "title": each.title,
        "own": each.own,
        "check_ins": [entry_data(one) for one in each.check_ins],
    }
