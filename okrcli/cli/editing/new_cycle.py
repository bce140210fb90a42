"""`okr new cycle`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import Annotated

from typer import Argument, Option

from okrcli.cli.options import DryRun
from okrcli.cli.session import Session

Name = Annotated[str, Argument(metavar="CYCLE", help="The cycle that begins, such as 2027-Q1.")]
Origin = Annotated[
    str | None,
    Option("--from", metavar="CYCLE", help="The cycle that ended; else the last one before."),
]
Commit = Annotated[bool, Option("--commit/--no-commit", help="Commit the files, and only them.")]


def cycle(
    name: Name, origin: Origin = None, *, commit: Commit = False, dry_run: DryRun = False
) -> int:
    """Begin a cycle with what goes on.

    Objectives that were closed with `continue` or `change` begin anew as drafts, one file for each
    team: under their ids, from the last values on, without their check-ins and dates. What stays
    behind is told, with the reason. Nothing that is there is overwritten.
    """
    from okrcli.cli.editing.carrying import begun
    from okrcli.cli.editing.writing import How, carry_out, refuse_errors

    session = Session.here()
    opened = session.open()
    made = begun(opened, name, origin)
    refuse_errors(session, opened, made.changes)
    message = f"okrs: {name} begins with what goes on from {made.old.name}"
    carry_out(session, opened, made.changes, How(dry_run, commit), message)
    if not dry_run:
        for line in made.lines():
            session.say(line)
    return 0
