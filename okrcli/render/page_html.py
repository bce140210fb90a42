"""A page as one HTML file that needs nothing else: no network, no script, one style sheet."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

import htpy as h
from markupsafe import Markup

from okrcli.render.page import (
    Block,
    Bullets,
    Figure,
    Line,
    Meter,
    Page,
    Paragraph,
    Section,
    Table,
    Tone,
    Trend,
    Words,
)
from okrcli.render.page_style import SLIDE, STYLE
from okrcli.render.page_svg import chart_svg, meter_svg, trend_svg
from okrcli.render.page_words import meter_words, one_line

_HIGHEST = 6


def page_html(page: Page) -> str:
    """Write a page; the library escapes every text, and the policy forbids whatever is not ours."""
    style = STYLE + SLIDE if page.slide else STYLE
    body = h.body(class_="slide" if page.slide else None)[
        _spaced([_head(page), h.main[_spaced(_blocks(page.blocks, 2))]])
    ]
    head = h.head[
        _spaced(
            [
                h.meta(charset="utf-8"),
                h.meta(http_equiv="Content-Security-Policy", content=_policy(style)),
                h.meta(name="viewport", content="width=device-width, initial-scale=1"),
                h.meta(name="color-scheme", content="light dark"),
                h.meta(name="referrer", content="no-referrer"),
                h.title[one_line(page.title)],
                h.style[Markup(style)],  # noqa: S704 - it is ours, and the same in every page
            ]
        )
    ]
    return f"{h.html(lang='en')[_spaced([head, body])]}\n"


def _policy(style: str) -> str:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _spaced(nodes: Iterable[h.Node]) -> list[h.Node]:
    """Set nodes on lines of their own, so that a file can be read and compared."""
    return ["\n", *(part for node in nodes for part in (node, "\n"))]


def _head(page: Page) -> h.Element:
    notices = (h.p(".notice", role="note")[one_line(notice)] for notice in page.notices)
    return h.header[
        _spaced([h.h1[one_line(page.title)], h.p(".about")[_line(page.subtitle)], *notices])
    ]


def _blocks(blocks: Sequence[Block], depth: int) -> Iterator[h.Node]:
    for block in blocks:
        yield _block(block, depth)


def _block(block: Block, depth: int) -> h.Node:
    match block:
        case Paragraph():
            return h.p[_line(block.line)]
        case Bullets():
            return _bullets(block)
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case Section():
            return _section(block, depth)


def _section(section: Section, depth: int) -> h.Element:
    title, blocks = one_line(section.title), _blocks(section.blocks, depth + 1)
    if section.folded:
        return h.details[_spaced([h.summary[title], *blocks])]
    return h.section[_spaced([_heading(depth)[title], *blocks])]


def _heading(depth: int) -> h.Element:
    return [h.h2, h.h3, h.h4, h.h5, h.h6][min(depth, _HIGHEST) - 2]


def _bullets(bullets: Bullets) -> h.Element:
    items = (
        h.li[_line(item.line), _bullets(Bullets(item.below)) if item.below else None]
        for item in bullets.items
    )
    return (h.ol if bullets.ordered else h.ul)[_spaced(items)]


def _table(table: Table) -> h.Element:
    """Write a table; each cell knows its column, which a narrow screen shows beside it."""
    names = [one_line(column.name) for column in table.columns]
    sides = ["right" if column.right else None for column in table.columns]
    head = h.tr[
        (h.th(scope="col", class_=side)[name] for name, side in zip(names, sides, strict=True))
    ]
    rows = (
        h.tr[
            (
                h.td(class_=side, data_column=name)[_line(cell)]
                for name, side, cell in zip(names, sides, row, strict=True)
            )
        ]
        for row in table.rows
    )
    return h.table[_spaced([h.thead[head], h.tbody[_spaced(rows)]])]


def _figure(figure: Figure) -> h.Element:
    title = one_line(figure.title)
    numbers = h.details[h.summary["The numbers"], _table(figure.numbers)]
    return h.figure[
        _spaced([h.figcaption[title], chart_svg(figure.chart, title, figure.unit), numbers])
    ]


def _line(line: Line) -> list[h.Node]:
    return [_piece(piece) for piece in line]


def _piece(piece: Words | Meter | Trend) -> h.Node:
    match piece:
        case Words(text, Tone.PLAIN):
            return one_line(text)
        case Words(text, Tone.STRONG):
            return h.strong[one_line(text)]
        case Words(text, Tone.REF):
            return h.code[one_line(text)]
        case Words(text, tone):
            return h.span(class_=tone.value)[one_line(text)]
        case Meter():
            return h.span(".meter")[meter_svg(piece), h.span(".amount")[meter_words(piece)]]
        case Trend():
            return trend_svg(piece)
