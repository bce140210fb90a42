"""What the pages of a terminal share: headings, and what is cut."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import flow
from okrcli.render.terminal.layout import Layout


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
