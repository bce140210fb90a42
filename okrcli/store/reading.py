"""Plain data -> model types, leniently: what cannot be used is as if it were missing.

Old files of a history, and files with mistakes in them, still tell what they tell; what is wrong
with them is said elsewhere (`decode`). Nothing here raises.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import MAXYEAR, date
from functools import lru_cache
from typing import Any, TypeVar, cast

from okrcli.model.key_result import (
    KIND_FIELDS,
    Close,
    Done,
    KeyResult,
    Kind,
    Milestone,
    PlanPoint,
    Revision,
)
from okrcli.model.objective import Action, Objective, OkrFile, Retrospective

Data = Mapping[str, object]
T = TypeVar("T")

_KIND_OF = {field: kind for kind, fields in KIND_FIELDS.items() for field in fields}
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FRACTION = re.compile(r"(\d+)(?:\.(\d+))?\s*(?:%|/\s*(\d+)(?:\.(\d+))?)", re.ASCII)


def okr_file(data: object) -> OkrFile | None:
    """Read an OKR file; None unless it is a mapping with a team, a cycle and objectives."""
    if not isinstance(data, dict):
        return None
    team, cycle, objectives = data.get("team"), data.get("cycle"), data.get("objectives")
    if isinstance(cycle, int) and number(cycle) is not None:
        cycle = str(cycle)
    if not (isinstance(team, str) and isinstance(cycle, str) and isinstance(objectives, list)):
        return None
    draft = data.get("draft") is True
    place = OkrFile(team, cycle, draft=draft)
    return place._replace(
        objectives=tuple(_objective(mapping(item), place) for item in objectives),
        retrospective=_retrospective(mapping(data.get("retrospective"))),
    )


def _objective(data: Data, place: OkrFile) -> Objective:
    return Objective(
        id=_said(data.get("id")),
        team=place.team,
        cycle=place.cycle,
        title=_said(data.get("title")),
        owner=text(data.get("owner")),
        ambition=text(data.get("ambition")),
        why=text(data.get("why")),
        supports=texts(data.get("supports")),
        standalone=text(data.get("standalone")),
        pillar=text(data.get("pillar")),
        priority=number(data.get("priority")),
        initiatives=texts(data.get("initiatives")),
        formerly=texts(data.get("formerly")),
        key_results=each(data.get("key_results"), key_result),
        close=_close(data.get("close")),
        draft=place.draft or data.get("draft") is True,
    )


def key_result(data: Data) -> KeyResult:
    """Read one key result; its id is empty where it has none that can be used.

    Only the fields that it has are looked at: a history has hundreds of thousands of them.
    """
    said: dict[str, Any] = {
        name: _KEY_RESULT[name](value) for name, value in data.items() if name in _KEY_RESULT
    }
    said.setdefault("id", "")
    kind_fields = tuple(field for field in _KIND_OF if field in data)
    kind = _KIND_OF[kind_fields[0]] if kind_fields else Kind.METRIC
    return KeyResult(kind=kind, kind_fields=kind_fields, **said)


def _plan(value: object) -> tuple[PlanPoint, ...]:
    points = []
    for item in value if isinstance(value, list) else ():
        entry = mapping(item)
        by, worth = day(entry.get("by")), number(entry.get("value"))
        if by is not None and worth is not None:
            points.append(PlanPoint(by, worth))
    return tuple(points)


def _milestones(value: object) -> tuple[Milestone, ...]:
    return tuple(map(_milestone, value)) if isinstance(value, list) else ()


def _milestone(item: object) -> Milestone:
    if isinstance(item, str):
        return Milestone(item)
    data = mapping(item)
    return Milestone(
        title=_said(data.get("title")),
        id=text(data.get("id")),
        weight=_weight(data.get("weight")),
        due=day(data.get("due")),
        done=_done(data.get("done")),
    )


def _revision(data: Data) -> Revision:
    return Revision(
        on=day(data.get("on")),
        field=_said(data.get("field")),
        was=data.get("was"),
        now=data.get("now"),
        why=_said(data.get("why")),
        agreed=text(data.get("agreed")),
    )


def _close(value: object) -> Close | None:
    data = mapping(value)
    decision = text(data.get("decision"))
    if decision is None:
        return None
    return Close(
        decision=decision,
        score=number(data.get("score")),
        why=text(data.get("why")),
        lessons=texts(data.get("lessons")),
    )


def _retrospective(data: Data) -> Retrospective | None:
    if not data:
        return None
    actions = data.get("change_next")
    return Retrospective(
        went_well=texts(data.get("went_well")),
        went_badly=texts(data.get("went_badly")),
        change_next=tuple(map(_action, actions)) if isinstance(actions, list) else (),
    )


def _action(item: object) -> Action:
    if isinstance(item, str):
        return Action(item)
    data = mapping(item)
    return Action(_said(data.get("action")), text(data.get("owner")), data.get("done") is True)


def _weight(value: object) -> float:
    weight = number(value)
    return weight if weight is not None and weight > 0 else 1.0


def _said(value: object) -> str:
    return text(value) or ""


def _revisions(value: object) -> tuple[Revision, ...]:
    return each(value, _revision)


def _done(value: object) -> Done:
    return True if value is True else day(value) or False


def mapping(value: object) -> Data:
    """Take a mapping, or an empty one."""
    return cast("Data", value) if isinstance(value, dict) else {}


def each(value: object, read: Callable[[Data], T]) -> tuple[T, ...]:
    """Read each entry of a list of mappings, so that places stay right."""
    return tuple(read(mapping(item)) for item in value) if isinstance(value, list) else ()


def text(value: object) -> str | None:
    """Take a text that is not blank."""
    return value if isinstance(value, str) and value.strip() else None


def texts(value: object) -> Sequence[str]:
    """Take a list of texts; what is no text in it is kept as an empty one."""
    if not isinstance(value, list):
        return ()
    return tuple(item if isinstance(item, str) else "" for item in value)


def number(value: object) -> float | None:
    """Take a finite number; a truth value is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return value if math.isfinite(value) else None
    except OverflowError:
        return None


def day(value: object) -> date | None:
    """Take a day of the calendar, written YYYY-MM-DD."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return None
    return found if found.year < MAXYEAR else None


def confidence(value: object) -> float | None:
    """Take a confidence as a fraction in 0..1: 0.6, `6/10` and `60%` are the same number."""
    found = _ratio(value) if isinstance(value, str) else number(value)
    return found if found is not None and 0 <= found <= 1 else None


@lru_cache(maxsize=1 << 10)
def _ratio(written: str) -> float | None:
    match = _FRACTION.fullmatch(written.strip())
    if match is None:
        return None
    whole, decimals, of, of_decimals = match.groups(default="")
    try:
        above = int(whole + decimals) * 10 ** len(of_decimals)
        below = (int(of + of_decimals) if of else 100) * 10 ** len(decimals)
        return above / below if below else None
    except (OverflowError, ValueError):  # thousands of digits
        return None


_KEY_RESULT: Mapping[str, Callable[[object], object]] = {
    **dict.fromkeys(("id", "title"), _said),
    **dict.fromkeys(("owner", "unit", "kpi", "evidence", "note", "blocker"), text),
    **dict.fromkeys(("baseline", "target", "stretch", "current"), number),
    **dict.fromkeys(("at_least", "at_most", "kept"), number),
    **dict.fromkeys(("starts", "due", "updated"), day),
    **dict.fromkeys(("needs", "formerly"), texts),
    "plan": _plan,
    "milestones": _milestones,
    "done": _done,
    "weight": _weight,
    "revised": _revisions,
    "confidence": confidence,
    "close": _close,
}
