"""What the teams have taken on in GitHub flavoured Markdown."""

from collections.abc import Iterator

from okrcli.analysis.loads.team_loads import CycleLoad, TeamLoad, TeamLoads
from okrcli.render.markdown.head import incomplete_markdown, opening_markdown
from okrcli.render.markdown.table import markdown_table
from okrcli.render.markdown.text import markdown_text
from okrcli.render.numbers import percent
from okrcli.render.team_loads.words import (
    concerns,
    key_results_words,
    objectives_words,
    remarks,
    summary_words,
)

_COLUMNS = ("Team", "Lead", "Cycle", "Progress", "Objectives", "Key results", "To look at")
_STEP = "&nbsp;&nbsp;"


def team_loads_markdown(loads: TeamLoads) -> str:
    """Write it as a document with a table, the teams down the cascade."""
    return "\n\n".join(_blocks(loads)) + "\n"


def _blocks(loads: TeamLoads) -> Iterator[str]:
    yield f"# Teams: {summary_words(loads)}"
    yield from incomplete_markdown(loads.moment.history)
    yield opening_markdown(loads.moment)
    rows = [row for each in loads.teams for row in _rows(each, loads)]
    yield markdown_table(_COLUMNS, rows) if rows else "There are no teams."


def _rows(load: TeamLoad, loads: TeamLoads) -> Iterator[list[str]]:
    name = _STEP * load.depth + f"**{markdown_text(load.team.name or load.team.id)}**"
    missing = "; ".join(remarks(load))
    for each in load.cycles:
        told = "; ".join(filter(None, (*concerns(each, loads), missing)))
        yield [name, markdown_text(load.team.lead or ""), *_numbers(each), markdown_text(told)]
    if not load.cycles:
        yield [name, markdown_text(load.team.lead or ""), "", "", "", "", missing]


def _numbers(load: CycleLoad) -> list[str]:
    report = load.report
    by_now = "" if report.expected is None else f" of {percent(report.expected)}"
    return [
        markdown_text(load.cycle.name),
        "not measured" if report.progress is None else percent(report.progress) + by_now,
        objectives_words(load),
        key_results_words(load),
    ]
