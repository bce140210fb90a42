"""The progress table for terminals and CI logs."""

from collections.abc import Iterator

from rich.text import Text

from okrcli.analysis.progress.report import Report
from okrcli.render.glyphs import glyphs
from okrcli.render.progress.heads import cycle_heading, legend, team_heading, totals
from okrcli.render.progress.rows import Rows
from okrcli.render.terminal.layout import layout
from okrcli.render.terminal.moment_head import opening
from okrcli.render.terminal.paint import paint

_BLANK = Text()


def progress_table(report: Report, *, width: int, color: bool, ascii_only: bool = False) -> str:
    """Write a report as a table whose lines fit into `width` cells (from 20 on)."""
    rows = Rows(layout(width, glyphs(ascii_only=ascii_only)), report.now)
    return paint(_lines(report, rows), color=color)


def _lines(report: Report, rows: Rows) -> Iterator[Text]:
    yield from opening(report, rows.layout)
    yield _BLANK
    yield from _sections(report, rows)
    yield from totals(report, rows)
    yield _BLANK
    yield from legend(rows)


def _sections(report: Report, rows: Rows) -> Iterator[Text]:
    cycle = None
    for section in report.sections:
        if len(report.cycles) > 1 and section.cycle != cycle:
            yield cycle_heading(section.cycle, rows)
            yield _BLANK
        cycle = section.cycle
        yield from team_heading(section, rows)
        yield _BLANK
        for objective in section.objectives:
            yield from rows.objective(objective)
            yield _BLANK
    if not report.sections:
        yield Text("No objectives to show.")
        yield _BLANK
