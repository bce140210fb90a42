"""`okr export`."""

from pathlib import Path
from typing import Annotated

from typer import Option

from okrcli.cli.options import ExportFormat, NoCache
from okrcli.cli.reading.exporting import Wanted
from okrcli.cli.reading.exporting import export as write
from okrcli.cli.session import Session

Form = Annotated[
    ExportFormat,
    Option("--format", help="A folder of CSV, JSON Lines or Parquet, or one SQLite database."),
]
Output = Annotated[
    Path,
    Option("--output", "-o", metavar="DIR|FILE", help="The folder, or for sqlite the file."),
]
Cycle = Annotated[
    str | None, Option("--cycle", metavar="CYCLE", help="Export this cycle only, like 2026-Q4.")
]
Since = Annotated[
    str | None,
    Option(
        "--since",
        metavar="REV",
        help="Of check-ins and goalposts, export those that came after a revision, or from a day.",
    ),
]
At = Annotated[
    str | None,
    Option(
        "--at",
        metavar="WHEN",
        help="Export it as it was committed on a day (YYYY-MM-DD) or at a revision.",
    ),
]
WithEmails = Annotated[
    bool, Option("--with-emails", help="Export e-mail addresses, too; else none leaves.")
]


def export(
    output: Output,
    output_format: Form = ExportFormat.CSV,
    cycle: Cycle = None,
    since: Since = None,
    at: At = None,
    *,
    with_emails: WithEmails = False,
    no_cache: NoCache = False,
) -> int:
    """Write all facts as tables for other tools.

    Check-ins, goalposts and lessons; objectives, key results, their milestones, plans and links;
    teams, people and cycles: with stable names and types. Parquet is partitioned by cycle. A
    folder or file of an earlier export is replaced once the new one is whole.
    """
    wanted = Wanted(output_format, cycle, since, at, with_emails, cached=not no_cache)
    write(Session.here(), wanted, output)
    return 0
