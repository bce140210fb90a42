"""`okr teams`."""

from typing import Annotated

from typer import Argument

from okrcli.cli.options import At, CycleName, NoCache, ReportAs, ReportFormat
from okrcli.cli.reading.emitting import emit
from okrcli.cli.reading.peopling import Scope
from okrcli.cli.reading.peopling import teams as gather
from okrcli.cli.session import Session

Team = Annotated[
    str | None, Argument(metavar="[TEAM]", help="Show only this team and those below it.")
]


def teams(
    team: Team = None,
    cycle: CycleName = None,
    at: At = None,
    output_format: ReportAs = ReportFormat.TABLE,
    *,
    no_cache: NoCache = False,
) -> int:
    """Show what each team has taken on.

    Down the cascade: objectives and key results against the limits, drafts, the lead, how far it
    has come, and what has been silent for too long.
    """
    session = Session.here()
    found = gather(session, team, Scope(cycle, at, cached=not no_cache))
    emit(session, "team_loads", output_format, found)
    return 0
