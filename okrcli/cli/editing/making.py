"""How a new goal gets into its file: its id, its place, what changes."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import re
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.editing.naming import find, running
from okrcli.cli.editing.placing import content_of, list_of
from okrcli.cli.editing.writing import Changes, Files, edit_files, value_of
from okrcli.cli.session import Opened
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from okrcli.analysis.cycle.promising import Promise
    from okrcli.cli.editing.naming import Found
    from okrcli.store.editing.edits import Value


class Made(NamedTuple):
    """Something new: what it is called, and what changes in the files."""

    ref: str
    changes: Changes


def objective_of(opened: Opened, ref: str, cycle: str | None, now: "date") -> "Found":
    """Find the objective that is to have one more key result."""
    found = find(opened, ref, cycle, running(opened, now))
    if found.key_result is not None:
        raise UsageError(f"{ref} is a key result", f"name its objective: {found.objective.key.ref}")
    if found.objective.close is not None:
        raise UsageError(f"{ref} was closed ({found.objective.close.decision})")
    return found


def new_key_result(opened: Opened, found: "Found", promise: "Promise") -> Made:
    """Add a key result to an objective."""
    from okrcli.store.editing.edits import Insert

    taken = {name for each in found.objective.key_results for name in (each.id, *each.formerly)}
    fields = promise.fields(promise.id or _id(promise.title or "", taken))
    edit = Insert((*found.source.keys, "key_results"), _values(fields))
    ref = f"{found.key.seen_from('')}/{fields['id']}"
    return Made(ref, edit_files(opened, {found.source.path: [edit]}))


def new_objective(
    opened: Opened, home: tuple[str, str], fields: Mapping[str, object], promise: "Promise"
) -> Made:
    """Add an objective with its first key result to a team's file of a cycle, as a draft."""
    from okrcli.store.editing.edits import Insert

    team, cycle = home
    files = Files(opened)
    path, keys, _ = list_of(opened, files, team, cycle, draft=True)
    draft = {} if content_of(files, path).draft else {"draft": True}
    taken = {
        name
        for _, each in opened.loaded.workspace.objectives()
        if (each.team, each.cycle) == home
        for name in (each.id, *each.formerly)
    }
    title = str(fields["title"])
    made = str(fields.get("id") or _id(title, taken))
    first = promise.fields(promise.id or _id(promise.title or "", ()))
    others = {name: each for name, each in fields.items() if name not in {"id", "title"}}
    whole = {"id": made, "title": title, **draft, **others, "key_results": [_values(first)]}
    files.edit(path, [Insert(keys, _values(whole))])
    return Made(f"{cycle}:{team}/{made}", files.changes())


def home_of(opened: Opened, team: str, name: str | None, now: "date") -> tuple[str, str]:
    """Find the cycle of a new objective: the shortest of the team, else of all, that runs now."""
    from okrcli.model.reference import ID

    if re.fullmatch(ID, team) is None:
        raise UsageError(f"'{team}' is no team", "a team's id has a-z, 0-9 and -")
    if name is not None:
        if opened.settings.calendar.cycle(name) is None:
            raise UsageError(f"{name} is no cycle", "write 2026, 2026-H2, 2026-Q4 or 2026-11")
        return team, name
    documents = [each.content for each in opened.loaded.workspace.documents]
    own = {each.cycle for each in documents if each.team == team}
    for names in (own, {each.cycle for each in documents}):
        known = (opened.settings.calendar.cycle(each) for each in sorted(names))
        going = [each for each in known if each is not None and each.period.holds(now)]
        if going:
            return team, min(going, key=lambda each: each.period.days).name
    raise UsageError("no cycle with OKRs is running", "say which one: --cycle 2026-Q4")


def _id(title: str, taken: Collection[str]) -> str:
    from okrcli.rules.new_ids import unused
    from okrcli.store.certainty import id_of

    made = id_of(title)
    if not made:
        raise UsageError(f"no id can be made of '{title}'", "say --id")
    return unused(made, taken)


def _values(fields: Mapping[str, object]) -> "Mapping[str, Value]":
    return {name: value_of(value) for name, value in fields.items()}
