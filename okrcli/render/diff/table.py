"""A comparison for terminals: a block for each kind of change, the gravest first."""

from collections.abc import Iterator

from rich.text import Text

from okrcli.analysis.changes.changes import Diff
from okrcli.render.diff.sections import Item, Section, sections
from okrcli.render.diff.summary import ends_words, summary_words, warnings
from okrcli.render.glyphs import glyphs
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import flow
from okrcli.render.terminal.layout import Layout, layout
from okrcli.render.terminal.paint import paint

_BLANK = Text()
_STEP = 2  # of an indent
_FACT_LINES = 6
_REMARK_LINES = 4
_WARNING_LINES = 8
_WIDEST_NAME = 40


def diff_table(diff: Diff, *, width: int, color: bool, ascii_only: bool = False) -> str:
    """Write a comparison as lines that fit into `width` cells (from 20 on)."""
    return paint(_lines(diff, layout(width, glyphs(ascii_only=ascii_only))), color=color)


def _lines(diff: Diff, layout: Layout) -> Iterator[Text]:
    signs = layout.glyphs
    facts = [
        Text(signs.say(ends_words(diff, signs)), palette.STRONG),
        Text(signs.say(diff.cycle)),
        Text(f"as of {diff.now}", palette.DIM),
    ]
    yield from flow(filter(None, facts), layout.width, f" {signs.dot} ", signs.ellipsis)
    for warning in warnings(diff):
        for line in layout.paragraph(f"! {signs.say(warning)}", 0, _WARNING_LINES):
            yield Text(line, palette.WARNING)
    for line in layout.paragraph(signs.say(summary_words(diff)), 0, _WARNING_LINES):
        yield Text(line)
    for section in sections(diff, signs):
        yield _BLANK
        yield layout.across(Text(section.heading, palette.HEADING))
        yield from _section(section, layout)


def _section(section: Section, layout: Layout) -> Iterator[Text]:
    names = [Text(layout.glyphs.say(item.ref)).cell_len for item in section.items if not item.title]
    room = min(max(names, default=0), _WIDEST_NAME)
    for item in section.items:
        yield from _item(item, layout, room)


def _item(item: Item, layout: Layout, room: int) -> Iterator[Text]:
    """Write a change: its name and title, what it says in short, and what is said beneath."""
    signs = layout.glyphs
    indent = 2 * _STEP if item.inner else _STEP
    name, title = signs.say(item.ref), signs.say(item.title)
    facts = [Text(signs.say(each)) for each in item.facts]
    if title:
        head = [Text(name, palette.STRONG), Text(title, palette.DIM)]
        yield layout.across(Text("  ").join(head), indent)
        yield from _facts(facts, layout, indent + _STEP)
    elif len(facts) == 1 and room + _STEP + facts[0].cell_len <= layout.width - indent:
        padding = " " * (room - Text(name).cell_len)
        yield layout.across(
            Text(f"{name}{padding}  ", palette.STRONG).append_text(facts[0]), indent
        )
    else:
        yield layout.across(Text(name, palette.STRONG), indent)
        yield from _facts(facts, layout, indent + _STEP)
    for text, urgent in item.remarks:
        style = palette.WARNING if urgent else palette.DIM
        words = f"! {text}" if urgent else text
        for line in layout.paragraph(signs.say(words), indent + _STEP, _REMARK_LINES):
            yield layout.across(Text(line, style), indent + _STEP)


def _facts(facts: list[Text], layout: Layout, indent: int) -> Iterator[Text]:
    """Set facts side by side; one alone may take several lines."""
    if len(facts) == 1:
        for words in layout.paragraph(facts[0].plain, indent, _FACT_LINES):
            yield layout.across(Text(words), indent)
        return
    for line in flow(facts, layout.width - indent, "   ", layout.glyphs.ellipsis):
        yield layout.across(line, indent)
