"""Pages as Markdown, read by a parser of CommonMark with the tables of GitHub."""

import re
from collections.abc import Iterator, Sequence

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from okrcli.render.pages.markdown import page_markdown
from tests.render import page_cases as pages
from tests.running import TESTS

_PAGES = {
    "every-kind": page_markdown(pages.every_kind()),
    "nasty": page_markdown(pages.nasty()),
    **{
        each.stem: each.read_text(encoding="utf-8")
        for each in sorted((TESTS / "golden" / "report").glob("*.md"))
    },
}
_FOLDS = re.compile(r"(?:<details><summary>[^<>]+</summary>|</details>)\s*")


def _tokens(text: str) -> list[Token]:
    reader = MarkdownIt("commonmark").enable("table").enable("strikethrough")
    return list(_each(reader.parse(text)))


def _each(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _each(token.children or ())


@pytest.mark.parametrize("name", _PAGES)
def test_nothing_is_markup_that_is_not_ours(name: str) -> None:
    kinds = {token.type for token in _tokens(_PAGES[name])}
    assert not kinds & {"link_open", "image", "html_inline", "fence", "code_block", "hr", "s_open"}


@pytest.mark.parametrize("name", _PAGES)
def test_the_only_html_are_folds_that_close(name: str) -> None:
    blocks = [token.content for token in _tokens(_PAGES[name]) if token.type == "html_block"]
    assert all(_FOLDS.fullmatch(each) for each in blocks)
    told = "".join(blocks)
    assert told.count("<details>") == told.count("</details>")


@pytest.mark.parametrize("name", _PAGES)
def test_every_table_is_read_as_one(name: str) -> None:
    tokens = _tokens(_PAGES[name])
    rules = re.findall(r"^\| ---", _PAGES[name], re.MULTILINE)
    assert sum(token.type == "table_open" for token in tokens) == len(rules)
    assert not [each for each in tokens if each.type == "text" and each.content.startswith("| ")]


@pytest.mark.parametrize("name", ["cycle", "plan"])
def test_the_alignment_is_a_nested_list_in_a_fold(name: str) -> None:
    text = _PAGES[name]
    part = text[text.index("Who works for what") :]
    tokens = _tokens(part[part.index("\n\n") : part.index("</details>")])
    deep = max(each.level for each in tokens if each.type == "bullet_list_open")
    assert deep >= 4
