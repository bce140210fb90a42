"""KPIs in GitHub flavoured Markdown."""

from collections.abc import Iterator

from okrcli.analysis.landscape.kpis import KpiReport, KpisReport
from okrcli.analysis.progress.report import KeyResultReport
from okrcli.model.key_result import Kind
from okrcli.render.glyphs import glyphs
from okrcli.render.kpis.words import (
    NOTHING,
    health_words,
    home,
    measured_words,
    since_words,
    summary_words,
    unknown_words,
    value_words,
)
from okrcli.render.markdown.head import incomplete_markdown, opening_markdown
from okrcli.render.markdown.table import markdown_table
from okrcli.render.markdown.text import markdown_text
from okrcli.render.numbers import percent
from okrcli.render.terminal.sparkline import sparkline
from okrcli.render.words import status_with_reason

_COLUMNS = ("KPI", "Owner", "Now", "Trend", "Health", "Measured", "Moved by")
_GLYPHS = glyphs(ascii_only=False)
_TREND = 12


def kpis_markdown(report: KpisReport) -> str:
    """Write them as a document with a table."""
    return "\n\n".join(_blocks(report)) + "\n"


def _blocks(report: KpisReport) -> Iterator[str]:
    yield f"# KPIs: {summary_words(report) or NOTHING}"
    yield from incomplete_markdown(report.moment.history)
    yield opening_markdown(report.moment)
    if report.kpis:
        yield markdown_table(_COLUMNS, [_row(each, report) for each in report.kpis])
    for words in unknown_words(report):
        yield f"- {markdown_text(words)}"


def _row(one: KpiReport, report: KpisReport) -> list[str]:
    kpi = one.kpi
    return [
        f"**{markdown_text(kpi.title or kpi.id)}** ({markdown_text(kpi.id)})",
        markdown_text(kpi.owner or ""),
        markdown_text(value_words(one, _GLYPHS)),
        sparkline(one.trend, Kind.MAINTAIN, _TREND, _GLYPHS.spark),
        since_words(one) or health_words(one.health),
        markdown_text(measured_words(one, report)),
        "; ".join(_mover(each, report) for each in one.moved_by),
    ]


def _mover(moving: KeyResultReport, report: KpisReport) -> str:
    progress = "" if moving.progress is None else f"{percent(moving.progress)}, "
    ref = markdown_text(moving.key.seen_from(home(report)))
    return f"{ref} {progress}{status_with_reason(moving)}"
