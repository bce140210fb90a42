"""Pages made of other pages: with other texts, or without what is only looked up."""

from collections.abc import Callable, Iterator, Sequence

from okrcli.render.pages.page import (
    Block,
    Branch,
    Bullets,
    Figure,
    Item,
    Line,
    Outline,
    Page,
    Paragraph,
    Section,
    Table,
    Words,
)

Change = Callable[[str], str]


def unfolded(page: Page) -> Page:
    """Leave out figures, what is folded, and sections that nothing else is in.

    A chat is no place to look something up.
    """
    return page._replace(blocks=list(_unfolded(page.blocks)))


def reworded(page: Page, change: Change) -> Page:
    """Change every text of a page."""
    return page._replace(
        title=change(page.title),
        subtitle=_line(page.subtitle, change),
        notices=[change(each) for each in page.notices],
        blocks=[_block(each, change) for each in page.blocks],
    )


def _unfolded(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Section(folded=False):
                blocks = list(_unfolded(block.blocks))
                if blocks:
                    yield block._replace(blocks=blocks)
            case Paragraph() | Bullets() | Table():
                yield block
            case Section() | Figure() | Outline():
                pass


def _block(block: Block, change: Change) -> Block:
    match block:
        case Paragraph(line):
            return Paragraph(_line(line, change))
        case Bullets():
            return block._replace(items=_items(block.items, change))
        case Table():
            return _table(block, change)
        case Figure():
            title, numbers = change(block.title), _table(block.numbers, change)
            return block._replace(title=title, numbers=numbers)
        case Outline():
            return _outline(block, change)
        case Section():
            blocks = [_block(each, change) for each in block.blocks]
            return block._replace(title=change(block.title), blocks=blocks)


def _outline(outline: Outline, change: Change) -> Outline:
    """Change the branches when they are drawn: that costs time."""
    return Outline(
        change(outline.title),
        lambda: _branches(outline.draw(), change),
        _line(outline.instead, change),
    )


def _branches(branches: Sequence[Branch], change: Change) -> list[Branch]:
    return [Branch(_line(each.line, change), _branches(each.below, change)) for each in branches]


def _items(items: Sequence[Item], change: Change) -> list[Item]:
    return [Item(_line(each.line, change), _items(each.below, change)) for each in items]


def _table(table: Table, change: Change) -> Table:
    columns = [each._replace(name=change(each.name)) for each in table.columns]
    return Table(columns, [[_line(cell, change) for cell in row] for row in table.rows])


def _line(line: Line, change: Change) -> Line:
    return [
        each._replace(text=change(each.text)) if isinstance(each, Words) else each for each in line
    ]
