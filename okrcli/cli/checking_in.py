"""How a check-in is put together: what it is about, what it changes, what that means."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.naming import Found, find, running
from okrcli.cli.reporting import clock, goals_of, recorded
from okrcli.cli.session import Opened, Session
from okrcli.cli.writing import Changes, edit_files, write
from okrcli.cli.writing import commit as commit_files
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.check_in import Fields, Saying
    from okrcli.analysis.report import KeyResultReport
    from okrcli.model.key_result import KeyResult
    from okrcli.model.reference import Key
    from okrcli.render.check_in import CheckedIn
    from okrcli.store.editing.edits import Edit


class Subject(NamedTuple):
    """The key result that a check-in is about, as its file has it."""

    opened: Opened
    found: Found
    key_result: "KeyResult"
    written: Mapping[str, object]
    today: date


def subject(session: Session, ref: str, cycle: str | None) -> Subject:
    """Find the key result that a reference names; one that takes no check-in is refused."""
    from okrcli.history.recorded import time_zone
    from okrcli.store.yaml_source import read_plain

    opened = session.open()
    today = clock(session)(time_zone(opened.settings))
    found = find(opened, ref, cycle, running(opened, today))
    if found.key_result is None:
        ids = ", ".join(each.id for each in found.objective.key_results)
        raise UsageError(f"{ref} is an objective; check in on a key result", f"it has: {ids}")
    _refuse_closed(found, found.key_result)
    written = read_plain(opened.loaded.texts[found.source.path].encode())
    for step in found.source.keys:
        written = written[step]  # type: ignore[index]  # the place was found in this very text
    return Subject(opened, found, found.key_result, written, today)  # type: ignore[arg-type]


def changes(about: Subject, saying: "Saying") -> Changes:
    """Give what a check-in changes in the file."""
    from okrcli.analysis.check_in import fields

    wanted = fields(about.key_result, about.written, saying, about.today)
    if not wanted:
        said = "was checked in today" if saying.same else "says that"
        hint = None if saying.same else "say --same where there is no news"
        raise UsageError(f"{about.found.key.ref} {said} already", hint)
    return edit_files(about.opened, {about.found.source.path: _edits(about, wanted)})


def check_in(session: Session, about: Subject, made: Changes, *, commit: bool | None) -> None:
    """Write a check-in and say what it changed; commit it where that is wished, or usual here."""
    from okrcli.render.check_in import CheckedIn

    key = about.found.key
    before = _report(session, key)
    write(about.opened, made)
    after = _report(session, key)
    if after is None:
        session.tell(f"{key.ref} is checked in; it is a draft, and counts once it is published")
    else:
        _show(session, CheckedIn(before, after, _next_by(about)))
    usual = about.opened.settings.check_ins.commit
    if usual if commit is None else commit:
        commit_files(about.opened, made, _message(about, made))


def _refuse_closed(found: Found, key_result: "KeyResult") -> None:
    for close, what in ((key_result.close, "it"), (found.objective.close, "its objective")):
        if close is not None:
            raise UsageError(
                f"{found.key.ref} takes no check-ins: {what} was closed ({close.decision})",
                "take the `close` away first, if it goes on",
            )


def _edits(about: Subject, wanted: "Fields") -> "Sequence[Edit]":
    from okrcli.store.editing.edits import Literal, Remove, Set, Wrap

    made: list[Edit] = []
    for path, value in wanted.items():
        place = (*about.found.source.keys, *path)
        if value is None:
            made.append(Remove(place))
            continue
        if path[0] == "milestones" and _is_bare(about.written, path):
            made.append(Wrap(place[:-1], "title"))
        made.append(Set(place, Literal(str(value)) if isinstance(value, Decimal) else value))
    return made


def _is_bare(written: Mapping[str, object], path: Sequence[object]) -> bool:
    """Tell whether a milestone is text alone."""
    steps = written["milestones"]
    return isinstance(steps, list) and isinstance(steps[path[1]], str)  # type: ignore[call-overload]


def _report(session: Session, key: "Key") -> "KeyResultReport | None":
    from okrcli.analysis.landscape import Landscape
    from okrcli.analysis.summary import is_running

    found = recorded(
        session,
        None,
        lambda settings: lambda now, cycle: is_running(cycle, now, settings),
        cached=True,
    )
    report = Landscape(goals_of(found)).key_result(key)
    if report is None:
        report = Landscape(goals_of(recorded(session, None, cached=True))).key_result(key)
    return report


def _next_by(about: Subject) -> date | None:
    """Give the last day on which the next check-in is not late yet."""
    settings = about.opened.settings
    cycle = settings.calendar.cycle(about.found.objective.cycle)
    team = about.opened.loaded.workspace.organization.team(about.found.objective.team)
    days = team.check_in_days or settings.check_ins.every_days
    due = about.today + timedelta(days=days)
    return due if cycle is not None and due < about.key_result.time(cycle).end else None


def _message(about: Subject, made: Changes) -> str:
    """Say the change in a line, and the note below it where that is new."""
    from okrcli.render.check_in import in_one_line

    key_result = about.key_result
    now = _as_written(about, made)
    title = f"okrs: {in_one_line(about.found.key.ref, key_result, now)}"
    return title if now.note in {None, key_result.note} else f"{title}\n\n{now.note}"


def _as_written(about: Subject, made: Changes) -> "KeyResult":
    """Read the key result as it is now."""
    from okrcli.store.loader import load_contents

    path = about.found.source.path
    content = made[path].new or b""
    workspace = load_contents({path: content}, about.opened.settings).workspace
    return next(
        key_result
        for source, _, key_result in workspace.key_results()
        if source == about.found.source
    )


def _show(session: Session, found: "CheckedIn") -> None:
    from okrcli.render.check_in import check_in_table

    terminal = session.terminal()
    session.emit(
        check_in_table(
            found, width=terminal.width, color=terminal.color, ascii_only=terminal.ascii_only
        )
    )
