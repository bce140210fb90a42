"""How a check-in is put together: what it is about, what it changes, what that means."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from okrcli.cli.editing.subject import Subject, standing
from okrcli.cli.editing.writing import Changes, edit_files, write
from okrcli.cli.editing.writing import commit as commit_files
from okrcli.cli.session import Opened, Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.cycle.check_in import Fields, Saying
    from okrcli.render.checking_in.changed import CheckedIn
    from okrcli.store.editing.edits import Edit


def changes(about: Subject, saying: "Saying") -> Changes:
    """Give what a check-in changes in the file."""
    from okrcli.analysis.cycle.check_in import fields

    wanted = fields(about.key_result, about.written, saying, about.today)
    if not wanted:
        said = "was checked in today" if saying.same else "says that"
        hint = None if saying.same else "say --same where there is no news"
        raise UsageError(f"{about.found.key.ref} {said} already", hint)
    return edit_files(about.opened, {about.found.source.path: _edits(about, wanted)})


def check_in(session: Session, about: Subject, made: Changes, *, commit: bool | None) -> None:
    """Write a check-in and say what it changed; commit it where that is wished, or usual here."""
    from okrcli.render.checking_in.changed import CheckedIn, Said, check_in_message

    key = about.found.key
    before = standing(session, key)
    write(about.opened, made)
    after = standing(session, key)
    if after is None:
        session.tell(f"{key.ref} is checked in; it is a draft, and counts once it is published")
    else:
        _show(session, CheckedIn(before, after, _next_by(about)))
    if commit_wished(about.opened, wished=commit):
        said = Said(key.ref, about.key_result, about.as_written(made))
        commit_files(about.opened, made, check_in_message([said]))


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


def _next_by(about: Subject) -> date | None:
    """Give the last day on which the next check-in is not late yet."""
    settings = about.opened.settings
    cycle = settings.calendar.cycle(about.found.objective.cycle)
    team = about.opened.loaded.workspace.organization.team(about.found.objective.team)
    days = team.check_in_days or settings.check_ins.every_days
    due = about.today + timedelta(days=days)
    return due if cycle is not None and due < about.key_result.time(cycle).end else None


def commit_wished(opened: Opened, *, wished: bool | None) -> bool:
    """Tell whether to commit: as is wished, else as is usual here."""
    return opened.settings.check_ins.commit if wished is None else wished


def _show(session: Session, found: "CheckedIn") -> None:
    from okrcli.render.checking_in.changed import check_in_table

    terminal = session.terminal()
    session.emit(
        check_in_table(
            found, width=terminal.width, color=terminal.color, ascii_only=terminal.ascii_only
        )
    )
