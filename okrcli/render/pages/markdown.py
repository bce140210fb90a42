"""A page as Markdown, fit for GitHub, GitLab and chat."""

from collections.abc import Iterator, Sequence

from okrcli.render.markdown.text import markdown_text
from okrcli.render.pages.page import (
    Block,
    Branch,
    Bullets,
    Figure,
    Item,
    Line,
    Meter,
    Outline,
    Page,
    Paragraph,
    Section,
    Table,
    Tone,
    Trend,
    Words,
)
from okrcli.render.pages.words import piece_words

_TICKS = 2  # the backticks around code, and none in it
_BOLD = frozenset({Tone.STRONG, Tone.BAD})


def page_markdown(page: Page) -> str:
    """Write a page; nothing that comes from a file is markup in it."""
    return "\n\n".join([f"# {markdown_text(page.title)}", *markdown_parts(page)]) + "\n"


def markdown_parts(page: Page) -> Iterator[str]:
    """Write what stands below the title of a page, part by part."""
    yield _line(page.subtitle)
    for notice in page.notices:
        yield f"> **{markdown_text(notice)}**"
    yield from _blocks(page.blocks, 2)


def _blocks(blocks: Sequence[Block], depth: int) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, depth)


def _block(block: Block, depth: int) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _line(block.line)
        case Bullets():
            yield "\n".join(_items(block.items, 0, ordered=block.ordered))
        case Table():
            yield "\n".join(_table(block))
        case Figure():
            yield from _folded(block.title, [block.numbers], depth)
        case Outline():
            branches = [_item(each) for each in block.draw()]
            if branches:
                yield from _folded(block.title, [Bullets(branches)], depth)
        case Section():
            yield from _section(block, depth)


def _section(section: Section, depth: int) -> Iterator[str]:
    if section.folded:
        yield from _folded(section.title, section.blocks, depth)
        return
    yield f"{'#' * depth} {markdown_text(section.title)}"
    yield from _blocks(section.blocks, depth + 1)


def _folded(title: str, blocks: Sequence[Block], depth: int) -> Iterator[str]:
    yield f"<details><summary>{markdown_text(title)}</summary>"
    yield from _blocks(blocks, depth + 1)
    yield "</details>"


def _item(branch: Branch) -> Item:
    return Item(branch.line, [_item(each) for each in branch.below])


def _items(items: Sequence[Item], indent: int, *, ordered: bool = False) -> Iterator[str]:
    for number, item in enumerate(items, start=1):
        sign = f"{number}." if ordered else "-"
        yield f"{' ' * indent}{sign} {_line(item.line)}"
        yield from _items(item.below, indent + len(sign) + 1)


def _table(table: Table) -> Iterator[str]:
    yield _row([markdown_text(column.name) for column in table.columns])
    yield _row(["---:" if column.right else "---" for column in table.columns])
    for row in table.rows:
        yield _row([_line(cell) for cell in row])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(line: Line) -> str:
    return "".join(map(_piece, line))


def _piece(piece: Words | Meter | Trend) -> str:
    """Write a piece; the spaces at its ends stay outside of the marks around it."""
    text = piece_words(piece)
    if isinstance(piece, Words) and piece.tone is Tone.CODE and text.count("`") == _TICKS:
        return text
    inner = markdown_text(text)
    if not inner:
        return " " if text else ""
    if isinstance(piece, Words) and piece.tone in _BOLD:
        inner = f"**{inner}**"
    return f"{' ' * text.startswith(' ')}{inner}{' ' * text.endswith(' ')}"
