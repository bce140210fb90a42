"""`okr due`."""

# ruff: noqa: PLC0415 - what `--help` does not need

from enum import StrEnum
from typing import Annotated

from typer import Option

from okrcli.cli.options import At, CycleName, NoCache, Owner, ReportAs, ReportFormat
from okrcli.cli.reading.emitting import emit
from okrcli.cli.reading.peopling import Scope, Whose, dues
from okrcli.cli.session import Session


class FailingDue(StrEnum):
    """What may fail a job that looks after check-ins."""

    OVERDUE = "overdue"


Mine = Annotated[
    bool, Option("--mine", help="Show only what is mine, by the e-mail address that git has.")
]
Team = Annotated[str | None, Option("--team", metavar="TEAM", help="Show only a team's.")]
Everything = Annotated[bool, Option("--all", help="Show those too that are in time.")]
FailOnDue = Annotated[
    FailingDue | None, Option("--fail-on", help="Exit with 1 where something shown is overdue.")
]


def due(
    *,
    mine: Mine = False,
    team: Team = None,
    owner: Owner = None,
    everything: Everything = False,
    cycle: CycleName = None,
    at: At = None,
    output_format: ReportAs = ReportFormat.TABLE,
    fail_on: FailOnDue = None,
    no_cache: NoCache = False,
) -> int:
    """Show who owes a check-in, and since when.

    A check-in is due `every_days` after the last one, and overdue when the days of grace are
    over too; days of a pause do not count. The rhythm shows the last windows of a key result:
    a check-in on time, late or missed. JSON and CSV always have everything.
    """
    from okrcli.analysis.loads.dues import Due

    session = Session.here()
    scope = Scope(cycle, at, cached=not no_cache)
    found = dues(session, Whose(team, owner, mine), scope, everything=everything)
    emit(session, "due", output_format, found)
    return int(fail_on is not None and bool(found.of(Due.OVERDUE)))
