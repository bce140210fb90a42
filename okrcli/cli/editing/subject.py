"""The key result that a command changes: as its file has it, and how it stands."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from okrcli.cli.editing.naming import Found, find, place_of, running, today, written
from okrcli.cli.editing.writing import Changes
from okrcli.cli.reading.reporting import goals_of, recorded
from okrcli.cli.session import Opened, Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.progress.report import KeyResultReport
    from okrcli.model.key_result import KeyResult
    from okrcli.model.reference import Key


class Subject(NamedTuple):
    """The key result that a check-in is about, as its file has it."""

    opened: Opened
    found: Found
    key_result: "KeyResult"
    written: Mapping[str, object]
    today: date

    def as_written(self, made: Changes) -> "KeyResult":
        """Read the key result as it is after a change of its file."""
        from okrcli.store.loader import load_contents

        path = self.found.source.path
        content = made[path].new or b""
        workspace = load_contents({path: content}, self.opened.settings).workspace
        return next(
            key_result
            for source, _, key_result in workspace.key_results()
            if source == self.found.source
        )


def subject(session: Session, ref: str, cycle: str | None) -> Subject:
    """Find the key result that a reference names; one that was closed is refused."""
    opened = session.open()
    now = today(session, opened)
    found = find(opened, ref, cycle, running(opened, now))
    if found.key_result is None:
        ids = ", ".join(each.id for each in found.objective.key_results)
        raise UsageError(f"{ref} is an objective; name a key result", f"it has: {ids}")
    return _in_file(opened, found, found.key_result, now)


def subject_of(session: Session, key: "Key") -> Subject:
    """Give the key result that a report was of, as the files have it by now."""
    opened = session.open()
    known = opened.loaded.workspace.keys()
    if key not in known:
        raise UsageError(f"{key.ref} is not in the files, as they are now", "run `okr lint`")
    found = place_of(opened, key)
    if found.key_result is None:
        raise KeyError(key)
    return _in_file(opened, found, found.key_result, today(session, opened))


def _in_file(opened: Opened, found: Found, key_result: "KeyResult", now: date) -> Subject:
    _refuse_closed(found, key_result)
    fields = cast("Mapping[str, object]", written(opened, found.source))
    return Subject(opened, found, key_result, fields, now)


def standing(session: Session, key: "Key") -> "KeyResultReport | None":
    """Give the numbers of a key result as of now; None for a draft, which has none."""
    return standings(session, [key])[0]


def standings(session: Session, keys: "Sequence[Key]") -> "Sequence[KeyResultReport | None]":
    """Give the numbers of key results as of now; None for a draft, which has none."""
    from okrcli.analysis.landscape.landscape import Landscape
    from okrcli.analysis.progress.summary import is_running

    found = recorded(
        session,
        None,
        lambda settings: lambda now, cycle: is_running(cycle, now, settings),
        cached=True,
    )
    reports = list(map(Landscape(goals_of(found)).key_result, keys))
    if None in reports:
        whole = Landscape(goals_of(recorded(session, None, cached=True)))
        reports = list(map(whole.key_result, keys))
    return reports


def _refuse_closed(found: Found, key_result: "KeyResult") -> None:
    for close, what in ((key_result.close, "it"), (found.objective.close, "its objective")):
        if close is not None:
            raise UsageError(
                f"{found.key.ref} cannot be changed: {what} was closed ({close.decision})",
                "take the `close` away first, if it goes on",
            )
