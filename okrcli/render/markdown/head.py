"""The head of a report in Markdown: which cycles, as of when, out of how much history."""

from collections.abc import Iterator

from okrcli.analysis.progress.report import Dated
from okrcli.model.series import HistoryFacts
from okrcli.render.markdown.text import markdown_text
from okrcli.render.words import INCOMPLETE, cycle_clock, history_phrase


def opening_markdown(moment: Dated) -> str:
    """Say what is shown, of when, out of how much history."""
    cycles = [
        f"**{markdown_text(cycle.name)}** · {cycle_clock(cycle, moment.now)}"
        for cycle in moment.cycles
    ]
    return " · ".join([*cycles, f"as of {moment.now}", f"history: {history_phrase(moment)}"])


def incomplete_markdown(history: HistoryFacts) -> Iterator[str]:
    """Warn where not all of the history could be seen."""
    if not history.complete:
        yield f"> **History is incomplete:** {markdown_text(history.gap or INCOMPLETE)}"
