"""The options and arguments that commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from okrcli.model.finding import Severity


class FindingsFormat(StrEnum):
    """How findings are written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


Paths = Annotated[
    list[Path] | None,
    Argument(
        metavar="[PATHS]...",
        help="Show only what is found in these files and folders.",
        show_default=False,
    ),
]
FindingsAs = Annotated[
    FindingsFormat, Option("--format", help="Blocks with excerpts, one line each, or JSON.")
]
FailOn = Annotated[
    Severity, Option("--fail-on", help="Exit with 1 from this severity of a finding upward.")
]


class ReportFormat(StrEnum):
    """How a report is written."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"


About = Annotated[
    str | None,
    Argument(metavar="[REF|TEAM]", help="Show only a team, an objective or a key result."),
]
CycleName = Annotated[
    str | None, Option("--cycle", metavar="CYCLE", help="Show this cycle, for example 2026-Q4.")
]
At = Annotated[
    str | None,
    Option(
        "--at",
        metavar="WHEN",
        help="Show it as it was committed on a day (YYYY-MM-DD) or at a revision.",
    ),
]
Owner = Annotated[
    str | None, Option("--owner", metavar="PERSON", help="Show only what this person owns.")
]
ReportAs = Annotated[
    ReportFormat, Option("--format", help="A table, JSON, Markdown, or CSV with a row each.")
]
