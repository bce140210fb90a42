"""An alignment report for terminals: one page for a meeting of those who lead."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from okrcli.analysis.alignment.aligned import AlignmentReport, Mark, TeamAlignment
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
from okrcli.render.glyphs import glyphs
from okrcli.render.numbers import percent
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import columns
from okrcli.render.terminal.frame import heading, more, said
from okrcli.render.terminal.layout import Layout, layout
from okrcli.render.terminal.moment_head import opening
from okrcli.render.terminal.paint import paint

_BLANK = Text()
_INDENT = 2
_GAP = 2
_HEADLINE_LINES = 4
_MOST_ITEMS = 10
_MOST_TEAMS = 40
_WIDEST_REMARK = 40
_NUMBERS = (9, 4, 4, 5, 7)  # on a way, share, mark, alone, nowhere
_HEADS = ("on a way", "", "", "alone", "nowhere")
_MARK_STYLE = {Mark.OK: "green", Mark.FAIR: "yellow", Mark.LOW: "red"}


def alignment_table(
    report: AlignmentReport, *, width: int, color: bool, ascii_only: bool = False
) -> str:
    """Write a report as lines that fit into `width` cells (from 20 on)."""
    return paint(_lines(report, layout(width, glyphs(ascii_only=ascii_only))), color=color)


def _lines(report: AlignmentReport, page: Layout) -> Iterator[Text]:
    about = "alignment" if report.about is None else f"alignment of {report.about.id}"
    yield from opening(report, page, about)
    yield _BLANK
    style = "bold" if report.whole.mark is None else f"bold {_MARK_STYLE[report.whole.mark]}"
    for line in page.paragraph(headline(report), 0, _HEADLINE_LINES):
        yield Text(line, style)
    yield from said(beside(report), page)
    for line in page.paragraph(page.glyphs.say(report.vision or ""), 0, 2):
        yield Text(line, palette.DIM)
    yield _BLANK
    yield from _decisions(report, page)
    yield from _teams(report, page)
    yield from _origins(report, page)


def _decisions(report: AlignmentReport, page: Layout) -> Iterator[Text]:
    found = list(matters(report))
    yield heading("To decide", page)
    if not found:
        yield page.across(Text("Nothing: every objective has its place.", palette.DIM), _INDENT)
    for matter in found:
        for line in page.paragraph(page.glyphs.say(matter.heading), _INDENT, 2):
            yield page.across(Text(line, palette.WARNING), _INDENT)
        shown = matter.items[:_MOST_ITEMS]
        remarks = max(cell_len(page.glyphs.say(item.remark)) for item in shown)
        for item in shown:
            yield _item(item, min(remarks, _WIDEST_REMARK), page)
        yield from more(len(matter.items) - _MOST_ITEMS, 2 * _INDENT, page)
    yield _BLANK


def _item(item: Item, remarks: int, page: Layout) -> Text:
    say = page.glyphs.say
    name, remark = Text(say(item.name)), Text(say(item.remark), palette.DIM)
    title = Text(say(item.title), palette.DIM)
    if page.stacked or not remarks:
        known = [each for each in (name, remark, title) if each]
        return page.across(Text("  ").join(known), 2 * _INDENT)
    words = name.append("  ").append_text(title)
    room = page.width - 2 * _INDENT
    cells = [(words, room - _GAP - remarks), (remark, remarks)]
    return page.across(columns(cells, _GAP, page.glyphs.ellipsis), 2 * _INDENT)


def _teams(report: AlignmentReport, page: Layout) -> Iterator[Text]:
    rows = report.teams
    if len(rows) > _MOST_TEAMS:
        rows = [each for each in rows if each.top or each.aligned.mark is not Mark.OK]
    yield _row(heading("By team", page), [Text(each, palette.DIM) for each in _HEADS], 0, page)
    for row in rows[:_MOST_TEAMS]:
        name = Text(page.glyphs.say(team_name(row.team)))
        yield _row(name, _cells(row, page), _INDENT * (1 + row.depth), page)
    yield from more(len(report.teams) - len(rows[:_MOST_TEAMS]), _INDENT, page)
    yield from said(MARKS.split(" · "), page)
    yield _BLANK


def _cells(row: TeamAlignment, page: Layout) -> Sequence[Text]:
    its = row.aligned
    alone = its.ways.get(Way.STANDALONE, 0)
    nowhere = its.counted - its.linked
    if row.top:
        return [Text("the top", palette.DIM)]
    if its.share is None or its.mark is None:
        what = "none" if not alone else page.glyphs.dash
        return [Text(what, palette.DIM), Text(), Text(), _number(alone, page), Text()]
    style = _MARK_STYLE[its.mark]
    return [
        Text(f"{its.linked} of {its.counted}"),
        Text(f"{percent(its.share):>4}"),
        Text(its.mark.value, style),
        _number(alone, page),
        _number(nowhere, page),
    ]


def _number(amount: int, page: Layout) -> Text:
    return Text(str(amount)) if amount else Text(page.glyphs.dash, palette.DIM)


def _row(name: Text, cells: Iterable[Text], indent: int, page: Layout) -> Text:
    widths = _NUMBERS[:3] if page.stacked else _NUMBERS
    room = page.width - sum(widths) - _GAP * len(widths)
    words = Text(" " * min(indent, room // 2)).append_text(name)
    line = [(words, max(room, 1)), *zip(cells, widths, strict=False)]
    return page.across(columns(line, _GAP, page.glyphs.ellipsis))


def _origins(report: AlignmentReport, page: Layout) -> Iterator[Text]:
    sentences = list(origin_words(report))
    if sentences:
        yield heading("From below or from above", page)
        for sentence in sentences:
            for line in page.paragraph(sentence, _INDENT, 3):
                yield page.across(Text(line), _INDENT)
