"""The head of a report on a terminal: which cycles, as of when, out of how much history."""

from collections.abc import Iterator

from rich.text import Text

from okrcli.analysis.progress.report import Dated
from okrcli.model.series import HistoryFacts
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import flow
from okrcli.render.terminal.layout import Layout
from okrcli.render.words import INCOMPLETE, cycle_clock, history_phrase

_LINES = 8


def opening(moment: Dated, layout: Layout, title: str | None = None) -> Iterator[Text]:
    """Say what is shown, of when, out of how much history."""
    glyphs = layout.glyphs
    facts = [] if title is None else [Text(glyphs.say(title), palette.STRONG)]
    facts += [Text(glyphs.say(cycle.name), palette.STRONG) for cycle in moment.cycles]
    if len(moment.cycles) == 1:
        facts.append(Text(cycle_clock(moment.cycles[0], moment.now)))
    facts.append(Text(f"as of {moment.now}"))
    facts.append(Text(f"history: {history_phrase(moment)}", palette.DIM))
    yield from flow(facts, layout.width, f" {glyphs.dot} ", glyphs.ellipsis)
    yield from incomplete_lines(moment.history, layout)


def incomplete_lines(history: HistoryFacts, layout: Layout) -> Iterator[Text]:
    """Warn where not all of the history could be seen."""
    if not history.complete:
        warning = f"! history is incomplete: {layout.glyphs.say(history.gap or INCOMPLETE)}"
        for line in layout.paragraph(warning, 0, _LINES):
            yield Text(line, palette.WARNING)
