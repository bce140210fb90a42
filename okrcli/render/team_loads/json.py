"""What the teams have taken on as JSON, version 1."""

from typing import Any

from okrcli.analysis.loads.team_loads import CycleLoad, TeamLoad, TeamLoads
from okrcli.render.json_text import json_text
from okrcli.render.progress.json import counts_data, day_data, head_data, number_data

_Data = dict[str, Any]


def team_loads_json(loads: TeamLoads) -> str:
    """Write it as one JSON object, the teams down the cascade."""
    fewest, most = loads.key_results
    return json_text(
        {
            **head_data(loads.moment),
            "limits": {"key_results_per_objective": [fewest, most]},
            "teams": [_team(each) for each in loads.teams],
            "summary": {
                "teams": len(loads.teams),
                "outside_limits": sum(each.over for each in loads.teams),
                "overdue": sum(each.silent for each in loads.teams),
                "with_nothing": sum(not each.cycles for each in loads.teams),
            },
        }
    )


def _team(load: TeamLoad) -> _Data:
    return {
        "id": load.team.id,
        "name": load.team.name,
        "parent": load.team.parent,
        "depth": load.depth,
        "lead": load.team.lead,
        "cycles": [_cycle(each) for each in load.cycles],
    }


def _cycle(load: CycleLoad) -> _Data:
    return {
        "cycle": load.cycle.name,
        "progress": number_data(load.report.progress),
        "expected": number_data(load.report.expected),
        "by_status": counts_data(load.report.by_status),
        "objectives": load.counted,
        "objectives_limit": load.limit,
        "key_results": load.key_results,
        "outside_key_result_limits": [
            {"ref": each.key.ref, "key_results": each.key_results} for each in load.crowds
        ],
        "drafts": [each.ref for each in load.drafts],
        "under_way": load.under_way,
        "overdue": load.silent,
        "last_check_in": day_data(load.last),
    }
