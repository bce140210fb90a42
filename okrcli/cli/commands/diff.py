"""`okr diff`."""

# ruff: noqa: PLC0415 - only the renderer that is asked for is imported

from enum import StrEnum
from typing import Annotated

from typer import Argument, Option

from okrcli.cli.checking.diffing import DiffQuestion, compared
from okrcli.cli.options import NoCache
from okrcli.cli.session import Session


class DiffFormat(StrEnum):
    """How a comparison is written."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


First = Annotated[
    str | None,
    Argument(
        metavar="[A]",
        help="Where to begin, or a range: A..B, or A...B for B since it left A."
        " Left out: where HEAD left the main branch.",
        show_default=False,
    ),
]
Second = Annotated[
    str | None,
    Argument(metavar="[B]", help="Where to end. Left out: the files on disk.", show_default=False),
]
DiffAs = Annotated[
    DiffFormat, Option("--format", help="A table, JSON, or Markdown for a pull request.")
]
ExitCode = Annotated[
    bool, Option("--exit-code", help="Exit with 1 where anything differs, as git does.")
]
Classify = Annotated[
    bool,
    Option(
        "--classify",
        help="Print one word: check-in, definition, close, mixed or none; JSON gives the reasons.",
    ),
]


def diff(
    first: First = None,
    second: Second = None,
    output_format: DiffAs = DiffFormat.TABLE,
    *,
    exit_code: ExitCode = False,
    classify: Classify = False,
    no_cache: NoCache = False,
) -> int:
    """Tell how the goals differ, by meaning and not by line.

    Goalposts that moved, goals that came and went, check-ins with progress and status before and
    after, owners, links and settings, and what that does to the numbers of teams. Without A it
    compares the files on disk with where HEAD left the main branch. Both ends are measured on one
    day: today, or B's where B is a commit.
    """
    session = Session.here()
    question = DiffQuestion(first, second, cached=not no_cache)
    if classify:
        from okrcli.cli.checking.classifying import classified
        from okrcli.render.diff.classified import classified_json, classified_text

        found = classified(session, question)
        write = classified_json if output_format is DiffFormat.JSON else classified_text
        session.emit(write(found))
        return int(exit_code and found.differs)
    told = compared(session, question)
    match output_format:
        case DiffFormat.TABLE:
            from okrcli.render.diff.table import diff_table

            terminal = session.terminal()
            session.emit(
                diff_table(
                    told,
                    width=terminal.width,
                    color=terminal.color,
                    ascii_only=terminal.ascii_only,
                )
            )
        case DiffFormat.JSON:
            from okrcli.render.diff.json import diff_json

            session.emit(diff_json(told))
        case DiffFormat.MARKDOWN:
            from okrcli.render.diff.markdown import diff_markdown

            session.emit(diff_markdown(told))
    return int(exit_code and told.differs)
