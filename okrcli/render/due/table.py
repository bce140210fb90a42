"""Who owes a check-in, for terminals: a row for each key result, the worst first."""

from collections.abc import Iterator

from rich.text import Text

from okrcli.analysis.loads.dues import Dues, Owed
from okrcli.render.due.rhythm_words import strip, strip_legend
from okrcli.render.due.words import LIKE, home, left_out, shown, state_words, summary_words
from okrcli.render.glyphs import glyphs
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import flow
from okrcli.render.terminal.grid import Row, grid
from okrcli.render.terminal.layout import Layout, layout
from okrcli.render.terminal.moment_head import opening
from okrcli.render.terminal.paint import paint
from okrcli.render.words import age

_BLANK = Text()
_COLUMNS = ("Key result", "Owner", "Last", "Next", "Rhythm")


def due_table(dues: Dues, *, width: int, color: bool, ascii_only: bool = False) -> str:
    """Write it as a table whose lines fit into `width` cells (from 20 on)."""
    return paint(_lines(dues, layout(width, glyphs(ascii_only=ascii_only))), color=color)


def _lines(dues: Dues, layout: Layout) -> Iterator[Text]:
    title = "Check-ins" if dues.whose is None else f"Check-ins of {dues.whose}"
    yield from opening(dues.moment, layout, title)
    for line in layout.paragraph(summary_words(dues), 0, 2):
        yield Text(line, palette.STRONG)
    yield _BLANK
    for words in left_out(dues):
        yield layout.across(Text(words))
    cycle = home(dues)
    rows = [_row(each, dues, layout, cycle) for each in shown(dues)]
    if rows:
        yield from grid(_COLUMNS, rows, layout)
        yield _BLANK
        yield from _legend(layout)


def _row(owed: Owed, dues: Dues, layout: Layout, cycle: str) -> Row:
    glyphs = layout.glyphs
    style = palette.STATUS[LIKE[owed.state]]
    sign = glyphs.status[LIKE[owed.state]]
    return Row(
        [
            Text(glyphs.say(owed.key.seen_from(cycle))).append(
                f"  {glyphs.say(owed.title)}", palette.DIM
            ),
            Text(glyphs.say(owed.owner or glyphs.dash)),
            Text("never" if owed.last is None else age(owed.last, dues.moment.now), palette.DIM),
            Text(f"{sign} {state_words(owed, dues.moment.now)}", style),
            Text(strip(owed.rhythm, glyphs)),
        ]
    )


def _legend(layout: Layout) -> Iterator[Text]:
    glyphs = layout.glyphs
    signs = (Text(words, palette.DIM) for words in strip_legend(glyphs))
    yield from flow(signs, layout.width, "   ", glyphs.ellipsis)
