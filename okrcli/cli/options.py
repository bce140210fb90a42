"""The options and arguments that commands share."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from typer import Argument, Option

from okrcli.errors import UsageError


class DetailFormat(StrEnum):
    """How a report is written that has no use as CSV."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


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
    str | None, Option("--cycle", metavar="CYCLE", help="Of this cycle, for example 2026-Q4.")
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
NoCache = Annotated[
    bool, Option("--no-cache", help="Read the whole history, and remember nothing of it.")
]
DryRun = Annotated[
    bool, Option("--dry-run", "-n", help="Show the change as a diff, and write nothing.")
]
ReportAs = Annotated[
    ReportFormat, Option("--format", help="A table, JSON, Markdown, or CSV with a row each.")
]
DetailAs = Annotated[
    DetailFormat, Option("--format", help="For a terminal, as JSON, or as Markdown.")
]


def day_of(text: str | None) -> date | None:
    """Read a date that was given."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"'{text}' is no date", "write YYYY-MM-DD") from None


class TreeFormat(StrEnum):
    """How a tree is written."""

    TABLE = "table"
    JSON = "json"
    MERMAID = "mermaid"
    SVG = "svg"
    MARKDOWN = "markdown"


class TreeBy(StrEnum):
    """What the branches of a tree are."""

    SUPPORT = "support"
    ORGANIZATION = "organization"


class PageFormat(StrEnum):
    """How a page that people read is written."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


class ExportFormat(StrEnum):
    """How facts are written for other tools."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    SQLITE = "sqlite"


PageAs = Annotated[PageFormat, Option("--format", help="For a terminal, as JSON, or as Markdown.")]
AboutTeam = Annotated[
    str | None,
    Argument(metavar="[TEAM]", help="Look at this team and those below it.", show_default=False),
]
