"""Everything about one objective or key result as JSON, version 1."""

from collections.abc import Sequence
from typing import Any

from okrcli.analysis.detail import Detail, Neighbour
from okrcli.analysis.progress.burnup import BurnUp, Line
from okrcli.model.key_result import KeyResult, Milestone
from okrcli.render.json_text import json_text
from okrcli.render.log.json import entry_data, goalpost_data
from okrcli.render.numbers import exact
from okrcli.render.progress.json import (
    cycle_data,
    history_data,
    key_result_data,
    number_data,
    objective_data,
)

_VERSION = 1
_Data = dict[str, Any]


def show_json(detail: Detail) -> str:
    """Write it as one JSON object; lists of what happened are the newest first."""
    part, objective = detail.key_result, detail.objective.objective
    return json_text(
        {
            "version": _VERSION,
            "as_of": detail.now.isoformat(),
            "revision": detail.revision,
            "history": history_data(detail.history),
            "cycle": cycle_data(detail.objective.cycle, detail.now),
            "ref": detail.key.ref,
            "objective": {
                **objective_data(detail.objective),
                "why": objective.why,
                "standalone": objective.standalone,
                "initiatives": list(objective.initiatives),
            },
            "key_result": part and {**key_result_data(part), **_fields(part.key_result)},
            "burn_up": _burn_up(detail.burn_up),
            "above": [_neighbour(each) for each in detail.up],
            "below": [_neighbour(each) for each in detail.down],
            "needs": [_neighbour(each) for each in detail.needs],
            "needed_by": [_neighbour(each) for each in detail.needed_by],
            "check_ins": [entry_data(each) for each in detail.check_ins],
            "goalposts": [
                {
                    "date": entry.commit.dated.isoformat(),
                    "author": entry.who,
                    "commit": entry.commit.id,
                    "ref": entry.key.ref,
                    **goalpost_data(goalpost, entry.key_result),
                }
                for entry in detail.moved
                for goalpost in entry.goalposts
            ],
        }
    )


def _fields(key_result: KeyResult) -> _Data:
    """Give the fields that a progress report leaves out."""
    return {
        "stretch": number_data(key_result.stretch),
        "plan": [
            {"by": point.by.isoformat(), "value": exact(point.value)} for point in key_result.plan
        ],
        "kept": number_data(key_result.kept),
        "milestones": [_milestone(step) for step in key_result.milestones],
        "kpi": key_result.kpi,
        "evidence": key_result.evidence,
        "note": key_result.note,
    }


def _milestone(step: Milestone) -> _Data:
    return {
        "id": step.id,
        "title": step.title,
        "weight": exact(step.weight),
        "due": None if step.due is None else step.due.isoformat(),
        "done": step.done if isinstance(step.done, bool) else step.done.isoformat(),
    }


def _neighbour(one: Neighbour) -> _Data:
    return {
        "ref": one.key.ref,
        "cycle": one.key.cycle,
        "title": one.title,
        "owner": one.owner,
        "progress": number_data(one.progress),
        "status": one.status.value,
        "steps": one.depth,
    }


def _burn_up(burn_up: BurnUp) -> _Data:
    kind = "value" if burn_up.by_value else "progress"
    return {
        "of": kind,
        "points": _points(burn_up.points),
        "bounds" if burn_up.by_value else "expected": [_points(guide) for guide in burn_up.guides],
    }


def _points(line: Line) -> Sequence[_Data]:
    return [{"date": day.isoformat(), "height": exact(height)} for day, height in line]
