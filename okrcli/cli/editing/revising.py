"""How a changed promise is put together: the value, the entry in `revised`, what it means."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING

from okrcli.cli.editing.subject import Subject, standing
from okrcli.cli.editing.writing import Changes, edit_files, refuse_errors, value_of, write
from okrcli.cli.editing.writing import commit as commit_files
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.cycle.revising import Wish


def changes(about: Subject, wish: "Wish") -> Changes:
    """Give what changes in the file."""
    from okrcli.analysis.cycle.revising import revising
    from okrcli.store.editing.edits import Insert, Set

    _check_person(about, wish)
    field = wish.field.strip().casefold().replace("-", "_")
    made = revising(about.key_result, _by_now(about, field), wish, about.today)
    place = about.found.source.keys
    entry = {name: value_of(value) for name, value in made.entry.items()}
    return edit_files(
        about.opened,
        {
            about.found.source.path: [
                Set((*place, made.field), value_of(made.value)),
                Insert((*place, "revised"), entry),
            ]
        },
    )


def revise(session: Session, about: Subject, made: Changes, *, commit: bool) -> None:
    """Write a changed promise and say what it means; commit it where that is wished."""
    from okrcli.render.checking_in.changed import promise_in_one_line, revision_table

    key = about.found.key
    refuse_errors(session, about.opened, made)
    before = standing(session, key)
    write(about.opened, made)
    after = standing(session, key)
    was, now = (
        each._replace(owner=about.found.objective.owner_of(each))
        for each in (about.key_result, about.as_written(made))
    )
    terminal = session.terminal()
    session.emit(
        revision_table(
            key.ref,
            was,
            now,
            (before, after),
            width=terminal.width,
            color=terminal.color,
            ascii_only=terminal.ascii_only,
        )
    )
    if commit:
        entry = now.revised[-1]
        title = promise_in_one_line(key.ref, was, now)
        agreed = "" if entry.agreed is None else f"\nAgreed: {entry.agreed}"
        commit_files(about.opened, made, f"okrs: {title}\n\n{entry.why}{agreed}")


def _by_now(about: Subject, field: str) -> object:
    """Give what a field says, also where it is left out."""
    if field in about.written:
        return about.written[field]
    cycle = about.opened.settings.calendar.cycle(about.found.objective.cycle)
    match field:
        case "owner":
            return about.found.objective.owner
        case "weight":
            return 1
        case "starts" if cycle is not None:
            return cycle.start.isoformat()
        case "due" if cycle is not None:
            return cycle.period.last_day.isoformat()
    return None


def _check_person(about: Subject, wish: "Wish") -> None:
    """Refuse somebody who is listed nowhere, where people are."""
    from okrcli.analysis.spelling import near

    people = [person.id for person in about.opened.loaded.workspace.organization.people]
    if wish.agreed is None or not people or wish.agreed in people:
        return
    close = near(wish.agreed, people, 1)
    hint = f"did you mean {close[0]}?" if close else f"people here are: {', '.join(people)}"
    raise UsageError(f"nobody here is called {wish.agreed}", hint)
