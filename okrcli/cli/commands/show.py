"""`okr show`."""

# ruff: noqa: PLC0415 - only the renderer that is asked for is imported

from typing import Annotated

from typer import Argument

from okrcli.cli.options import At, CycleName, PageAs, PageFormat
from okrcli.cli.reading.showing import shown
from okrcli.cli.session import Session

Ref = Annotated[str, Argument(metavar="REF", help="An objective or a key result.")]


def show(
    ref: Ref,
    cycle: CycleName = None,
    at: At = None,
    output_format: PageAs = PageFormat.TABLE,
) -> int:
    """Show everything about one goal.

    Name an objective (growth/first-minute) or a key result (growth/first-minute/day7). Its
    fields, its progress against the target of now and the original one, a burn-up chart, what
    it supports and what supports it, who waits for whom, the last check-ins, and the goalposts
    that were moved. For the whole story see `okr log`.
    """
    session = Session.here()
    found = shown(session, ref, cycle, at)
    match output_format:
        case PageFormat.TABLE:
            from okrcli.render.show.table import show_table

            terminal = session.terminal()
            session.emit(
                show_table(
                    found,
                    width=terminal.width,
                    color=terminal.color,
                    ascii_only=terminal.ascii_only,
                )
            )
        case PageFormat.JSON:
            from okrcli.render.show.json import show_json

            session.emit(show_json(found))
        case PageFormat.MARKDOWN:
            from okrcli.render.show.markdown import show_markdown

            session.emit(show_markdown(found))
    return 0
