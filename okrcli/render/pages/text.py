"""A page as plain text for mail: 72 columns, and nothing that needs letters of one width."""

from collections.abc import Iterator, Sequence

from okrcli.render.pages.page import (
    Block,
    Bullets,
    Figure,
    Item,
    Outline,
    Page,
    Paragraph,
    Section,
    Table,
)
from okrcli.render.pages.words import as_bullets, line_words, one_line
from okrcli.render.terminal.fit import wrap

_WIDTH = 72
_UNBOUND = 1_000_000


def page_text(page: Page) -> str:
    """Write a page."""
    return "\n".join(line.rstrip() for line in _page(page)) + "\n"


def _page(page: Page) -> Iterator[str]:
    title = _wrapped(one_line(page.title))
    yield from title
    yield "=" * max(map(len, title), default=0)
    yield from _wrapped(line_words(page.subtitle))
    for notice in page.notices:
        yield ""
        yield from _wrapped(f"! {one_line(notice)}")
    yield from _blocks(page.blocks)


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from _wrapped(line_words(block.line))
        case Bullets():
            yield from _items(block, "")
        case Table():
            yield from _items(as_bullets(block), "")
        case Figure():
            yield from _titled(block.title, [block.numbers])
        case Outline():
            yield from _titled(block.title, [Paragraph(block.instead)])
        case Section():
            yield from _titled(block.title, block.blocks)


def _titled(title: str, blocks: Sequence[Block]) -> Iterator[str]:
    lines = _wrapped(one_line(title))
    yield from lines
    yield "-" * max(map(len, lines), default=0)
    for place, block in enumerate(blocks):
        if place:
            yield ""
        yield from _block(block)


def _items(bullets: Bullets, indent: str) -> Iterator[str]:
    for number, item in enumerate(bullets.items, start=1):
        yield from _item(item, indent, f"{number}. " if bullets.ordered else "- ")


def _item(item: Item, indent: str, sign: str) -> Iterator[str]:
    below = indent + " " * len(sign)
    for place, words in enumerate(_wrapped(line_words(item.line), len(below))):
        yield f"{below if place else indent + sign}{words}"
    yield from _items(Bullets(item.below), below)


def _wrapped(text: str, indent: int = 0) -> list[str]:
    return wrap(text, max(_WIDTH - indent, 1), _UNBOUND, "")
