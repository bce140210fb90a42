"""What the pages of a terminal share: the line that opens one, headings, and what is cut."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from okrcli.render import palette
from okrcli.render.fit import flow
from okrcli.render.layout import Layout
from okrcli.render.moment import Moment, history_words

_WARNING_LINES = 8


def opening(report: Moment, about: str, page: Layout) -> Iterator[Text]:
    """Say what the page shows, of when, out of how much history."""
    say = page.glyphs.say
    facts = [
        Text(say(about), palette.STRONG),
        *(Text(say(cycle.name), palette.STRONG) for cycle in report.cycles),
        Text(f"as of {report.now}"),
        Text(f"history: {history_words(report)}", palette.DIM),
    ]
    yield from flow(facts, page.width, f" {page.glyphs.dot} ", page.glyphs.ellipsis)
    if not report.history.complete:
        gap = report.history.gap or "some of it could not be seen"
        for line in page.paragraph(f"! history is incomplete: {say(gap)}", 0, _WARNING_LINES):
            yield Text(line, palette.WARNING)


def heading(words: str, page: Layout) -> Text:
    """Head a part of a page."""
    return page.across(Text(page.glyphs.say(words), palette.HEADING))


def said(words: Iterable[str], page: Layout) -> Iterator[Text]:
    """Say some things beside one another in a quiet voice, as many in a line as fit."""
    items = (Text(page.glyphs.say(each), palette.DIM) for each in words)
    yield from flow(items, page.width, f" {page.glyphs.dot} ", page.glyphs.ellipsis)


def more(amount: int, indent: int, page: Layout) -> Iterator[Text]:
    """Say that there is more than what is shown."""
    if amount > 0:
        words = f"{page.glyphs.ellipsis} {amount} more; --format json has all"
        yield page.across(Text(words, palette.DIM), indent)
