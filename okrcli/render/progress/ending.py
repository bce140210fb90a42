"""How far something came: what is shown to those who decide how it ends."""

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from okrcli.analysis.progress.report import ObjectiveReport
from okrcli.render.glyphs import glyphs
from okrcli.render.progress.rows import Rows
from okrcli.render.terminal.layout import layout
from okrcli.render.terminal.paint import paint


def ending_table(
    report: ObjectiveReport, now: date, *, width: int, color: bool, ascii_only: bool
) -> str:
    """Write an objective with its key results as of a day, as a progress report does."""
    rows = Rows(layout(width, glyphs(ascii_only=ascii_only)), now)
    return paint(_lines(report, rows), color=color)


def _lines(report: ObjectiveReport, rows: Rows) -> Iterator[Text]:
    yield Text()
    yield from rows.objective(report)
    yield Text()
