"""`okr needs`."""

# ruff: noqa: PLC0415 - only the renderer that is asked for is imported

from typing import Annotated

from typer import Argument

from okrcli.cli.options import At, CycleName, NoCache, PageAs, PageFormat
from okrcli.cli.reading.needing import needed
from okrcli.cli.reading.reporting import Question
from okrcli.cli.session import Session

Waiting = Annotated[
    str | None,
    Argument(metavar="[TEAM]", help="What this team waits for, and who waits for it."),
]
Other = Annotated[
    str | None,
    Argument(metavar="[OTHER]", help="Only what is between the two: the agenda of a meeting."),
]


def needs(
    team: Waiting = None,
    other: Other = None,
    cycle: CycleName = None,
    at: At = None,
    output_format: PageAs = PageFormat.TABLE,
    *,
    no_cache: NoCache = False,
) -> int:
    """Show which teams wait for one another.

    What key results `needs` of other teams, the worst first: what cannot be counted on, what is at
    risk, and through what. Risk spreads: who waits for something waits for all that it waits for.
    With one team, what it waits for and who waits for it; with two, what they have to agree on.
    """
    session = Session.here()
    found = needed(session, Question(team, cycle, at, cached=not no_cache), other)
    match output_format:
        case PageFormat.TABLE:
            from okrcli.render.needs.table import needs_table

            terminal = session.terminal()
            session.emit(
                needs_table(
                    found,
                    width=terminal.width,
                    color=terminal.color,
                    ascii_only=terminal.ascii_only,
                )
            )
        case PageFormat.JSON:
            from okrcli.render.needs.json import needs_json

            session.emit(needs_json(found))
        case PageFormat.MARKDOWN:
            from okrcli.render.needs.markdown import needs_markdown

            session.emit(needs_markdown(found))
    return 0
