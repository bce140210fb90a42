"""What people answer for as JSON, version 1."""

from typing import Any

from okrcli.analysis.loads.dues import Owed
from okrcli.analysis.loads.owner_loads import OwnerLoad, OwnerLoads
from okrcli.analysis.owners import Named
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport
from okrcli.render.due.json import owed_data
from okrcli.render.json_text import json_text
from okrcli.render.progress.json import head_data, number_data

_Data = dict[str, Any]
_NAMED = {
    Named.PERSON: "person",
    Named.SEVERAL: "several",
    Named.TEAM: "team",
    Named.CROWD: "nobody-in-particular",
}


def owner_loads_json(loads: OwnerLoads) -> str:
    """Write it as one JSON object, who has most first."""
    return json_text(
        {
            **head_data(loads.moment),
            "limits": {"objectives_per_owner": loads.limit},
            "owners": [_owner(each) for each in loads.owners],
            "idle": list(loads.idle),
            "summary": {
                "owners": sum(each.owner is not None for each in loads.owners),
                "over_limit": sum(each.over for each in loads.owners),
                "overdue": sum(bool(each.overdue) for each in loads.owners),
                "unknown": sum(each.known is False for each in loads.owners),
            },
        }
    )


def _owner(load: OwnerLoad) -> _Data:
    return {
        "owner": load.owner,
        "name": load.name or None,
        "names": None if load.owner is None else _NAMED[load.named],
        "known": load.known,
        "leads": list(load.leads),
        "objectives_by_cycle": dict(load.by_cycle),
        "objectives": [_standing(each) for each in load.objectives],
        "key_results": [_standing(each) for each in load.key_results],
        "check_ins": [_check_in(each) for each in load.owed],
    }


def _standing(report: ObjectiveReport | KeyResultReport) -> _Data:
    return {
        "ref": report.key.ref,
        "cycle": report.key.cycle,
        "progress": number_data(report.progress),
        "status": report.status.value,
    }


def _check_in(owed: Owed) -> _Data:
    """Give a check-in as `okr due` does, but for what the owner says already."""
    return {name: value for name, value in owed_data(owed).items() if name != "owner"}
