"""`okr report`."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from okrcli.cli.options import At, CycleName, NoCache, Owner
from okrcli.cli.page_output import OutputForm, put
from okrcli.cli.reports import Wanted, made
from okrcli.cli.session import Session
from okrcli.errors import UsageError


class ReportName(StrEnum):
    """What is reported on."""

    WEEK = "week"
    BOARD = "board"
    CYCLE = "cycle"
    PLAN = "plan"
    PERSON = "person"
    HEALTH = "health"


_OF_CYCLES = frozenset((ReportName.CYCLE, ReportName.PLAN, ReportName.HEALTH))

Name = Annotated[
    ReportName, Argument(metavar="NAME", help="week, board, cycle, plan, person or health.")
]
Whose = Annotated[
    str | None,
    Argument(
        metavar="[TEAM|PERSON]",
        help="Of this team and those below it; for person: of whom.",
        show_default=False,
    ),
]
Team = Annotated[
    str | None, Option("--team", metavar="TEAM", help="Of this team and those below it.")
]
Since = Annotated[
    str | None,
    Option(
        "--since",
        metavar="DATE",
        help="For week: the first day that is new (YYYY-MM-DD); for person: all cycles since.",
    ),
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
    _check(name, {"--since": since, "--owner": owner})
    session = Session.here()
    named = _named(name, about, team)
    wanted = Wanted(*named, owner, cycle, at, since, cached=not no_cache)
    put(session, made(session, name, wanted), output_format, output)
    return 0


def _named(name: ReportName, about: str | None, team: str | None) -> tuple[str | None, str | None]:
    """Tell which team is meant, and which person; the argument is one or the other."""
    if name is ReportName.PERSON:
        return team, about
    if about is not None and team is not None and about != team:
        raise UsageError(f"two teams: {about} and {team}", "name one, with --team or without")
    return team or about, None


def _check(name: ReportName, options: Mapping[str, str | None]) -> None:
    """Refuse an option that a report would not follow."""
    for option, value in options.items():
        if value is not None and name in _OF_CYCLES:
            raise UsageError(f"{option} goes with week and person", f"leave it out of {name}")
