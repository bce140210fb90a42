"""What people answer for, for terminals: a row for each, or all of one person."""

from collections.abc import Iterator

from rich.text import Text

from okrcli.analysis.detail import Neighbour
from okrcli.analysis.loads.owner_loads import OwnerLoad, OwnerLoads
from okrcli.render.due.words import LIKE
from okrcli.render.glyphs import glyphs
from okrcli.render.owner_loads.words import (
    home,
    idle_words,
    objectives_words,
    overdue_words,
    owner_words,
    remarks,
    rhythm_words,
    summary_words,
)
from okrcli.render.progress.rows import Rows
from okrcli.render.show.rows import Sheet
from okrcli.render.terminal import palette
from okrcli.render.terminal.grid import Row, grid
from okrcli.render.terminal.layout import layout
from okrcli.render.terminal.moment_head import opening
from okrcli.render.terminal.paint import paint

_BLANK = Text()
_COLUMNS = ("Owner", "Objectives", "Key results", "Check-ins", "On time")
_LINES = 3


def owner_loads_table(
    loads: OwnerLoads, *, width: int, color: bool, ascii_only: bool = False
) -> str:
    """Write it as a table whose lines fit into `width` cells (from 20 on)."""
    rows = Rows(layout(width, glyphs(ascii_only=ascii_only)), loads.moment.now)
    return paint(_lines(loads, rows), color=color)


def _lines(loads: OwnerLoads, rows: Rows) -> Iterator[Text]:
    layout = rows.layout
    yield from opening(loads.moment, layout, "Owners")
    if not loads.detailed:
        for line in layout.paragraph(summary_words(loads), 0, _LINES):
            yield Text(line, palette.STRONG)
    yield _BLANK
    if loads.owners:
        yield from grid(_COLUMNS, [_row(each, rows) for each in loads.owners], layout)
    else:
        yield Text("Nothing is owned in these cycles.")
    for each in loads.owners if loads.detailed else ():
        yield from _owned(each, rows)
    idle = idle_words(loads)
    if idle is not None:
        yield _BLANK
        for line in layout.paragraph(layout.glyphs.say(idle), 0, _LINES):
            yield Text(line, palette.DIM)


def _row(load: OwnerLoad, rows: Rows) -> Row:
    glyphs = rows.layout.glyphs
    late = palette.STATUS[LIKE[load.overdue[0].state]] if load.overdue else ""
    return Row(
        [
            Text(glyphs.say(owner_words(load))),
            Text(objectives_words(load), palette.WARNING if load.over else ""),
            Text(str(len(load.key_results))),
            Text(overdue_words(load), late),
            Text(rhythm_words(load), palette.DIM),
        ],
        [Text(f"! {glyphs.say(words)}", palette.WARNING) for words in remarks(load)],
    )


def _owned(load: OwnerLoad, rows: Rows) -> Iterator[Text]:
    """List what one person owns, with how it stands."""
    sheet = Sheet(rows)
    objectives = [
        Neighbour(each.key, each.objective.title, None, each.progress, each.status)
        for each in load.objectives
    ]
    key_results = [
        Neighbour(each.key, each.key_result.title, None, each.progress, each.status)
        for each in load.key_results
    ]
    for words, owned in (("Objectives", objectives), ("Key results", key_results)):
        if owned:
            yield _BLANK
            yield sheet.heading(words)
            yield from sheet.neighbours(owned, home(load))
