"""The tree of objectives for terminals and CI logs."""

from collections.abc import Iterator

from rich.text import Text

from okrcli.analysis.landscape.tree import Section, Tree
from okrcli.render.glyphs import glyphs
from okrcli.render.progress.rows import Rows
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import flow
from okrcli.render.terminal.guides import Guides
from okrcli.render.terminal.layout import layout
from okrcli.render.terminal.moment_head import opening
from okrcli.render.terminal.paint import paint
from okrcli.render.tree.rows import TreeRows, tree_layout
from okrcli.render.tree.words import IDLE, circle_words, counts, heading

_BLANK = Text()
_HEAD_LINES = 4
_MANY = 60  # lines of a tree that are written in short


def tree_table(tree: Tree, *, width: int, color: bool, ascii_only: bool = False) -> str:
    """Write a tree whose lines fit into `width` cells (from 20 on)."""
    rows = Rows(tree_layout(layout(width, glyphs(ascii_only=ascii_only))), tree.now)
    return paint(_lines(tree, rows), color=color)


def _lines(tree: Tree, rows: Rows) -> Iterator[Text]:
    yield from opening(tree, rows.layout)
    yield _BLANK
    yield from _head(tree, rows)
    for section in tree.sections:
        yield from _section(section, tree, rows)
        yield _BLANK
    if not any(section.lines for section in tree.sections):
        yield Text("No objectives to show.")
        yield _BLANK
    yield from _totals(tree, rows)


def _head(tree: Tree, rows: Rows) -> Iterator[Text]:
    """Say what is on top: the vision, or what was asked for."""
    say = rows.layout.glyphs.say
    words = say(tree.organization.vision or tree.organization.name or "Objectives")
    if tree.up is not None:
        words = f"From the vision down to {say(tree.up.ref)}: {words}"
    if tree.about is None:
        for line in rows.layout.paragraph(words, 0, _HEAD_LINES):
            yield Text(line, palette.STRONG)
        if tree.sections and heading(tree.sections[0], tree) is not None:
            yield _BLANK


def _section(section: Section, tree: Tree, rows: Rows) -> Iterator[Text]:
    words = heading(section, tree)
    if words is not None:
        yield rows.layout.across(Text(rows.layout.glyphs.say(words), palette.HEADING))
    written = TreeRows(rows, short=sum(1 for _ in tree.lines()) > _MANY)
    if not section.lines:
        guide = next(iter(list(written.guides([0, 1]))[1:]), Guides("", ""))
        yield from written.row(guide, [Text(IDLE, palette.WARNING)], [])
    yield from written.lines(section.lines, len({line.key.cycle for line in tree.lines()}))


def _totals(tree: Tree, rows: Rows) -> Iterator[Text]:
    glyphs, width = rows.layout.glyphs, rows.layout.width
    for circle in tree.circles:
        words = f"! a circle, cut where it begins: {glyphs.say(circle_words(circle))}"
        for line in rows.layout.paragraph(words, 0, _HEAD_LINES):
            yield Text(line, palette.WARNING)
    facts = [Text(words) for words in counts(tree)]
    yield from flow(facts, width, f" {glyphs.dot} ", glyphs.ellipsis)
    if tree.hidden:
        for line in rows.layout.paragraph(
            f"{tree.hidden} more below: ask for one (okr tree REF), or say how deep (--depth N)",
            0,
            _HEAD_LINES,
        ):
            yield Text(line, palette.STRONG)
    signs = [f"{glyphs.mark} expected by now"]
    if any(line.support.measured and not line.passing for line in tree.objectives()):
        signs.append("supporters: the mean of what directly supports it")
    items = (Text(sign, palette.DIM) for sign in signs)
    yield from flow(items, width, f" {glyphs.dot} ", glyphs.ellipsis)
