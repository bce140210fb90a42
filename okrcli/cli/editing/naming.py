"""Find what somebody names in the files as they are, drafts too."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING, NamedTuple

from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from okrcli.cli.session import Opened, Session
    from okrcli.model.key_result import KeyResult
    from okrcli.model.objective import Objective
    from okrcli.model.reference import Key
    from okrcli.model.source import Source

_MOST_NAMED = 3


class Found(NamedTuple):
    """An objective, or a key result of it, with its place."""

    key: "Key"
    source: "Source"
    objective: "Objective"
    key_result: "KeyResult | None"


def find(opened: "Opened", ref: str, cycle: str | None, today: "Iterable[str]") -> Found:
    """Find what a reference names: in a cycle, else in the cycles of `today`, else in any."""
    from okrcli.analysis.references import Resolution, Resolver

    workspace = opened.loaded.workspace
    keys = workspace.keys()
    resolver = Resolver(keys, opened.settings.calendar)
    names = sorted({key.cycle for key in keys})
    if cycle is not None and cycle not in names:
        known = ", ".join(names) or "none yet"
        raise UsageError(f"there are no OKRs in a cycle {cycle}", f"cycles with OKRs: {known}")
    resolution = Resolution()
    for scope in [[cycle]] if cycle is not None else [list(today), names]:
        resolution = resolver.resolve_in(ref, scope)
        if resolution.ambiguous:
            listed = ", ".join(sorted(key.seen_from("") for key in resolution.candidates))
            raise UsageError(f"{ref} names several things", f"say which: {listed}")
        if resolution.key is not None:
            return place_of(opened, resolution.key)
    raise UsageError(
        f"{ref} is no objective and no key result here", _remedy(opened, resolution.close)
    )


def _remedy(opened: "Opened", close: "Sequence[str]") -> str | None:
    """Offer the nearest name; where files cannot be read, it may stand in one of them."""
    unread = opened.lint_input().unread
    hints = [f"did you mean {close[0]}?"] if close else []
    if unread:
        hints.append(f"{', '.join(unread[:_MOST_NAMED])} cannot be read: run `okr lint`")
    return " ".join(hints) or None


def running(opened: "Opened", now: "date") -> list[str]:
    """Name the cycles that are running or still closing."""
    from okrcli.analysis.progress.summary import is_running

    names = {document.content.cycle for document in opened.loaded.workspace.documents}
    cycles = (opened.settings.calendar.cycle(name) for name in sorted(names))
    return [
        each.name for each in cycles if each is not None and is_running(each, now, opened.settings)
    ]


def today(session: "Session", opened: "Opened") -> "date":
    """Give the day that it is in the workspace's time zone."""
    from okrcli.cli.reading.reporting import clock
    from okrcli.history.plumbing.moment import time_zone

    return clock(session)(time_zone(opened.settings))


def place_of(opened: "Opened", key: "Key") -> Found:
    """Give the place of a key; of two with one id the last counts, as in the history."""
    workspace = opened.loaded.workspace
    if key.key_result is None:
        return [
            Found(key, source, objective, None)
            for source, objective in workspace.objectives()
            if objective.key == key
        ][-1]
    return [
        Found(key, source, objective, key_result)
        for source, objective, key_result in workspace.key_results()
        if objective.key == key.of_objective and key_result.id == key.key_result
    ][-1]


def written(opened: "Opened", source: "Source") -> object:
    """Give what is written at a place, as plain data; None where nothing is."""
    from okrcli.store.yaml.source import read_plain

    found = read_plain(opened.loaded.texts[source.path].encode())
    for step in source.keys:
        try:
            found = found[step]  # type: ignore[index]  # what has no such place is told apart below
        except (LookupError, TypeError):
            return None
    return found
