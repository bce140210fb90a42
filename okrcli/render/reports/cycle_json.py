"""The review of a cycle as JSON, version 1."""

from typing import Any

from okrcli.analysis.landscape.dependency_report import Dependency
from okrcli.analysis.progress.burnup import BurnUp
from okrcli.analysis.progress.outcome import Band, Outcome, Tally
from okrcli.analysis.reports.cycle import CycleReview, TeamOutcomes
from okrcli.analysis.reports.retrospectives import Looked
from okrcli.analysis.story.moved_goalposts import Moved
from okrcli.render.json_text import json_text
from okrcli.render.log.json import goalpost_data
from okrcli.render.progress.json import head_data, number_data, objective_data, team_data

_Data = dict[str, Any]


def cycle_json(review: CycleReview) -> str:
    """Write it as one JSON object."""
    return json_text(
        {
            **head_data(review.moment),
            "report": "cycle",
            "cycle": review.cycle.name,
            "over": review.over,
            "team": None if review.about is None else review.about.id,
            "committed": _tally(review.committed),
            "aspirational": _tally(review.stretch),
            "teams": [_team(each) for each in review.teams],
            "objectives": map(_outcome, review.outcomes()),
            "burn_up": None if review.burn_up is None else _burn_up(review.burn_up),
            "goalposts": [_moved(each) for each in review.moved],
            "dependencies": [_dependency(each) for each in review.failing],
            "retrospectives": [looked_data(each) for each in review.retrospectives],
        }
    )


def looked_data(look: Looked) -> _Data:
    """Give what a team looked back at."""
    its = look.retrospective
    return {
        "cycle": look.cycle,
        "team": look.team,
        "went_well": list(its.went_well),
        "went_badly": list(its.went_badly),
        "change_next": [each._asdict() for each in its.change_next],
    }


def _tally(tally: Tally) -> _Data:
    return {
        "objectives": tally.objectives,
        "reached": tally.reached,
        "score": number_data(tally.score),
        "bands": {band.value: tally.bands.get(band, 0) for band in Band},
    }


def _team(team: TeamOutcomes) -> _Data:
    data = team_data(team.report)
    return {**data, "committed": _tally(team.committed), "aspirational": _tally(team.stretch)}


def _outcome(each: Outcome) -> _Data:
    close = each.report.objective.close
    band = each.band
    return {
        **objective_data(each.report),
        "score": number_data(each.score),
        "by_hand": each.by_hand,
        "band": None if band is None else band.value,
        "original_progress": number_data(each.original),
        "forecast": number_data(each.forecast),
        "why": None if close is None else close.why,
        "lessons": [] if close is None else list(close.lessons),
    }


def _burn_up(chart: BurnUp) -> _Data:
    def curve(points: Any) -> list[_Data]:  # noqa: ANN401 - days with heights
        return [{"date": day, "progress": number_data(height)} for day, height in points]

    return {
        "points": curve(chart.points),
        "expected": curve(chart.guides[0]) if chart.guides else [],
    }


def _moved(moved: Moved) -> _Data:
    entry = moved.entry
    return {
        "ref": entry.key.ref,
        "title": entry.title,
        "date": entry.commit.dated,
        "author": entry.who,
        "commit": entry.commit.id,
        **goalpost_data(moved.goalpost, entry.key_result),
    }


def _dependency(each: Dependency) -> _Data:
    target = each.target
    return {
        "holder": each.holder.key.ref,
        "needs": each.text,
        "team": each.team,
        "status": None if target is None or target.status is None else target.status.value,
        "verdict": each.verdict.value,
    }
