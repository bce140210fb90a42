"""An alignment report in GitHub flavoured Markdown: to paste where people talk."""

from collections.abc import Iterator

from okrcli.analysis.alignment.aligned import AlignmentReport, TeamAlignment
from okrcli.analysis.alignment.ways import Way
from okrcli.render.alignment.words import (
    MARKS,
    Item,
    beside,
    headline,
    matters,
    origin_words,
    team_name,
)
from okrcli.render.markdown.opening import markdown_opening
from okrcli.render.markdown.text import markdown_text
from okrcli.render.numbers import percent

_HEAD = "| Team | On a way to the vision | Share | Mark | Stand alone | Lead nowhere |"
_RULE = "|---|---|---|---|---|---|"


def alignment_markdown(report: AlignmentReport) -> str:
    """Write a report as a document: the headline, what to decide, a table by team."""
    return "\n\n".join(_blocks(report)) + "\n"


def _blocks(report: AlignmentReport) -> Iterator[str]:
    yield from markdown_opening(report, headline(report))
    if report.vision:
        yield f"> {markdown_text(report.vision)}"
    facts = list(beside(report))
    if facts:
        yield f"{', '.join(facts)}."
    yield "## To decide"
    found = list(matters(report))
    if not found:
        yield "Nothing: every objective has its place."
    for matter in found:
        yield f"### {markdown_text(matter.heading)}"
        yield "\n".join(map(_item, matter.items))
    yield "## By team"
    yield "\n".join([_HEAD, _RULE, *map(_row, report.teams)])
    yield MARKS
    sentences = list(origin_words(report))
    if sentences:
        yield "## From below or from above"
        yield "\n".join(sentences)


def _item(item: Item) -> str:
    facts = ", ".join(markdown_text(fact) for fact in (item.title, item.remark) if fact)
    return f"- **{markdown_text(item.name)}**: {facts}"


def _row(row: TeamAlignment) -> str:
    its = row.aligned
    name = "&emsp;" * row.depth + markdown_text(team_name(row.team))
    cells = (
        ["the top", "", "", "", ""]
        if row.top
        else [
            f"{its.linked} of {its.counted}",
            "" if its.share is None else percent(its.share),
            "" if its.mark is None else its.mark.value,
            str(its.ways.get(Way.STANDALONE, 0)),
            str(its.counted - its.linked),
        ]
    )
    return f"| {' | '.join((name, *cells))} |"
