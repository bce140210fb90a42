"""The kick-off of a cycle as JSON, version 1."""

from typing import Any

from okrcli.analysis.reports.plan import Intent, Plan
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.render.json_text import json_text
from okrcli.render.progress.json import day_data, head_data, number_data

_Data = dict[str, Any]


def plan_json(plan: Plan) -> str:
    """Write it as one JSON object."""
    organization = plan.organization
    return json_text(
        {
            **head_data(plan.moment),
            "report": "plan",
            "cycle": plan.cycle.name,
            "before": None if plan.before is None else plan.before.name,
            "team": None if plan.about is None else plan.about.id,
            "organization": organization.name or None,
            "vision": organization.vision,
            "above": [_intent(each) for each in plan.above],
            "teams": [
                {
                    "id": each.team.id,
                    "name": each.team.name,
                    "lead": each.team.lead,
                    "objectives": [_intent(one) for one in each.intents],
                }
                for each in plan.teams
            ],
            "ended": [_ended(each) for each in plan.ended],
            "lessons": [
                {"ref": each.objective.key.ref, "team": each.team, "lesson": each.text}
                for each in plan.lessons
            ],
            "actions": [{"team": each.team, **each.action._asdict()} for each in plan.actions],
        }
    )


def _intent(intent: Intent) -> _Data:
    objective = intent.objective
    return {
        "ref": objective.key.ref,
        "cycle": objective.cycle,
        "title": objective.title,
        "owner": objective.owner,
        "ambition": objective.ambition,
        "why": objective.why,
        "supports": list(objective.supports),
        "serves": list(intent.serves),
        "standalone": objective.standalone,
        "pillar": objective.pillar,
        "news": None if intent.news is None else intent.news.value,
        "draft": intent.draft,
        "key_results": [_promise(each, objective) for each in objective.key_results],
    }


def _promise(key_result: KeyResult, objective: Objective) -> _Data:
    return {
        "ref": objective.key._replace(key_result=key_result.id).ref,
        "title": key_result.title,
        "owner": objective.owner_of(key_result),
        "kind": key_result.kind.value,
        "unit": key_result.unit,
        "baseline": number_data(key_result.baseline),
        "target": number_data(key_result.target),
        "at_least": number_data(key_result.at_least),
        "at_most": number_data(key_result.at_most),
        "milestones": [each.title for each in key_result.milestones],
        "due": day_data(key_result.due),
    }


def _ended(objective: Objective) -> _Data:
    close = objective.close
    return {
        "ref": objective.key.ref,
        "title": objective.title,
        "decision": None if close is None else close.decision,
    }
