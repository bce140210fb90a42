"""What each service is sent: within its limits, whole, in order, and calling nobody."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.connect import mattermost, teams
from okrcli.connect.announcement import Announcement, announcement
from okrcli.connect.service import Service, messages
from okrcli.render.pages.page import (
    Block,
    Bullets,
    Column,
    Item,
    Line,
    Meter,
    Page,
    Paragraph,
    Section,
    Table,
    Tone,
    Words,
)
from okrcli.render.pages.slack_blocks import (
    LONGEST_HEADER,
    LONGEST_MESSAGE,
    LONGEST_TEXT,
    MOST_BLOCKS,
    size,
)
from tests.render import page_cases as pages

_CHATS = [Service.SLACK, Service.TEAMS, Service.MATTERMOST]
_CALLS = ("<!channel> ", "<@U123> ", "@channel ", "@here ", "@all ", "<at>Ana</at> ", "<!here|x> ")
_Messages = Sequence[Mapping[str, Any]]


def _told(page: Page) -> Announcement:
    return announcement("week", page, lambda: "{}")


def _long(paragraphs: int, repeat: int) -> tuple[Page, list[str]]:
    """Make a page of many blocks; give the words that mark its order, too."""
    marks = [f"mark{each:05}x" for each in range(paragraphs)]
    text = "".join(_CALLS) * repeat
    blocks: list[Block] = []
    for at, mark in enumerate(marks):
        words = [Words(f"{mark} "), Words(text, Tone.STRONG)]
        match at % 4:
            case 0:
                blocks.append(Paragraph(words))
            case 1:
                blocks.append(Bullets([Item(words, [Item([Words(text)])])]))
            case 2:
                blocks.append(Table([Column("Team"), Column("P")], [[words, [Meter(0.4, 0.5)]]]))
            case _:
                blocks.append(Section(f"{mark} {text[:60]}", [Paragraph([Words(text)])]))
    return Page("The week", [Words("until now")], ["incomplete"], blocks), marks


def _text_of(message: Mapping[str, Any]) -> str:
    """Give all that a person reads in a message, escapes taken back."""
    if "attachments" in message:
        body = message["attachments"][0]["content"]["body"]
        return "\n".join("".join(run["text"] for run in each["inlines"]) for each in body)
    if "blocks" in message:
        return "\n".join(_slack_texts(message))
    return str(message["text"])


def _slack_texts(message: Mapping[str, Any]) -> Iterator[str]:
    for block in message["blocks"]:
        texts = block["elements"] if block["type"] == "context" else [block["text"]]
        for text in texts:
            yield text["text"]


def _within_slack(found: _Messages) -> None:
    for message in found:
        assert 1 <= len(message["blocks"]) <= MOST_BLOCKS == 50
        assert sum(map(size, message["blocks"])) <= LONGEST_MESSAGE == 13_000
        assert 0 < len(message["text"]) <= 3000
        for block in message["blocks"]:
            longest = LONGEST_HEADER if block["type"] == "header" else LONGEST_TEXT
            texts = block["elements"] if block["type"] == "context" else [block["text"]]
            assert all(0 < len(text["text"]) <= longest for text in texts)


def _within_teams(found: _Messages) -> None:
    for message in found:
        assert teams.size(message) <= teams.MOST_BYTES == 20_000
        assert message["attachments"][0]["content"]["body"]


def _within_mattermost(found: _Messages) -> None:
    assert all(0 < len(each["text"]) <= mattermost.LONGEST == 16_383 for each in found)


_WITHIN: Mapping[Service, Callable[[_Messages], None]] = {
    Service.SLACK: _within_slack,
    Service.TEAMS: _within_teams,
    Service.MATTERMOST: _within_mattermost,
}


@pytest.mark.parametrize("service", _CHATS)
@pytest.mark.parametrize(("paragraphs", "repeat"), [(3, 1), (300, 1), (60, 40), (8, 400)])
def test_a_long_page_becomes_several_messages_and_nothing_is_lost(
    service: Service, paragraphs: int, repeat: int
) -> None:
    page, marks = _long(paragraphs, repeat)
    found = messages(service, _told(page))
    _WITHIN[service](found)
    read = "\n".join(map(_text_of, found))
    assert re.findall(r"mark\d{5}x", read) == marks
    calls = read.count("channel")
    assert calls == json.dumps([page]).count("@channel") + json.dumps([page]).count("!channel")


@pytest.mark.parametrize("service", _CHATS)
@pytest.mark.parametrize("length", [100, 138, 139, 140, 145, 150, 151, 400, 499, 500, 501, 3000])
def test_a_title_of_any_length_is_whole(service: Service, length: int) -> None:
    title = "x" * (length - 1) + "z"
    (found,) = messages(service, _told(Page(title, [], [], [])))
    _WITHIN[service]([found])
    assert "z" in _text_of(found).replace("…", "")


@pytest.mark.parametrize("service", _CHATS)
def test_messages_are_numbered_where_there_are_several(service: Service) -> None:
    found = messages(service, _told(_long(300, 1)[0]))
    total = len(found)
    assert total > 1
    for number, message in enumerate(found, start=1):
        assert f"The week ({number}/{total})" in _text_of(message).splitlines()[0]
    (alone,) = messages(service, _told(_long(2, 1)[0]))
    assert "(1/1)" not in _text_of(alone)


@pytest.mark.parametrize("service", _CHATS)
@pytest.mark.parametrize("page", [pages.every_kind(), pages.nasty(), pages.long()])
def test_every_kind_of_page_is_within_the_limits(service: Service, page: Page) -> None:
    _WITHIN[service](messages(service, _told(page)))


@pytest.mark.parametrize("letter", ["a", "\\", "\N{SHIP}", "\N{GRINNING FACE}", "&", "@"])
@pytest.mark.parametrize("service", _CHATS)
def test_the_worst_texts_are_within_the_limits(service: Service, letter: str) -> None:
    tones = [Tone.STRONG, Tone.QUIET] * 2000
    many = [Words(letter, tone) for tone in tones]
    blocks = [Section(letter * 3000, [Paragraph([Words(letter * 9000)]), Paragraph(many)])] * 3
    page = Page(letter * 3000, many, [letter * 3000], blocks)
    _WITHIN[service](messages(service, _told(page)))


@pytest.mark.parametrize("service", _CHATS)
def test_a_heading_is_never_the_last_of_a_message(service: Service) -> None:
    blocks = [Section(f"Part {each}", [Paragraph([Words("x" * 900)])]) for each in range(100)]
    found = messages(service, _told(Page("The week", [], [], blocks)))
    assert len(found) > 1
    assert all(_text_of(each).endswith("x" * 900) for each in found)


def test_a_table_that_is_cut_keeps_its_head() -> None:
    rows = [[[Words(f"row {each} " + "x" * 80)], [Words("1")]] for each in range(500)]
    table = Table([Column("Team"), Column("Amount", right=True)], rows)
    found = messages(Service.MATTERMOST, _told(Page("The week", [], [], [table])))
    assert len(found) > 1
    assert all("| Team | Amount |\n| --- | ---: |\n| row" in each["text"] for each in found)


def _assert_nobody_is_called(service: Service, found: _Messages) -> None:
    for message in found:
        text = _text_of(message)
        match service:
            case Service.SLACK:
                marked = "\n".join([message["text"], *_marked(message)])
                assert not re.search(r"[<>]", marked)
            case Service.MATTERMOST:
                assert not re.search(r"@\w", text)
                assert not re.search(r"<[!@#]", text)
            case _:
                assert "entities" not in json.dumps(message)
                assert not re.search(r"</?at\b", text, re.IGNORECASE)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)


def _marked(message: Mapping[str, Any]) -> Iterator[str]:
    for block in message["blocks"]:
        if block["type"] != "header":
            texts = block["elements"] if block["type"] == "context" else [block["text"]]
            for text in texts:
                assert text["type"] == "mrkdwn"
                assert text["verbatim"] is True
                yield text["text"]


@pytest.mark.parametrize("service", _CHATS)
def test_nobody_is_called(service: Service) -> None:
    calls = "".join(_CALLS)
    page = _long(20, 5)[0]._replace(title=calls, subtitle=[Words(calls)], notices=[calls])
    for each in (page, pages.nasty()):
        _assert_nobody_is_called(service, messages(service, _told(each)))


_texts = st.one_of(
    st.text(max_size=300),
    st.sampled_from(_CALLS),
    st.text(alphabet="@<>&!*_`|\\ a", max_size=80),
    st.integers(1, 5000).map(lambda amount: "ab@c&" * amount),
)
_lines: st.SearchStrategy[Line] = st.lists(
    st.builds(Words, _texts, st.sampled_from(Tone)), max_size=4
)
_leaf_items = st.builds(Item, _lines, st.just(()))
_items = st.builds(Item, _lines, st.lists(_leaf_items, max_size=2))
_leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, _lines),
    st.builds(Bullets, st.lists(_items, max_size=5), st.booleans()),
    st.builds(
        lambda rows: Table([Column("A"), Column("B")], rows),
        st.lists(st.tuples(_lines, _lines), max_size=5),
    ),
)
_blocks = st.recursive(
    _leaves,
    lambda below: st.builds(Section, _texts, st.lists(below, max_size=4), st.booleans()),
    max_leaves=12,
)
_pages = st.builds(
    Page, _texts, _lines, st.lists(_texts, max_size=2), st.lists(_blocks, max_size=8)
)


@pytest.mark.parametrize("service", _CHATS)
@given(page=_pages)
def test_whatever_a_page_says_the_limits_hold_and_nobody_is_called(
    service: Service, page: Page
) -> None:
    found = messages(service, _told(page))
    assert found
    _WITHIN[service](found)
    _assert_nobody_is_called(service, found)


@pytest.mark.parametrize("service", list(Service))
def test_no_e_mail_address_leaves(service: Service) -> None:
    said = "ask ana.silva@acme.example"
    page = Page(
        said,
        [Words(said)],
        [said],
        [
            Section(said, [Paragraph([Words(said)])]),
            Bullets([Item([Words(said)], [Item([Words(said)])])]),
            Table([Column(said)], [[[Words(said)]]]),
            Section("To look up", [Paragraph([Words(said)])], folded=True),
        ],
    )
    facts = json.dumps({"author": "ana.silva@acme.example", "x@acme.example": [said, {"a": said}]})
    found = messages(service, announcement("week", page, lambda: facts))
    assert "acme" not in json.dumps(found)
    assert re.search(r"\[e-mail\W", _text_of(found[0]) if service in _CHATS else str(found))


def test_a_program_gets_words_and_facts() -> None:
    facts = '{"version": 1, "number": 0.1, "none": null, "yes": true}'
    (found,) = messages(Service.JSON, announcement("week", pages.every_kind(), lambda: facts))
    assert set(found) == {"version", "report", "title", "text", "markdown", "facts"}
    assert (found["version"], found["report"], found["title"]) == (1, "week", "Weekly news")
    assert found["facts"] == {"version": 1, "number": 0.1, "none": None, "yes": True}
    assert found["markdown"].startswith("# Weekly news\n")
    assert found["text"].startswith("Weekly news\n===")
