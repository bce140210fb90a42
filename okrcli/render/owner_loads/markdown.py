"""What people answer for in GitHub flavoured Markdown."""

from collections.abc import Iterator

from okrcli.analysis.loads.owner_loads import OwnerLoad, OwnerLoads
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport
from okrcli.render.markdown.head import incomplete_markdown, opening_markdown
from okrcli.render.markdown.table import markdown_table
from okrcli.render.markdown.text import markdown_text
from okrcli.render.numbers import percent
from okrcli.render.owner_loads.words import (
    home,
    idle_words,
    objectives_words,
    overdue_words,
    owner_words,
    remarks,
    rhythm_words,
    title_words,
)
from okrcli.render.words import status_word

_COLUMNS = ("Owner", "Objectives", "Key results", "Check-ins", "On time", "To look at")


def owner_loads_markdown(loads: OwnerLoads) -> str:
    """Write it as a document with a table."""
    return "\n\n".join(_blocks(loads)) + "\n"


def _blocks(loads: OwnerLoads) -> Iterator[str]:
    yield f"# {markdown_text(title_words(loads))}"
    yield from incomplete_markdown(loads.moment.history)
    yield opening_markdown(loads.moment)
    rows = [_row(each) for each in loads.owners]
    yield markdown_table(_COLUMNS, rows) if rows else "Nothing is owned in these cycles."
    for each in loads.owners if loads.detailed else ():
        yield "\n".join(_owned(each))
    idle = idle_words(loads)
    if idle is not None:
        yield markdown_text(idle)


def _row(load: OwnerLoad) -> list[str]:
    return [
        f"**{markdown_text(owner_words(load))}**",
        objectives_words(load),
        str(len(load.key_results)),
        overdue_words(load),
        rhythm_words(load),
        markdown_text("; ".join(remarks(load))),
    ]


def _owned(load: OwnerLoad) -> Iterator[str]:
    for objective in load.objectives:
        yield _line(objective, objective.objective.title, load)
    for key_result in load.key_results:
        yield _line(key_result, key_result.key_result.title, load)


def _line(report: ObjectiveReport | KeyResultReport, title: str, load: OwnerLoad) -> str:
    ref = markdown_text(report.key.seen_from(home(load)))
    progress = "" if report.progress is None else f"{percent(report.progress)}, "
    return f"- **{ref}** {markdown_text(title)}: {progress}{status_word(report.status)}"
