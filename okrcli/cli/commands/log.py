"""`okr log`."""

# ruff: noqa: PLC0415 - only the renderer that is asked for is imported

from typing import Annotated

from typer import Option

from okrcli.cli.options import About, At, CycleName, ReportAs, ReportFormat
from okrcli.cli.reading.telling import LogQuestion, told
from okrcli.cli.session import Session

_READABLE = 20  # commits of a team or of everything, where people read
_FOR_PEOPLE = frozenset({ReportFormat.TABLE, ReportFormat.MARKDOWN})

Since = Annotated[
    str | None,
    Option("--since", metavar="WHEN", help="Show what came from a day on, or after a revision."),
]
Author = Annotated[
    str | None,
    Option("--author", metavar="PERSON", help="Show only what this person said (id or git name)."),
]
Limit = Annotated[
    int | None,
    Option("--limit", metavar="N", min=0, help="Show the newest N commits; 0 shows all."),
]


def log(
    about: About = None,
    cycle: CycleName = None,
    at: At = None,
    since: Since = None,
    author: Author = None,
    limit: Limit = None,
    output_format: ReportAs = ReportFormat.TABLE,
) -> int:
    """Tell what was said and changed, and when.

    Check-ins and moved goalposts, the newest first. Ask for a team (growth), an objective
    (growth/first-minute) or a key result (growth/first-minute/day7); one that is gone, or that
    has another id now, is found too. Of a team, or of everything, people are shown the newest
    20 commits unless --limit or --since says otherwise.
    """
    session = Session.here()
    usual = _READABLE if output_format in _FOR_PEOPLE and since is None else 0
    found = told(session, LogQuestion(about, cycle, at, since, author, limit, usual))
    match output_format:
        case ReportFormat.TABLE:
            from okrcli.render.log.table import log_table

            terminal = session.terminal()
            session.emit(
                log_table(
                    found,
                    width=terminal.width,
                    color=terminal.color,
                    ascii_only=terminal.ascii_only,
                )
            )
        case ReportFormat.JSON:
            from okrcli.render.log.json import log_json

            session.emit(log_json(found))
        case ReportFormat.MARKDOWN:
            from okrcli.render.log.markdown import log_markdown

            session.emit(log_markdown(found))
        case ReportFormat.CSV:
            from okrcli.render.log.csv import log_csv

            session.emit(log_csv(found))
    return 0
