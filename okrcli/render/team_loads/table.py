"""What the teams have taken on, for terminals: down the cascade, each beneath the one above it."""

from collections.abc import Iterator

from rich.text import Text

from okrcli.analysis.loads.team_loads import CycleLoad, TeamLoad, TeamLoads
from okrcli.render.glyphs import glyphs
from okrcli.render.progress.heads import signs
from okrcli.render.progress.rows import Rows
from okrcli.render.team_loads.words import (
    concerns,
    key_results_words,
    objectives_words,
    remarks,
    summary_words,
)
from okrcli.render.terminal import palette
from okrcli.render.terminal.layout import layout
from okrcli.render.terminal.moment_head import opening
from okrcli.render.terminal.paint import paint

_BLANK = Text()
_INDENT = 2
_DEEPEST = 6  # levels that are indented
_LINES = 2


def team_loads_table(loads: TeamLoads, *, width: int, color: bool, ascii_only: bool = False) -> str:
    """Write it as a table whose lines fit into `width` cells (from 20 on)."""
    rows = Rows(layout(width, glyphs(ascii_only=ascii_only)), loads.moment.now)
    return paint(_lines(loads, rows), color=color)


def _lines(loads: TeamLoads, rows: Rows) -> Iterator[Text]:
    yield from opening(loads.moment, rows.layout, "Teams")
    for line in rows.layout.paragraph(summary_words(loads), 0, _LINES):
        yield Text(line, palette.STRONG)
    top = min((each.depth for each in loads.teams), default=0)
    for each in loads.teams:
        yield _BLANK
        yield from _team(each, _INDENT * min(each.depth - top, _DEEPEST), loads, rows)


def _team(load: TeamLoad, indent: int, loads: TeamLoads, rows: Rows) -> Iterator[Text]:
    layout = rows.layout
    say = layout.glyphs.say
    name = Text(say(load.team.name or load.team.id), palette.STRONG)
    for number, each in enumerate(load.cycles):
        several = len(loads.moment.cycles) > 1
        facts = [load.team.id, load.team.lead, each.cycle.name if several else None]
        yield from layout.row(
            indent,
            [*([name] if number == 0 else []), rows.facts(facts, indent)],
            _numbers(each, rows),
        )
        for words in concerns(each, loads):
            yield from _concern(words, indent, rows)
    if not load.cycles:
        facts = [load.team.id, load.team.lead]
        yield from layout.row(indent, [name, rows.facts(facts, indent)], [])
    for words in remarks(load):
        yield from _concern(words, indent, rows)


def _numbers(load: CycleLoad, rows: Rows) -> list[list[Text]]:
    report = load.report
    style = palette.WARNING if load.excess else ""
    return [
        [rows.meter(report.progress, report.expected), signs(report.by_status, rows)],
        [Text(objectives_words(load), style), Text(key_results_words(load), palette.DIM)],
    ]


def _concern(words: str, indent: int, rows: Rows) -> Iterator[Text]:
    layout = rows.layout
    for line in layout.paragraph(f"! {layout.glyphs.say(words)}", indent + _INDENT, _LINES):
        yield layout.across(Text(line, palette.WARNING), indent + _INDENT)
