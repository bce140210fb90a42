"""An alignment report as JSON, version 1."""

from typing import Any

from okrcli.analysis.alignment.aligned import Aligned, AlignmentReport, Placed, TeamAlignment
from okrcli.analysis.alignment.origins import Origin
from okrcli.analysis.alignment.ways import Way
from okrcli.analysis.landscape.alignment_report import MOST_SUPPORTERS
from okrcli.model.objective import Objective
from okrcli.render.json_text import json_text
from okrcli.render.progress.json import cycle_data, history_data

_VERSION = 1
_Data = dict[str, Any]


def alignment_json(report: AlignmentReport) -> str:
    """Write a report as one JSON object; shares are null where there is nothing to count."""
    return json_text(
        {
            "version": _VERSION,
            "as_of": report.now.isoformat(),
            "revision": report.revision,
            "history": history_data(report.history),
            "cycles": [cycle_data(cycle, report.now) for cycle in report.cycles],
            "team": None if report.about is None else report.about.id,
            "vision": report.vision,
            "root_known": report.has_top,
            "summary": {
                **_counts(report.whole),
                "bottom_up": report.whole.bottom_up,
                "by_origin": {each.value: report.whole.origins.get(each, 0) for each in Origin},
                "dropped": report.dropped,
            },
            "teams": [_team(each) for each in report.teams],
            "objectives": [_objective(each) for each in report.objectives],
            "unsupported": [_named(each) for each in report.unsupported],
            "idle_pillars": [
                {
                    "id": each.pillar.id,
                    "title": each.pillar.title,
                    "named_by": [key.seen_from("") for key in each.named_by],
                }
                for each in report.idle
            ],
            "most_supporters": MOST_SUPPORTERS,
            "overloaded": [
                {**_named(each.parent), "supporters": each.supporters, "in": each.cycle}
                for each in report.crowds
            ],
            "circles": [
                [link.holder.seen_from("") for link in circle.links] for circle in report.circles
            ],
            "unknown_references": [
                {"ref": key.ref, "cycle": key.cycle, "supports": text}
                for key, text in report.unknown
            ],
        }
    )


def _counts(aligned: Aligned) -> _Data:
    ways = aligned.ways
    return {
        "objectives": sum(ways.values()),
        "counted": aligned.counted,
        "linked": aligned.linked,
        "share": aligned.share,
        "mark": aligned.mark and aligned.mark.value,
        "by_way": {way.value: ways[way] for way in Way if ways.get(way)},
    }


def _team(row: TeamAlignment) -> _Data:
    return {
        "id": row.team.id,
        "name": row.team.name,
        "parent": row.team.parent,
        "root": row.top,
        **_counts(row.aligned),
        "supports_nothing": row.supports_nothing,
    }


def _objective(placed: Placed) -> _Data:
    return {
        **_named(placed.objective),
        "way": placed.way.value,
        "origin": placed.origin and placed.origin.value,
    }


def _named(objective: Objective) -> _Data:
    return {
        "ref": objective.key.ref,
        "cycle": objective.cycle,
        "team": objective.team,
        "title": objective.title,
        "owner": objective.owner,
    }
