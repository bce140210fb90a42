"""KPIs for terminals: health first, and beneath each what is being done about it."""

from collections.abc import Iterator

from rich.text import Text

from okrcli.analysis.detail import Neighbour
from okrcli.analysis.landscape.kpis import KpiReport, KpisReport
from okrcli.model.key_result import Kind
from okrcli.render.glyphs import glyphs
from okrcli.render.kpis.words import (
    LIKE,
    NOTHING,
    health_words,
    home,
    measured_words,
    since_words,
    summary_words,
    unknown_words,
    value_words,
)
from okrcli.render.progress.rows import Rows
from okrcli.render.show.rows import Sheet
from okrcli.render.terminal import palette
from okrcli.render.terminal.layout import Layout, layout
from okrcli.render.terminal.moment_head import opening
from okrcli.render.terminal.paint import paint
from okrcli.render.terminal.sparkline import sparkline

_BLANK = Text()
_INDENT = 2
_TREND = 12


def kpis_table(report: KpisReport, *, width: int, color: bool, ascii_only: bool = False) -> str:
    """Write it as a table whose lines fit into `width` cells (from 20 on)."""
    return paint(_lines(report, layout(width, glyphs(ascii_only=ascii_only))), color=color)


def _lines(report: KpisReport, layout: Layout) -> Iterator[Text]:
    yield from opening(report.moment, layout, "KPIs")
    yield layout.across(Text(summary_words(report) or NOTHING, palette.STRONG))
    for each in report.kpis:
        yield _BLANK
        yield from _kpi(each, report, layout)
    unknown = list(unknown_words(report))
    if unknown:
        yield _BLANK
    for words in unknown:
        yield layout.across(Text(layout.glyphs.say(words), palette.WARNING))


def _kpi(one: KpiReport, report: KpisReport, layout: Layout) -> Iterator[Text]:
    glyphs, rows = layout.glyphs, Rows(layout, report.moment.now)
    kpi, style = one.kpi, palette.STATUS[LIKE[one.health]]
    words = [
        *(
            Text(line, palette.STRONG)
            for line in layout.wrapped(glyphs.say(kpi.title or kpi.id), 0)
        ),
        rows.facts([kpi.id, kpi.owner]),
    ]
    health = Text(f"{glyphs.status[LIKE[one.health]]} {health_words(one.health)}", style)
    trend = sparkline(one.trend, Kind.MAINTAIN, _TREND, glyphs.spark)
    measured = Text(glyphs.say(measured_words(one, report)), palette.DIM)
    yield from layout.row(
        0,
        words,
        [
            [Text(glyphs.say(value_words(one, glyphs))), health],
            [Text(trend, palette.DIM), measured],
        ],
    )
    since = since_words(one)
    if since is not None:
        yield layout.across(Text(since, palette.WARNING), _INDENT)
    moving = [
        Neighbour(each.key, each.key_result.title, each.owner, each.progress, each.status)
        for each in one.moved_by
    ]
    yield from Sheet(rows).neighbours(moving, home(report))
