"""`okr publish`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import Annotated

from typer import Argument, Option

from okrcli.cli.finding_options import FailOn
from okrcli.cli.options import CycleName, DryRun
from okrcli.cli.session import Session
from okrcli.model.finding import Severity

What = Annotated[str, Argument(metavar="TEAM|REF", help="A team with drafts, or one objective.")]
Commit = Annotated[bool, Option("--commit/--no-commit", help="Commit the files, and only them.")]


def publish(
    what: What,
    cycle: CycleName = None,
    fail_on: FailOn = Severity.ERROR,
    *,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> int:
    """Make drafts live: they count from then on.

    `draft: true` goes, if lint has nothing against the objectives once they are published. Else
    what it finds is shown, and nothing is written.
    """
    from okrcli.cli.checking.findings_output import Wanted, show
    from okrcli.cli.editing.publishing import publishing, told
    from okrcli.cli.editing.writing import How, carry_out

    session = Session.here()
    opened = session.open()
    made = publishing(session, opened, what, cycle)
    if made.view.fails(fail_on):
        show(session, made.view, Wanted(fail_on=fail_on))
        session.tell("okr: nothing was published")
        return 1
    carry_out(session, opened, made.changes, How(dry_run, commit), f"okrs: {what} published")
    if not dry_run:
        told(session, made)
    return 0
