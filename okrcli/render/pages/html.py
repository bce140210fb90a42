"""A page as one HTML file that needs nothing else: no network, no script, one style sheet."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256

import htpy as h
from markupsafe import Markup

from okrcli.render.pages.html_line import html_line, html_text, spaced
from okrcli.render.pages.html_table import html_table
from okrcli.render.pages.page import (
    Block,
    Branch,
    Bullets,
    Figure,
    Outline,
    Page,
    Paragraph,
    Section,
    Table,
)
from okrcli.render.pages.style import STYLE, slide_style
from okrcli.render.pages.svg import chart_svg
from okrcli.render.pages.words import line_words, one_line

_HIGHEST = 6


def page_html(page: Page) -> str:
    """Write a page; the library escapes every text, and the policy forbids whatever is not ours."""
    style = _style(page)
    main = h.main[spaced(_blocks(page.blocks, 2, page.title))]
    body = h.body(class_="slide" if page.slide else None)[spaced([_head(page), main])]
    head = h.head[
        spaced(
            [
                h.meta(charset="utf-8"),
                h.meta(http_equiv="Content-Security-Policy", content=_policy(style)),
                h.meta(name="viewport", content="width=device-width, initial-scale=1"),
                h.meta(name="color-scheme", content="light dark"),
                h.meta(name="referrer", content="no-referrer"),
                h.title[one_line(page.title)],
                h.style[Markup(style)],  # noqa: S704 - it is ours, whatever the page says
            ]
        )
    ]
    return f"{h.html(lang='en')[spaced([head, body])]}\n"


def _style(page: Page) -> str:
    if not page.slide:
        return STYLE
    told = [len(line_words(each.line)) for each in page.blocks if isinstance(each, Paragraph)]
    rows = [row for each in page.blocks if isinstance(each, Table) for row in each.rows]
    return STYLE + slide_style(told, [max(len(line_words(cell)) for cell in row) for row in rows])


def _policy(style: str) -> str:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _head(page: Page) -> h.Element:
    notices = (h.p(".notice", role="note")[one_line(notice)] for notice in page.notices)
    return h.header[
        spaced([h.h1[html_text(page.title)], h.p(".about")[html_line(page.subtitle)], *notices])
    ]


def _blocks(blocks: Sequence[Block], depth: int, title: str) -> Iterator[h.Node]:
    """Write the blocks under a title."""
    for block in blocks:
        yield _block(block, depth, title)


def _block(block: Block, depth: int, title: str) -> h.Node:
    match block:
        case Paragraph():
            return h.p[html_line(block.line)]
        case Bullets():
            return _bullets(block)
        case Table():
            return html_table(block, title)
        case Figure():
            return _figure(block)
        case Outline():
            return _outline(block, depth)
        case Section():
            return _section(block, depth)


def _section(section: Section, depth: int) -> h.Element:
    title, blocks = html_text(section.title), _blocks(section.blocks, depth + 1, section.title)
    if section.folded:
        return h.details[spaced([h.summary[title], *blocks])]
    return h.section[spaced([_heading(depth)[title], *blocks])]


def _heading(depth: int) -> h.Element:
    return [h.h2, h.h3, h.h4, h.h5, h.h6][min(depth, _HIGHEST) - 2]


def _bullets(bullets: Bullets) -> h.Element:
    items = (
        h.li[html_line(item.line), _bullets(Bullets(item.below)) if item.below else None]
        for item in bullets.items
    )
    return (h.ol if bullets.ordered else h.ul)[spaced(items)]


def _outline(outline: Outline, depth: int) -> h.Node:
    """Write folds within folds, the first level open; without a branch there is nothing."""
    branches = outline.draw()
    if not branches:
        return None
    heading = _heading(depth)[html_text(outline.title)]
    return h.section[spaced([heading, _branches(branches, is_open=True)])]


def _branches(branches: Sequence[Branch], *, is_open: bool = False) -> h.Element:
    return h.ul(".outline")[spaced(h.li[_branch(each, is_open=is_open)] for each in branches)]


def _branch(branch: Branch, *, is_open: bool) -> h.Node:
    line = html_line(branch.line)
    if not branch.below:
        return line
    return h.details(open=is_open)[h.summary[line], _branches(branch.below)]


def _figure(figure: Figure) -> h.Element:
    title = one_line(figure.title)
    key = [h.span(".measured")["measured"]]
    if figure.chart.guides:
        key.append(h.span(".guide")["bound" if figure.chart.by_value else "expected"])
    numbers = h.details[h.summary["The numbers"], html_table(figure.numbers, figure.title)]
    parts = [
        h.figcaption[title],
        h.p(".key")[key],
        chart_svg(figure.chart, title, figure.unit),
        numbers,
    ]
    return h.figure[spaced(parts)]
