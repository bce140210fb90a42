"""`okr rm`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import Annotated

from typer import Argument, Option

from okrcli.cli.options import CycleName, DryRun
from okrcli.cli.session import Session

Ref = Annotated[str, Argument(metavar="REF", help="An objective or a key result.")]
Why = Annotated[str, Option("--why", metavar="TEXT", help="The reason, which stays in the file.")]
Defer = Annotated[bool, Option("--defer", help="It is put off, and not given up for good.")]
Delete = Annotated[
    bool, Option("--delete", help="Take it out of the file; git alone remembers it then.")
]
Commit = Annotated[bool, Option("--commit/--no-commit", help="Commit the file, and only that.")]


def rm(
    ref: Ref,
    why: Why = "",
    cycle: CycleName = None,
    *,
    defer: Defer = False,
    delete: Delete = False,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> int:
    """Give an objective or a key result up.

    It stays in its file with a `close` that says so and why: it is in no number any more, and
    everybody can read what became of it. With --delete its lines go, which is for drafts and
    mistakes; nothing else may name it then.
    """
    from okrcli.cli.editing.naming import find, running, today
    from okrcli.cli.editing.removing import deleted, dropped
    from okrcli.cli.editing.writing import How, carry_out, refuse_errors

    session = Session.here()
    opened = session.open()
    found = find(opened, ref, cycle, running(opened, today(session, opened)))
    decision = "defer" if defer else "drop"
    made = deleted(opened, found) if delete else dropped(opened, found, decision, why)
    refuse_errors(session, opened, made)
    what = "deleted" if delete else "deferred" if defer else "dropped"
    reason = f": {why}" if why else ""
    message = f"okrs: {found.key.ref} {what}" + (f"\n\n{why}" if why else "")
    carry_out(session, opened, made, How(dry_run, commit), message)
    if not dry_run:
        session.say(f"{found.key.ref} {what}{reason}")
    return 0
