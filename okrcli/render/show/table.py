"""Everything about one objective or key result, on one screen of a terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from okrcli.analysis.detail import Detail, Neighbour
from okrcli.analysis.story.log_entry import Chapter
from okrcli.render.glyphs import glyphs
from okrcli.render.log.rows import LogRows, log_layout
from okrcli.render.log.words import UNCOMMITTED
from okrcli.render.progress.rows import Rows
from okrcli.render.show.rows import INDENT, Sheet
from okrcli.render.show.words import facts, milestone_words, moves, subtitle, title
from okrcli.render.terminal import palette
from okrcli.render.terminal.chart import Chart, chart_legend
from okrcli.render.terminal.fit import flow
from okrcli.render.terminal.layout import layout
from okrcli.render.terminal.moment_head import incomplete_lines
from okrcli.render.terminal.paint import paint
from okrcli.render.words import count, cycle_clock

_BLANK = Text()
_CHECK_INS = 5
_MOVES = 10
_TITLE_LINES = 4
_CHART_ROWS = 8


def show_table(detail: Detail, *, width: int, color: bool, ascii_only: bool = False) -> str:
    """Write a sheet whose lines fit into `width` cells (from 20 on)."""
    rows = Rows(layout(width, glyphs(ascii_only=ascii_only)), detail.now)
    return paint(_lines(detail, rows), color=color)


def _lines(detail: Detail, rows: Rows) -> Iterator[Text]:
    sheet = Sheet(rows)
    yield from _opening(detail, rows)
    yield _BLANK
    yield from _head(detail, rows)
    yield _BLANK
    yield from sheet.progress(detail)
    for label, words in facts(detail, rows.layout.glyphs):
        style = palette.WARNING if label == "Blocked" else ""
        yield from sheet.fact(label, words, style)
    yield from _chart(detail, rows)
    if detail.key_result is None:
        yield from _section(sheet, "Key results", sheet.key_results(detail.objective.key_results))
    else:
        yield from _milestones(detail, sheet)
    for words, linked in _links(detail):
        if linked:
            yield from _section(sheet, words, sheet.neighbours(linked, detail.key.cycle))
    yield from _check_ins(detail, sheet, rows)
    yield from _moved(detail, sheet, rows)


def _links(detail: Detail) -> Sequence[tuple[str, Sequence[Neighbour]]]:
    up = "Supports" if detail.key_result is None else "Part of, and supports"
    return (
        (up, detail.up),
        ("Supported by", detail.down),
        ("Needs", detail.needs),
        ("Needed by", detail.needed_by),
    )


def _opening(detail: Detail, rows: Rows) -> Iterator[Text]:
    glyphs, history = rows.layout.glyphs, detail.history
    commits = count(history.commits, "commit") + ("" if detail.revision else " + uncommitted")
    cycle = detail.objective.cycle
    items = [
        Text(glyphs.say(detail.key.ref), palette.STRONG),
        Text(f"{glyphs.say(cycle.name)}, {cycle_clock(cycle, detail.now)}"),
        Text(f"as of {detail.now}"),
        Text(f"history: {commits}", palette.DIM),
    ]
    yield from flow(items, rows.layout.width, f" {glyphs.dot} ", glyphs.ellipsis)
    yield from incomplete_lines(history, rows.layout)


def _head(detail: Detail, rows: Rows) -> Iterator[Text]:
    glyphs = rows.layout.glyphs
    for line in rows.layout.paragraph(glyphs.say(title(detail)), 0, _TITLE_LINES):
        yield Text(line, palette.STRONG)
    items = (Text(glyphs.say(fact), palette.DIM) for fact in subtitle(detail))
    yield from flow(items, rows.layout.width, f" {glyphs.dot} ", glyphs.ellipsis)


def _chart(detail: Detail, rows: Rows) -> Iterator[Text]:
    report, part = detail.objective, detail.key_result
    if not detail.burn_up.points:
        return
    status = report.status if part is None else part.status
    ascii_only = rows.layout.glyphs.ascii_only
    unit = None if part is None else part.key_result.unit
    room = rows.layout.width - INDENT
    chart = Chart(room, _CHART_ROWS, rows.layout.glyphs, palette.STATUS[status], unit)
    yield _BLANK
    for line in chart.draw(detail.burn_up):
        yield rows.layout.across(line, INDENT)
    legend = Text(chart_legend(detail.burn_up, ascii_only=ascii_only), palette.DIM)
    yield rows.layout.across(legend, INDENT)


def _section(sheet: Sheet, words: str, lines: Iterator[Text]) -> Iterator[Text]:
    yield _BLANK
    yield sheet.heading(words)
    yield from lines


def _milestones(detail: Detail, sheet: Sheet) -> Iterator[Text]:
    steps = detail.key_result.key_result.milestones if detail.key_result is not None else ()
    if not steps:
        return
    yield _BLANK
    yield sheet.heading("Milestones")
    for step in steps:
        yield from sheet.fact("done" if step.done else "open", milestone_words(step))


def _check_ins(detail: Detail, sheet: Sheet, rows: Rows) -> Iterator[Text]:
    shown = detail.check_ins[:_CHECK_INS]
    if not shown:
        return
    total = len(detail.check_ins)
    words = "Check-ins" if total == len(shown) else f"The last {len(shown)} of {total} check-ins"
    yield _BLANK
    yield sheet.heading(words)
    log = LogRows(log_layout(rows.layout.width - INDENT, rows.layout.glyphs), detail.key)
    for entry in shown:
        chapter = Chapter(entry.commit, [entry._replace(goalposts=())])
        for line in log.chapter(chapter):
            yield rows.layout.across(line, INDENT)


def _moved(detail: Detail, sheet: Sheet, rows: Rows) -> Iterator[Text]:
    told = list(moves(detail, rows.layout.glyphs))
    if not told:
        return
    yield _BLANK
    yield sheet.heading("Goalposts moved")
    for entry, words in told[:_MOVES]:
        who = f" ({entry.who or UNCOMMITTED})"
        yield from sheet.fact(str(entry.commit.dated), words + who)
