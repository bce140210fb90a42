"""What differs beside the goals: settings, the organization, KPIs, retrospectives."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from okrcli.analysis.changes.changes import Edit, State, Value
from okrcli.analysis.changes.edits import plain
from okrcli.model.cycle import Period
from okrcli.model.objective import Retrospective
from okrcli.model.organization import Organization
from okrcli.model.settings import Settings

_Named = Mapping[str, Any]  # what has an id, by it; all are named tuples


def workspace_changes(before: State, after: State) -> Iterator[Edit]:
    """Yield what differs; something that came or went is told by its name, as the empty field."""
    was, now = before.goals, after.goals
    yield from _settings(was.settings, now.settings)
    yield from _organization(was.organization, now.organization)
    yield from _entries("KPI", before.kpis, after.kpis, "title")
    places = sorted({*before.retrospectives, *after.retrospectives}, key=lambda each: each[::-1])
    for team, cycle in places:
        about = f"retrospective of {team}, {cycle}"
        sides = (each.retrospectives.get((team, cycle)) for each in (before, after))
        old, new = (each or Retrospective() for each in sides)
        yield from _fields(about, old, new)


def _settings(was: Settings, now: Settings) -> Iterator[Edit]:
    old, new = dict(_flat(was)), dict(_flat(now))
    for name in sorted({*old, *new}):
        yield from _edit("okr.toml", name, old.get(name), new.get(name))


def _flat(settings: Settings) -> Iterator[tuple[str, Value]]:
    """Yield each setting under the name that okr.toml has for it."""
    for field, value in settings._asdict().items():
        match field:
            case "calendar":
                yield "fiscal_year_starts", value.fiscal_year_starts
                yield from ((f"cycles.{name}", _days(each)) for name, each in value.named.items())
            case "limits" | "check_ins" | "status" | "lint":
                yield from (
                    (f"{field}.{name}", _setting(each)) for name, each in value._asdict().items()
                )
            case _:
                yield field, _setting(value)


def _setting(value: Any) -> Value:  # noqa: ANN401 - any value of a setting
    if isinstance(value, Mapping):
        return tuple(f"{name}: {_text(each)}" for name, each in sorted(value.items()))
    if isinstance(value, list | tuple):
        return tuple(_days(each) if isinstance(each, Period) else str(each) for each in value)
    return value


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _days(period: Period) -> str:
    return f"{period.start} to {period.last_day}"


def _organization(was: Organization, now: Organization) -> Iterator[Edit]:
    for field in ("name", "vision"):
        yield from _edit("the organization", field, getattr(was, field), getattr(now, field))
    for kind, field, title in (
        ("pillar", "pillars", "title"),
        ("team", "teams", "name"),
        ("person", "people", "name"),
    ):
        old, new = (_by_id(getattr(each, field)) for each in (was, now))
        yield from _entries(kind, old, new, title)


def _by_id(entries: Iterable[Any]) -> _Named:
    return {entry.id: entry for entry in entries}


def _entries(kind: str, was: _Named, now: _Named, title: str) -> Iterator[Edit]:
    """Compare entries by their ids; one that came or went is an edit of the empty field."""
    for name in sorted({*was, *now}):
        about, old, new = f"{kind} {name}", was.get(name), now.get(name)
        if old is None or new is None:
            gone, come = (each and (getattr(each, title) or name) for each in (old, new))
            yield Edit(about, "", gone, come)
        else:
            yield from _fields(about, old, new, passed=("id",))


def _fields(about: str, was: Any, now: Any, passed: Collection[str] = ()) -> Iterator[Edit]:  # noqa: ANN401 - any named tuple
    for field in now._fields:
        if field not in passed:
            yield from _edit(about, field, getattr(was, field), getattr(now, field))


def _edit(about: str, field: str, was: Value, now: Value) -> Iterator[Edit]:
    old, new = plain(was), plain(now)
    if old != new:
        yield Edit(about, field, old, new)
