"""What stands between drafts and the start of their cycle: one screen for those who plan."""

from collections.abc import Iterator

from rich.text import Text

from okrcli.analysis.cycle.readiness import Readiness, TeamReadiness
from okrcli.analysis.progress.report import Status
from okrcli.model.finding import Finding
from okrcli.render.glyphs import glyphs
from okrcli.render.readiness.words import (
    clock_words,
    findings_words,
    has_words,
    last_words,
    notes,
    state_words,
)
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import flow
from okrcli.render.terminal.layout import Layout, layout
from okrcli.render.terminal.paint import paint

_INDENT = 2
_DEEPEST = 6  # levels that are indented
_SHOWN = 3  # findings of a team
_LINES = 2


def readiness_table(
    readiness: Readiness, *, width: int, color: bool, ascii_only: bool = False
) -> str:
    """Write it as a table whose lines fit into `width` cells (from 20 on)."""
    return paint(_lines(readiness, layout(width, glyphs(ascii_only=ascii_only))), color=color)


def _lines(readiness: Readiness, layout: Layout) -> Iterator[Text]:
    glyphs = layout.glyphs
    facts = [
        Text("Ready", palette.STRONG),
        Text(glyphs.say(readiness.cycle.name), palette.STRONG),
        Text(clock_words(readiness)),
        Text(f"as of {readiness.now}"),
        Text("the files on disk", palette.DIM),
    ]
    yield from flow(facts, layout.width, f" {glyphs.dot} ", glyphs.ellipsis)
    yield Text()
    top = min((each.depth for each in readiness.teams), default=0)
    for each in readiness.teams:
        yield from _team(each, _INDENT * min(each.depth - top, _DEEPEST), layout)
    yield Text(glyphs.rule * layout.width, palette.DIM)
    for line in layout.paragraph(glyphs.say(last_words(readiness)), 0, _LINES):
        yield Text(line, palette.STRONG)
    for words in notes(readiness):
        yield layout.across(Text(glyphs.say(words), palette.DIM))


def _team(team: TeamReadiness, indent: int, layout: Layout) -> Iterator[Text]:
    glyphs = layout.glyphs
    like = Status.ACHIEVED if team.ready else Status.NOT_STARTED if team.empty else Status.AT_RISK
    name = Text(glyphs.say(team.team.name or team.team.id), palette.STRONG)
    state = Text(f"{glyphs.status[like]} {state_words(team)}", palette.STATUS[like])
    yield from layout.row(indent, [name], [[state, Text(has_words(team), palette.DIM)]])
    counts = (
        Text(words, palette.WARNING if obstacle.blocks else palette.DIM)
        for obstacle, words in findings_words(team)
    )
    inside = indent + _INDENT
    for line in flow(counts, layout.width - inside, "   ", glyphs.ellipsis):
        yield layout.across(line, inside)
    for finding in team.obstacles[:_SHOWN]:
        yield layout.across(_finding(finding, layout), inside)
    more = len(team.obstacles) - _SHOWN
    if more > 0:
        yield layout.across(Text(f"and {more} more: `okr lint`", palette.DIM), inside)


def _finding(finding: Finding, layout: Layout) -> Text:
    say = layout.glyphs.say
    ref = (finding.ref or finding.source.path).partition(":")[2] or finding.source.path
    line = Text(f"! {say(ref)}", palette.WARNING)
    return line.append(f"  {say(finding.message)}", palette.DIM)
