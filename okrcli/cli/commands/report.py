"""`okr report`."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from okrcli.cli.options import At, CycleName, NoCache, Owner
from okrcli.cli.report_options import (
    ReportName,
    Since,
    Team,
    Whose,
    named,
    refuse_unfollowed,
)
from okrcli.cli.reports.page_output import OutputForm, put
from okrcli.cli.reports.reports import Wanted, made
from okrcli.cli.session import Session

Name = Annotated[
    ReportName, Argument(metavar="NAME", help="week, board, cycle, plan, person or health.")
]
Form = Annotated[
    OutputForm,
    Option(
        "--format",
        help="For a terminal, as Markdown, JSON, one HTML file, a Slack message or text for mail.",
    ),
]
File = Annotated[Path | None, Option("--output", "-o", metavar="FILE", help="Write it to a file.")]


def report(
    name: Name,
    about: Whose = None,
    *,
    team: Team = None,
    owner: Owner = None,
    cycle: CycleName = None,
    at: At = None,
    since: Since = None,
    output_format: Form = OutputForm.TABLE,
    output: File = None,
    no_cache: NoCache = False,
) -> int:
    """Write a report to be read, or pasted where people are.

    `week` tells what is new since last week: wins first, then what needs help, who was silent and
    what is due. `board` has a sentence, a number and a forecast for each objective of the topmost
    team; as HTML it prints as a slide. `cycle` reviews a cycle, before its end and after; `plan`
    announces one; `person` tells what somebody owned and contributed, and is no rating; `health`
    looks at the process itself, cycle over cycle. The same question gives the same bytes, at
    any later time.
    """
    refuse_unfollowed(name, since=since, owner=owner)
    session = Session.here()
    wanted = Wanted(*named(name, about, team), owner, cycle, at, since, cached=not no_cache)
    put(session, made(session, name, wanted), output_format, output)
    return 0
