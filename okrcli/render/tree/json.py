"""The tree as nodes and edges in JSON, version 1."""

from collections.abc import Sequence
from typing import Any

from okrcli.analysis.landscape.teams_report import TeamsTree
from okrcli.analysis.landscape.tree import KeyResultLine, ObjectiveLine, Section, Tree
from okrcli.analysis.progress.support import Support
from okrcli.model.reference import Key
from okrcli.render.json_text import json_text
from okrcli.render.numbers import exact
from okrcli.render.progress.json import cycle_data, history_data, team_data

_VERSION = 1
_Data = dict[str, Any]


def tree_json(tree: Tree | TeamsTree) -> str:
    """Write a tree as one JSON object: nodes down the tree, each with its numbers, and edges."""
    own = _teams(tree) if isinstance(tree, TeamsTree) else _goals(tree)
    return json_text(
        {
            "version": _VERSION,
            "as_of": tree.now.isoformat(),
            "revision": tree.revision,
            "history": history_data(tree.history),
            "cycles": [cycle_data(cycle, tree.now) for cycle in tree.cycles],
            **own,
        }
    )


def _goals(tree: Tree) -> _Data:
    drawn = {line.key for line in tree.lines()}
    return {
        "vision": tree.organization.vision,
        "pillars": [
            {"id": pillar.id, "title": pillar.title} for pillar in tree.organization.pillars
        ],
        "nodes": [node for section in tree.sections for node in _nodes(section)],
        "edges": [
            {
                "from": _id(edge.link.holder),
                "to": _id(edge.link.target),
                "drawn": edge.drawn,
                "circle": edge.around,
            }
            for edge in tree.edges
            if edge.link.target in drawn
        ],
        "circles": [[_id(key) for key in circle] for circle in tree.circles],
    }


def _nodes(section: Section) -> Sequence[_Data]:
    return [
        _objective(line, section) if isinstance(line, ObjectiveLine) else _key_result(line)
        for line in section.lines
    ]


def _objective(line: ObjectiveLine, section: Section) -> _Data:
    objective, report = line.objective, line.report
    return {
        "id": _id(line.key),
        "kind": "objective",
        "ref": line.key.ref,
        "cycle": line.key.cycle,
        "team": line.key.team,
        "title": objective.title,
        "owner": objective.owner,
        "ambition": objective.ambition,
        "pillar": objective.pillar,
        "draft": objective.draft,
        "progress": _number(None if report is None else report.progress),
        "expected": _number(None if report is None else report.expected),
        "status": None if report is None else report.status.value,
        "standing": section.standing.value,
        "beneath": None if line.beneath is None else _id(line.beneath),
        "also_supports": [_id(key) for key in line.also],
        "unknown": list(line.unknown),
        "standalone": objective.standalone,
        "supporters": _support(line.support),
        "passing": line.passing,
        "hidden": line.hidden,
    }


def _support(support: Support) -> _Data:
    return {
        "measured": support.measured,
        "progress": _number(support.progress),
        "difference": _number(support.difference),
        "gap": None if support.gap is None else support.gap.value,
    }


def _key_result(line: KeyResultLine) -> _Data:
    report = line.report
    return {
        "id": _id(line.key),
        "kind": "key-result",
        "ref": line.key.ref,
        "cycle": line.key.cycle,
        "team": line.key.team,
        "title": line.key_result.title,
        "owner": line.owner,
        "progress": _number(None if report is None else report.progress),
        "expected": _number(None if report is None else report.expected),
        "status": None if report is None else report.status.value,
        "reason": None if report is None else report.reason,
        "beneath": _id(line.key.of_objective),
        "passing": line.passing,
    }


def _teams(tree: TeamsTree) -> _Data:
    return {
        "teams": [
            {
                **team_data(line.report),
                "parent": line.report.team.parent,
                "lead": line.report.team.lead,
                "listed": line.listed,
                "hidden": line.hidden,
            }
            for line in tree.lines
        ]
    }


def _id(key: Key) -> str:
    """Name a node by its full reference, with its cycle."""
    return key.seen_from("")


def _number(value: float | None) -> float | None:
    return None if value is None else exact(value)
