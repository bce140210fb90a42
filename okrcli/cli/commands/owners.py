"""`okr owners`."""

from typing import Annotated

from typer import Argument

from okrcli.cli.options import At, CycleName, NoCache, ReportAs, ReportFormat
from okrcli.cli.reading.emitting import emit
from okrcli.cli.reading.peopling import Scope
from okrcli.cli.reading.peopling import owners as gather
from okrcli.cli.session import Session

Person = Annotated[
    str | None, Argument(metavar="[PERSON]", help="Show only this person, with all they own.")
]


def owners(
    person: Person = None,
    cycle: CycleName = None,
    at: At = None,
    output_format: ReportAs = ReportFormat.TABLE,
    *,
    no_cache: NoCache = False,
) -> int:
    """Show what each person answers for.

    Objectives (the most in one cycle, against the limit), key results, check-ins that are
    overdue and how many came on time; owners that are several people, or that no organization
    file knows, and who owns nothing.
    """
    session = Session.here()
    found = gather(session, person, Scope(cycle, at, cached=not no_cache))
    emit(session, "owner_loads", output_format, found)
    return 0
