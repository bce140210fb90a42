"""`okr lessons`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import Annotated

from typer import Argument, Option

from okrcli.cli.options import At, CycleName, NoCache, PageAs, PageFormat
from okrcli.cli.reading.emitting import emit
from okrcli.cli.session import Session
from okrcli.errors import UsageError

Words = Annotated[
    list[str] | None,
    Argument(metavar="[WORDS]...", help="Show those with any of these words, the best first."),
]
Team = Annotated[str | None, Option("--team", metavar="TEAM", help="Show only this team's.")]
Outcome = Annotated[
    str | None,
    Option("--outcome", metavar="STATUS", help="Only of goals that ended so: missed, achieved, …"),
]


def lessons(
    words: Words = None,
    team: Team = None,
    cycle: CycleName = None,
    outcome: Outcome = None,
    at: At = None,
    output_format: PageAs = PageFormat.TABLE,
    *,
    no_cache: NoCache = False,
) -> int:
    """Find what was learned before.

    Lessons, reasons and retrospectives of all teams and cycles, each with the goal that taught
    it, how that ended, and the commit. Without words: those of the last two cycles, by team.
    """
    from okrcli.analysis.progress.report import Status
    from okrcli.analysis.reports.lessons import Wanted
    from okrcli.cli.reading.learning import found

    session = Session.here()
    statuses = [status.value for status in Status]
    if outcome is not None and outcome not in statuses:
        raise UsageError(f"no goal ends as '{outcome}'", f"say one of: {', '.join(statuses)}")
    wanted = Wanted(team, cycle, None if outcome is None else Status(outcome))
    report = found(session, " ".join(words or ()), wanted, at, cached=not no_cache)
    emit(session, "lessons", output_format, report)
    return 0
