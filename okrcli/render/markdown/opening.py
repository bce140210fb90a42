"""What Markdown pages share: their opening lines."""

from collections.abc import Iterator

from okrcli.analysis.progress.report import Dated
from okrcli.render.markdown.text import markdown_text
from okrcli.render.words import INCOMPLETE, history_phrase


def markdown_opening(report: Dated, title: str) -> Iterator[str]:
    """Yield a page's title, a warning where the history has a gap, and of when it is."""
    yield f"# {markdown_text(title)}"
    if not report.history.complete:
        gap = markdown_text(report.history.gap or INCOMPLETE)
        yield f"> **History is incomplete:** {gap}"
    cycles = [f"**{markdown_text(cycle.name)}**" for cycle in report.cycles]
    yield " · ".join([*cycles, f"as of {report.now}", f"history: {history_phrase(report)}"])
