"""`okr alignment`."""

# ruff: noqa: PLC0415 - only the renderer that is asked for is imported

from okrcli.cli.options import AboutTeam, At, CycleName, NoCache, PageAs, PageFormat
from okrcli.cli.reading.aligning import aligned
from okrcli.cli.reading.reporting import Question
from okrcli.cli.session import Session


def alignment(
    team: AboutTeam = None,
    cycle: CycleName = None,
    at: At = None,
    output_format: PageAs = PageFormat.TABLE,
    *,
    no_cache: NoCache = False,
) -> int:
    """Tell how much of the work leads to the vision.

    For a meeting of those who lead: the share of objectives that support, step by step, an
    objective of the root team; what nobody supports, who supports nothing, what has too many
    supporters, and how many objectives came from below. A cycle that is named is looked at with
    all cycles that it contains.
    """
    session = Session.here()
    found = aligned(session, Question(team, cycle, at, cached=not no_cache))
    match output_format:
        case PageFormat.TABLE:
            from okrcli.render.alignment.table import alignment_table

            terminal = session.terminal()
            session.emit(
                alignment_table(
                    found,
                    width=terminal.width,
                    color=terminal.color,
                    ascii_only=terminal.ascii_only,
                )
            )
        case PageFormat.JSON:
            from okrcli.render.alignment.json import alignment_json

            session.emit(alignment_json(found))
        case PageFormat.MARKDOWN:
            from okrcli.render.alignment.markdown import alignment_markdown

            session.emit(alignment_markdown(found))
    return 0
