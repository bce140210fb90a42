"""Fields of goals that have another value, and that are no goalpost and no check-in."""

from collections.abc import Collection, Iterator

from okrcli.analysis.changes.changes import Edit, Value
from okrcli.model.key_result import (
    KIND_FIELDS,
    Close,
    KeyResult,
    Milestone,
    PlanPoint,
    Revision,
)
from okrcli.model.objective import Action, Objective
from okrcli.model.reference import Key

LINKS = frozenset({"owner", "supports", "standalone", "pillar", "needs", "kpi"})
_CHECK_IN = frozenset({"current", "confidence", "updated", "note", "blocker", "done"})
_ELSEWHERE = frozenset({"id", "team", "cycle", "draft", "key_results", "kind_fields"})
_OF_KINDS = frozenset(field for fields in KIND_FIELDS.values() for field in fields)


def edits(
    key: Key,
    was: Objective | KeyResult,
    now: Objective | KeyResult,
    told: Collection[str] = (),
    *,
    draft: bool = False,
) -> Iterator[Edit]:
    """Yield what is otherwise, but for the fields that were told; of a draft, everything."""
    passed = {*_ELSEWHERE, *told, *(_OF_KINDS if "kind" in told else ())}
    if not draft:
        passed |= _CHECK_IN
    title = now.title or now.id
    for field in now._fields:
        if field in passed:
            continue
        for name, old, new in _values(field, getattr(was, field), getattr(now, field)):
            old_value, new_value = plain(old, draft=draft), plain(new, draft=draft)
            if old_value != new_value:
                yield Edit(key.seen_from(""), name, old_value, new_value, key, title, draft)


def _values(field: str, was: Value, now: Value) -> Iterator[tuple[str, Value, Value]]:
    """Take a `close` apart."""
    if field != "close":
        yield field, was, now
        return
    for part in Close._fields:
        old, new = (getattr(each, part) if isinstance(each, Close) else None for each in (was, now))
        yield f"close.{part}", old, new


def plain(value: Value, *, draft: bool = False) -> Value:
    """Give a value as a text, a number, a day or a list of texts."""
    if isinstance(value, list | tuple):
        return tuple(_entry(each, draft=draft) for each in value) or None
    return value if value != "" else None


def _entry(entry: object, *, draft: bool) -> str:
    match entry:
        case Milestone():
            due = f", due {entry.due}" if draft and entry.due else ""
            return f"{entry.title}{due}"
        case Revision():
            return f"{entry.field}: {entry.why}"
        case PlanPoint():
            return f"{entry.value:g} by {entry.by}"
        case Action():
            facts = ", ".join(filter(None, [entry.owner, "done" if entry.done else None]))
            return f"{entry.action} ({facts})" if facts else entry.action
    return str(entry)
