"""The words in which this company's goals are written down as Python data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from okrcli.demo.motion import Motion
    from okrcli.demo.yaml_text import Fields, Value

_OBJECTIVE_FIELDS = (
    "id",
    "title",
    "draft",
    "owner",
    "ambition",
    "why",
    "supports",
    "standalone",
    "pillar",
    "priority",
    "initiatives",
    "formerly",
    "key_results",
    "close",
)
_KEY_RESULT_FIELDS = (
    "id",
    "title",
    "owner",
    "unit",
    "baseline",
    "target",
    "stretch",
    "plan",
    "at_least",
    "at_most",
    "kept",
    "milestones",
    "weight",
    "starts",
    "due",
    "needs",
    "kpi",
    "evidence",
    "formerly",
    "revised",
    "done",
    "current",
    "confidence",
    "updated",
    "note",
    "blocker",
    "close",
)


@dataclass(frozen=True, slots=True)
class KeyResultGoal:
    """A key result as it is promised, how it will move, and the work that moves it."""

    fields: Mapping[str, Value]
    motion: Motion
    work: tuple[str, ...]  # singular nouns: "the seat map", "a call with every skipper"


@dataclass(frozen=True, slots=True)
class ObjectiveGoal:
    """An objective as it is promised, with its key results and, later, its close."""

    fields: Mapping[str, Value]
    key_results: tuple[KeyResultGoal, ...]
    close: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TeamGoals:
    """What one team wants in one cycle, and what it says when the cycle is over."""

    team: str
    objectives: tuple[ObjectiveGoal, ...]
    retrospective: Mapping[str, Value] = field(default_factory=dict)


def key_result(
    ident: str, title: str, motion: Motion, work: tuple[str, ...], **fields: Value
) -> KeyResultGoal:
    """Return a key result; further fields of the format are given by name."""
    return KeyResultGoal({"id": ident, "title": title, **fields}, motion, work)


def objective(
    ident: str,
    title: str,
    *key_results: KeyResultGoal,
    close: Mapping[str, Value] | None = None,
    **fields: Value,
) -> ObjectiveGoal:
    """Return an objective; further fields of the format are given by name."""
    return ObjectiveGoal({"id": ident, "title": title, **fields}, key_results, close or {})


def retrospective(
    went_well: str, went_badly: str, action: str, owner: str, *, done: bool = False
) -> Fields:
    """Return what a team learned, with one thing that it will change."""
    return {
        "went_well": [went_well],
        "went_badly": [went_badly],
        "change_next": [{"action": action, "owner": owner, "done": done}],
    }


def in_objective_order(fields: Mapping[str, Value]) -> Fields:
    """Return an objective's fields in the format's order, the missing ones as None."""
    return {name: fields.get(name) for name in _OBJECTIVE_FIELDS}


def in_key_result_order(fields: Mapping[str, Value]) -> Fields:
    """Return a key result's fields in the format's order, the missing ones as None."""
    return {name: fields.get(name) for name in _KEY_RESULT_FIELDS}
