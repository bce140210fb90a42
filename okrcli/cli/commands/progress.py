"""`okr progress`."""

# ruff: noqa: PLC0415 - only the renderer that is asked for is imported

from okrcli.cli.options import About, At, CycleName, NoCache, Owner, ReportAs, ReportFormat
from okrcli.cli.reading.progressing import progress as compute
from okrcli.cli.reading.reporting import Question
from okrcli.cli.session import Session


def progress(
    about: About = None,
    cycle: CycleName = None,
    at: At = None,
    owner: Owner = None,
    output_format: ReportAs = ReportFormat.TABLE,
    *,
    no_cache: NoCache = False,
) -> int:
    """Show how far the objectives have come.

    Without --cycle it shows the cycles that are running or still closing. Ask for a team (growth),
    an objective (growth/first-minute) or a key result (growth/first-minute/day7), with its cycle
    before it where that is another one (2026:company/x). Filters change what is shown, never a
    number.
    """
    session = Session.here()
    report = compute(session, Question(about, cycle, at, owner, cached=not no_cache))
    match output_format:
        case ReportFormat.TABLE:
            from okrcli.render.progress.table import progress_table

            terminal = session.terminal()
            session.emit(
                progress_table(
                    report,
                    width=terminal.width,
                    color=terminal.color,
                    ascii_only=terminal.ascii_only,
                )
            )
        case ReportFormat.JSON:
            from okrcli.render.progress.json import progress_json

            session.emit(progress_json(report))
        case ReportFormat.MARKDOWN:
            from okrcli.render.progress.markdown import progress_markdown

            session.emit(progress_markdown(report))
        case ReportFormat.CSV:
            from okrcli.render.progress.csv import progress_csv

            if report.history.gap is not None:  # a table of facts has no place for it
                session.warn(report.history.gap)
            session.emit(progress_csv(report))
    return 0
