"""The options and arguments that commands share."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from okrcli.errors import UsageError
from okrcli.model.finding import Severity


class FindingsFormat(StrEnum):
    """How findings are written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    RDJSON = "rdjson"


class TitleKind(StrEnum):
    """What a bare title is the title of."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key-result"


Paths = Annotated[
    list[Path] | None,
    Argument(
        metavar="[PATHS]...",
        help="Show only what is found in these files and folders.",
        show_default=False,
    ),
]
FindingsAs = Annotated[
    FindingsFormat | None,
    Option(
        "--format",
        help="Blocks with excerpts (full), one line each, JSON, or what a forge wants."
        " Left out: full; github inside GitHub Actions.",
        show_default=False,
    ),
]
FailOn = Annotated[
    Severity, Option("--fail-on", help="Exit with 1 from this severity of a finding upward.")
]
OutputFile = Annotated[
    Path | None,
    Option("--output", "-o", metavar="FILE", help="Write to a file; say the counts on stderr."),
]
ExitZero = Annotated[bool, Option("--exit-zero", help="Exit with 0, whatever is found.")]
Select = Annotated[
    list[str] | None,
    Option(
        "--select",
        metavar="RULES",
        help="Report these rules or families only; several with commas between them.",
    ),
]
IgnoreRules = Annotated[
    list[str] | None,
    Option("--ignore", metavar="RULES", help="Do not report these rules or families."),
]
BaselineFile = Annotated[
    Path | None,
    Option("--baseline", metavar="FILE", help="Leave out the findings that this file knows."),
]
WriteBaseline = Annotated[
    bool, Option("--write-baseline", help="Write all findings of now to the baseline file.")
]
ChangedSince = Annotated[
    str | None,
    Option(
        "--changed",
        metavar="BASE",
        help="Show only what a branch brought: in lines changed since it left BASE, or new.",
    ),
]
Fix = Annotated[bool, Option("--fix", help="Mend in the files what can be mended for certain.")]
Diff = Annotated[
    bool, Option("--diff", help="Show what --fix would change, and write nothing; exit with 1.")
]
Title = Annotated[
    TitleKind | None,
    Option(
        "--title",
        help="Judge a title by its words alone: in place of PATHS, the title in quotes,"
        " or - for one a line on standard input.",
        show_default=False,
    ),
]
Statistics = Annotated[bool, Option("--statistics", help="Count the findings of each rule.")]


def listed(options: list[str] | None) -> tuple[str, ...]:
    """Take names apart that were given with commas between them, or one by one."""
    names = (name.strip() for option in options or () for name in option.split(","))
    return tuple(name for name in names if name)


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
