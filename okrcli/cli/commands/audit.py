"""`okr audit`."""

from typing import Annotated

from typer import Argument, Option

from okrcli.cli.checking.auditing import AuditQuestion
from okrcli.cli.checking.auditing import audit as look
from okrcli.cli.checking.findings_output import Wanted, show
from okrcli.cli.finding_options import FailOn, FindingsAs, OutputFile
from okrcli.cli.options import At, CycleName
from okrcli.cli.session import Session
from okrcli.model.finding import Severity

Within = Annotated[
    str | None,
    Argument(
        metavar="[RANGE]",
        help="Look at what a branch changes: BASE..HEAD, or BASE for BASE..HEAD.",
        show_default=False,
    ),
]
Team = Annotated[
    str | None, Option("--team", metavar="TEAM", help="Show only what is found of this team.")
]


def audit(
    within: Within = None,
    cycle: CycleName = None,
    at: At = None,
    team: Team = None,
    output_format: FindingsAs = None,
    output: OutputFile = None,
    fail_on: FailOn = Severity.ERROR,
) -> int:
    """Find what only the history and the clock can tell.

    Silence, promises that were moved without a word, what came late or was changed after the end.
    Without a range it looks at the cycles that are running or still closing; with one, for a pull
    request, only at what the branch changes since it left its base. Nothing that it finds is an
    error, so a check says --fail-on warning.
    """
    session = Session.here()
    view = look(session, AuditQuestion(within, cycle, at, team))
    show(session, view, Wanted(output_format, output, fail_on))
    return int(view.fails(fail_on))
