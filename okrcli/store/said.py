"""What a file's check-ins say: the fields that owners change every week, by what they belong to.

It works on plain data, so that unknown and unusual fields around them do not matter.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from okrcli.model.source import Step

_FIELDS = ("current", "confidence", "updated", "note", "blocker", "done")
_OF_KPI = ("current", "updated")

Owner = tuple[str, ...]
Path = tuple[Step, ...]
Field = tuple[str, ...]


class Said(NamedTuple):
    """The check-in of a key result or a KPI: where it is, and its fields that have a value.

    A milestone's `done` is the field `("milestones", its id or title, "done")`.
    """

    path: Path
    fields: Mapping[Field, object]


def said(data: object) -> dict[Owner, Said] | None:
    """Give the check-ins in a file by what they belong to; None where two have one name."""
    found = list(_all(data))
    by_owner = dict(found)
    return by_owner if len(by_owner) == len(found) else None


def place(data: object, owner: Said, field: Field) -> Path:
    """Give where a field is, or would be; raise LookupError where its milestone is not there."""
    if len(field) == 1:
        return (*owner.path, *field)
    steps = _list(_at(data, owner.path), "milestones")
    at = [_name(step) for step in steps].index(field[1])
    return (*owner.path, "milestones", at, "done")


def _all(data: object) -> Iterator[tuple[Owner, Said]]:
    for at, kpi in enumerate(_list(data, "kpis")):
        if _id(kpi):
            yield ("kpi", _id(kpi)), Said(("kpis", at), dict(_values(kpi, _OF_KPI)))
    for one, objective in enumerate(_list(data, "objectives")):
        for two, key_result in enumerate(_list(objective, "key_results")):
            if _id(objective) and _id(key_result):
                path = ("objectives", one, "key_results", two)
                fields = {**dict(_values(key_result, _FIELDS)), **dict(_steps(key_result))}
                yield (_id(objective), _id(key_result)), Said(path, fields)


def _values(holder: object, names: Sequence[str]) -> Iterator[tuple[Field, object]]:
    if isinstance(holder, dict):
        for name in names:
            if holder.get(name) is not None:
                yield (name,), holder[name]


def _steps(key_result: object) -> Iterator[tuple[Field, object]]:
    for step in _list(key_result, "milestones"):
        if isinstance(step, dict) and step.get("done") is not None:
            yield ("milestones", _name(step), "done"), step["done"]


def _name(step: object) -> str:
    if isinstance(step, dict):
        return str(step.get("id") or step.get("title") or "")
    return str(step)


def _list(holder: object, name: str) -> Sequence[object]:
    found = holder.get(name) if isinstance(holder, dict) else None
    return found if isinstance(found, list) else ()


def _id(holder: object) -> str:
    found = holder.get("id") if isinstance(holder, dict) else None
    return found if isinstance(found, str) else ""


def _at(data: object, path: Path) -> object:
    for step in path:
        data = data[step]  # type: ignore[index]
    return data
