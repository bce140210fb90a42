"""`okr mv`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import Annotated

from typer import Argument, Option

from okrcli.cli.options import CycleName, DryRun
from okrcli.cli.session import Session

Ref = Annotated[str, Argument(metavar="REF", help="An objective or a key result.")]
New = Annotated[
    str,
    Argument(metavar="NEW", help="Its new id, or where it goes: growth/faster, 2027-Q1:growth/x."),
]
Commit = Annotated[bool, Option("--commit/--no-commit", help="Commit the files, and only them.")]


def mv(
    ref: Ref, new: New, cycle: CycleName = None, *, commit: Commit = False, dry_run: DryRun = False
) -> int:
    """Rename an objective or a key result, or move it.

    It may go to another objective, team or cycle. Its lines go with their comments, every
    reference to it is mended, and `formerly` records what it was called, so that its history
    stays whole.
    """
    from okrcli.cli.editing.moving import moved
    from okrcli.cli.editing.naming import find, running, today
    from okrcli.cli.editing.writing import How, carry_out, refuse_errors

    session = Session.here()
    opened = session.open()
    found = find(opened, ref, cycle, running(opened, today(session, opened)))
    made = moved(opened, found, new)
    refuse_errors(session, opened, made.changes, made.move.follow)
    name = f"{found.key.ref} -> {made.move.new.seen_from(found.key.cycle)}"
    carry_out(session, opened, made.changes, How(dry_run, commit), f"okrs: {name}")
    if not dry_run:
        mended = len(made.mended)
        also = f"; {mended} reference{'s' if mended > 1 else ''} to it mended" if mended else ""
        session.say(f"{name}{also}")
    return 0
