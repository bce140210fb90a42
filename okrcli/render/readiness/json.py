"""What stands between drafts and the start of their cycle as JSON, version 1."""

from typing import Any

from okrcli.analysis.cycle.readiness import Obstacle, Readiness, TeamReadiness
from okrcli.model.finding import Finding
from okrcli.render.json_text import json_text
from okrcli.render.progress.json import cycle_data

_VERSION = 1
_Data = dict[str, Any]


def readiness_json(readiness: Readiness) -> str:
    """Write it as one JSON object, the teams down the cascade."""
    return json_text(
        {
            "version": _VERSION,
            "as_of": readiness.now.isoformat(),
            "revision": None,
            "cycle": cycle_data(readiness.cycle, readiness.now),
            "days_to_start": (readiness.cycle.start - readiness.now).days,
            "teams": [_team(each) for each in readiness.teams],
            "summary": {"ready": readiness.ready, "teams": len(readiness.teams)},
            "other_cycles_with_drafts": [cycle.name for cycle in readiness.also],
        }
    )


def _team(team: TeamReadiness) -> _Data:
    return {
        "id": team.team.id,
        "name": team.team.name,
        "lead": team.team.lead,
        "ready": team.ready,
        "drafts": team.drafts,
        "published": team.published,
        **{obstacle.value: team.count(obstacle) for obstacle in Obstacle},
        "findings": [_finding(obstacle, each) for obstacle, each in team.findings],
    }


def _finding(obstacle: Obstacle, finding: Finding) -> _Data:
    return {
        "about": obstacle.value,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "path": finding.source.path,
        "ref": finding.ref,
    }
