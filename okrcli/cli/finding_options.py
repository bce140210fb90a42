"""The options and arguments of what finds something: what is shown, how, and what follows."""

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
