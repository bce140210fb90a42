"""What an OKR file says, as plain lists that JSON can hold, and back."""

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar

from okrcli.model.key_result import (
    Close,
    Done,
    KeyResult,
    Kind,
    Milestone,
    PlanPoint,
    Revision,
)
from okrcli.model.objective import Action, Objective, OkrFile, Retrospective

Packed = list[Any]
T = TypeVar("T")

_KINDS = {kind.value: kind for kind in Kind}
_PLAIN = KeyResult("")
_UNUSUAL = (_PLAIN[8:15], _PLAIN[16:23])
_ALONE = Objective("", "", "")
_APART = frozenset(("id", "team", "cycle", "key_results"))
_OFTEN_NAMES = (
    *("id", "title", "kind_fields", "owner", "unit", "baseline", "target", "weight"),
    *("current", "confidence", "note"),
)
_SELDOM_NAMES = tuple(name for name in KeyResult._fields if name not in _OFTEN_NAMES)
_OFTEN, _SELDOM = attrgetter(*_OFTEN_NAMES), attrgetter(*_SELDOM_NAMES)


class UnpackableError(Exception):
    """A content that JSON would change; it is not kept."""


def pack_file(content: OkrFile) -> Packed:
    """Pack the content of an OKR file."""
    for objective in content.objectives:
        if (objective.team, objective.cycle) != (content.team, content.cycle):
            raise UnpackableError
    objectives = list(map(pack_objective, content.objectives))
    retrospective = content.retrospective
    learned = None if retrospective is None else _pack_retrospective(retrospective)
    return [content.team, content.cycle, objectives, content.draft, learned]


def unpack_file(packed: Packed) -> OkrFile:
    """Unpack the content of an OKR file."""
    team, cycle, objectives, draft, learned = packed
    read = tuple(unpack_objective(team, cycle, objective) for objective in objectives)
    return OkrFile(team, cycle, read, draft, learned and _unpack_retrospective(learned))


def pack_objective(objective: Objective) -> Packed:
    """Pack an objective with its key results, without its team and cycle."""
    rest = {
        name: _PACK.get(name, _same)(value)
        for name, value, usual in zip(Objective._fields, objective, _ALONE, strict=True)
        if name not in _APART and value != usual
    }
    return [objective.id, rest, [pack_key_result(state) for state in objective.key_results]]


def unpack_objective(team: str, cycle: str, packed: Packed) -> Objective:
    """Unpack an objective of a team and a cycle."""
    name, rest, states = packed
    plain = {field: _UNPACK.get(field, _same)(rest[field]) for field in rest}
    key_results = tuple(map(unpack_key_result, states))
    return Objective(name, team, cycle, key_results=key_results, **plain)


def pack_key_result(state: KeyResult) -> Packed:
    """Pack a key result: what most of them have in a row, then the rest by name."""
    rest = None if _SELDOM(state) == _SELDOM(_PLAIN) else _pack_rest(state)
    return [*_OFTEN(state), rest]


def unpack_key_result(packed: Packed) -> KeyResult:
    """Unpack a key result."""
    key, title, fields, owner, unit, baseline, target, weight, current, sure, note, rest = packed
    found = KeyResult(
        *(key, title, Kind.METRIC, tuple(fields), owner, unit, baseline, target),
        *_UNUSUAL[0],
        weight,
        *_UNUSUAL[1],
        current,
        sure,
        None,
        note,
    )
    if rest is None:
        return found
    return found._replace(**{name: _UNPACK.get(name, _same)(rest[name]) for name in rest})


def _pack_rest(state: KeyResult) -> Mapping[str, Any] | None:
    fields = zip(_SELDOM_NAMES, _SELDOM(state), _SELDOM(_PLAIN), strict=True)
    return {
        name: _PACK.get(name, _same)(value) for name, value, usual in fields if value != usual
    } or None


def _pack_retrospective(learned: Retrospective) -> Packed:
    return [list(learned.went_well), list(learned.went_badly), list(map(list, learned.change_next))]


def _unpack_retrospective(packed: Packed) -> Retrospective:
    well, badly, actions = packed
    return Retrospective(tuple(well), tuple(badly), tuple(Action(*action) for action in actions))


def _same(value: T) -> T:
    return value


def _plain(value: object) -> object:
    """Let through what JSON gives back as it was."""
    if isinstance(value, dict) and all(type(key) is str for key in value):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    raise UnpackableError


def _pack_done(done: Done) -> object:
    return done.isoformat() if isinstance(done, date) else done


def _unpack_done(packed: Any) -> Done:  # noqa: ANN401 - as JSON has it
    return date.fromisoformat(packed) if isinstance(packed, str) else bool(packed)


def _day(packed: str | None) -> date | None:
    return None if packed is None else date.fromisoformat(packed)


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _pack_milestones(steps: Sequence[Milestone]) -> Packed:
    return [
        [step.title, step.id, step.weight, _written(step.due), _pack_done(step.done)]
        for step in steps
    ]


def _unpack_milestones(packed: Packed) -> Sequence[Milestone]:
    return tuple(
        Milestone(title, name, weight, _day(due), _unpack_done(done))
        for title, name, weight, due, done in packed
    )


def _pack_revised(revised: Sequence[Revision]) -> Packed:
    return [
        [_written(one.on), one.field, _plain(one.was), _plain(one.now), one.why, one.agreed]
        for one in revised
    ]


def _pack_close(close: Close | None) -> Packed | None:
    return close and [close.decision, close.score, close.why, list(close.lessons)]


def _unpack_close(packed: Packed | None) -> Close | None:
    return None if packed is None else Close(packed[0], packed[1], packed[2], tuple(packed[3]))


_TEXTS = ("supports", "initiatives", "formerly", "needs")
_DAYS = ("starts", "due", "updated")
_PACK: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(_TEXTS, list),
    **dict.fromkeys(_DAYS, _written),
    "kind": lambda kind: kind.value,
    "plan": lambda plan: [[point.by.isoformat(), point.value] for point in plan],
    "milestones": _pack_milestones,
    "done": _pack_done,
    "revised": _pack_revised,
    "close": _pack_close,
}
_UNPACK: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(_TEXTS, tuple),
    **dict.fromkeys(_DAYS, _day),
    "kind": _KINDS.__getitem__,
    "plan": lambda plan: tuple(PlanPoint(date.fromisoformat(by), value) for by, value in plan),
    "milestones": _unpack_milestones,
    "done": _unpack_done,
    "revised": lambda revised: tuple(Revision(_day(one[0]), *one[1:]) for one in revised),
    "close": _unpack_close,
}
