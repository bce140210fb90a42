"""Every format writes the same page, within its limits, and lets no text be more than that."""

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest

from okrcli.render.pages.html import page_html
from okrcli.render.pages.markdown import page_markdown
from okrcli.render.pages.page import Page
from okrcli.render.pages.slack import page_slack
from okrcli.render.pages.slack_blocks import (
    COST_OF_A_BLOCK,
    LONGEST_HEADER,
    LONGEST_MESSAGE,
    LONGEST_TEXT,
    MOST_BLOCKS,
)
from okrcli.render.pages.table import page_table
from okrcli.render.pages.text import page_text
from okrcli.render.text import width
from tests.render import page_cases as pages
from tests.running import TESTS, Golden

_FORMATS: dict[str, tuple[str, Callable[[Page], str]]] = {
    "html": ("html", page_html),
    "markdown": ("md", page_markdown),
    "slack": ("slack.json", page_slack),
    "text": ("txt", page_text),
}


@pytest.mark.parametrize("form", _FORMATS)
def test_a_page_in_every_format(form: str, golden: Golden) -> None:
    ending, write = _FORMATS[form]
    golden(f"pages/every-kind.{ending}", write(pages.every_kind()))


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_page_on_a_terminal(columns: int, golden: Golden) -> None:
    shown = page_table(pages.every_kind(), width=columns, color=False)
    golden(f"pages/every-kind-{columns}.txt", shown)
    assert max(map(width, shown.splitlines())) <= columns


@pytest.mark.parametrize("columns", [20, 33, 80])
@pytest.mark.parametrize(
    "page",
    [pages.every_kind(), pages.nasty(), pages.endless()],
    ids=["plain", "nasty", "endless"],
)
def test_no_line_is_wider_than_a_terminal(page: Page, columns: int) -> None:
    shown = page_table(page, width=columns, color=False)
    assert max(map(width, shown.splitlines())) <= columns


def test_a_terminal_without_line_drawing_gets_ascii_alone() -> None:
    shown = page_table(pages.every_kind(), width=80, color=False, ascii_only=True)
    assert shown.isascii()
    assert "\\u" not in shown


def test_colours_come_only_where_they_are_asked_for() -> None:
    assert "\x1b" not in page_table(pages.nasty(), width=80, color=False)
    assert "\x1b[31m" in page_table(pages.nasty(), width=80, color=True)


def test_mail_has_72_columns_at_most() -> None:
    assert max(map(width, page_text(pages.every_kind()).splitlines())) <= 72


@pytest.mark.parametrize("write", [page_text, page_markdown, page_slack, page_html])
def test_no_control_character_gets_through(write: Callable[[Page], str]) -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", write(pages.nasty()))


def test_markdown_has_no_html_but_its_folds() -> None:
    tags = set(re.findall(r"<[^>]*>", page_markdown(pages.nasty())))
    assert tags == {"<details>", "<summary>", "</summary>", "</details>"}


_REPORTS = sorted((TESTS / "golden" / "report").glob("*.slack.json"))
_MESSAGES = {
    "every-kind": page_slack(pages.every_kind()),
    "nasty": page_slack(pages.nasty()),
    "long": page_slack(pages.long()),
    "many": page_slack(pages.many()),
    **{each.name: each.read_text(encoding="utf-8") for each in _REPORTS},
}
_LONGEST = {"section": LONGEST_TEXT, "header": LONGEST_HEADER, "context": LONGEST_TEXT}
_KEYS = {"mrkdwn": {"type", "text", "verbatim"}, "plain_text": {"type", "text", "emoji"}}


@pytest.mark.parametrize("name", _MESSAGES)
def test_a_chat_message_is_within_the_limits(name: str) -> None:
    message = json.loads(_MESSAGES[name])
    assert set(message) == {"text", "blocks"}
    assert 0 < len(message["text"]) <= LONGEST_TEXT == 3000
    assert 0 < len(message["blocks"]) <= MOST_BLOCKS == 50
    for block in message["blocks"]:
        texts = list(_texts(block))
        assert 0 < len(texts) <= (10 if block["type"] == "context" else 1)
        for text in texts:
            assert set(text) == _KEYS[text["type"]]
            assert 0 < len(text["text"]) <= _LONGEST[block["type"]]
        if block["type"] == "header":
            assert (texts[0]["type"], LONGEST_HEADER) == ("plain_text", 150)


@pytest.mark.parametrize("name", _MESSAGES)
def test_a_chat_message_is_not_too_long_as_a_whole(name: str) -> None:
    blocks = json.loads(_MESSAGES[name])["blocks"]
    letters = sum(len(text["text"]) for block in blocks for text in _texts(block))
    assert letters + COST_OF_A_BLOCK * len(blocks) <= LONGEST_MESSAGE <= 13_000


@pytest.mark.parametrize("name", _MESSAGES)
def test_no_heading_of_a_chat_message_stands_alone(name: str) -> None:
    kinds = [block["type"] for block in json.loads(_MESSAGES[name])["blocks"]]
    assert kinds[-1] != "header"


def test_a_chat_message_has_no_heading_of_what_it_leaves_out() -> None:
    assert "Burn-up" not in _MESSAGES["cycle.slack.json"]
    assert "Who works for what" not in _MESSAGES["cycle.slack.json"]


def test_a_notification_says_more_than_the_title() -> None:
    said = json.loads(_MESSAGES["every-kind"])["text"]
    assert said == (
        "Weekly news. history is incomplete: a shallow clone; run `git fetch --unshallow`."
        " Growth is at 39% and ahead."
    )


@pytest.mark.parametrize("page", [pages.nasty(), pages.long()])
def test_nobody_is_called_by_a_chat_message(page: Page) -> None:
    message = json.loads(page_slack(page))
    for block in message["blocks"]:
        for text in _texts(block):
            if text["type"] == "mrkdwn":
                assert text["verbatim"] is True
                assert "<" not in text["text"]
                assert ">" not in text["text"]
                assert not re.search(r"&(?!(amp|lt|gt);)", text["text"])


@pytest.mark.parametrize("name", ["long", "many"])
def test_what_does_not_fit_into_a_chat_message_is_counted(name: str) -> None:
    last = json.loads(_MESSAGES[name])["blocks"][-1]
    assert re.fullmatch(r"… \d+ more parts", last["elements"][0]["text"])


def test_fifty_blocks_are_not_one_too_many() -> None:
    page = pages.many()
    fitting = page._replace(blocks=page.blocks[: MOST_BLOCKS - 2])
    blocks = json.loads(page_slack(fitting))["blocks"]
    assert (len(blocks), blocks[-1]["type"]) == (50, "section")


def _texts(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from block["elements"] if block["type"] == "context" else [block["text"]]


class _Tags(HTMLParser):
    """Collects the tags, the attributes and the style of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.style = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "style" and not self.style:
            self.style = data


@pytest.mark.parametrize("slide", [False, True])
def test_a_file_of_html_needs_nothing_and_runs_nothing(*, slide: bool) -> None:
    found = _Tags(page_html(pages.nasty()._replace(slide=slide)))
    assert not {"script", "img", "link", "iframe", "form", "object", "base"} & set(found.tags)
    names = {name for name, _ in found.attributes}
    assert not {name for name in names if name.startswith("on")}
    assert not {"style", "src", "href", "action"} & names


@pytest.mark.parametrize("slide", [False, True])
def test_the_policy_of_a_file_of_html_allows_its_own_style_alone(*, slide: bool) -> None:
    found = _Tags(page_html(pages.every_kind()._replace(slide=slide)))
    digest = b64encode(sha256(found.style.encode()).digest()).decode()
    assert ("content", _policy(digest)) in found.attributes
    assert "url(" not in found.style
    assert "@import" not in found.style


def _policy(digest: str) -> str:
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
