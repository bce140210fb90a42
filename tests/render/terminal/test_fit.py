"""Texts fit into cells, also where a character takes two."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Span, Text

from okrcli.render.terminal.fit import columns, cut, fitted, flow, flow_words, wrap
from okrcli.render.text import clean

_TEXTS = st.text().map(clean)


def test_a_text_is_cut_with_an_ellipsis_only_where_it_is_too_long() -> None:
    assert cut("exactly", 7, "…") == "exactly"
    assert cut("too long", 7, "…") == "too lo…"
    assert cut("too long", 4, "…") == "too…"
    assert cut("日本語", 4, "…") == "日…"
    assert cut("anything", 0, "…") == ""


def test_a_text_is_broken_at_its_spaces() -> None:
    assert wrap("one two three", 7, 9, "…") == ["one two", "three"]
    assert wrap("one two three four", 7, 2, "…") == ["one two", "three…"]
    assert wrap("a verylongword", 5, 9, "…") == ["a", "veryl", "ongwo", "rd"]
    assert wrap("", 5, 9, "…") == []


@given(_TEXTS, st.integers(2, 60), st.integers(1, 4))
def test_broken_lines_fit_and_lose_nothing_unsaid(text: str, width: int, most: int) -> None:
    lines = wrap(text, width, most, "…")
    assert len(lines) <= most
    assert all(cell_len(line) <= width for line in lines)
    if not any("…" in line for line in lines):
        assert "".join("".join(lines).split()) == "".join(text.split())


@given(_TEXTS, st.integers(0, 60))
def test_a_fitted_cell_fits(text: str, width: int) -> None:
    assert fitted(Text(text), width, "…").cell_len <= width


@given(st.lists(st.tuples(_TEXTS.map(Text), st.integers(1, 9)), min_size=1))
def test_columns_are_as_wide_as_asked(cells: list[tuple[Text, int]]) -> None:
    line = columns(cells, 2, "…")
    assert line.cell_len == sum(width for _, width in cells) + 2 * (len(cells) - 1)


def test_a_column_keeps_its_style_to_itself() -> None:
    line = columns([(Text("red", "red"), 5), (Text("plain"), 5)], 1, "…")
    assert line.plain == "red   plain"
    assert [(span.start, span.end) for span in line.spans] == [(0, 3)]


def test_items_flow_into_lines() -> None:
    lines = flow([Text("one"), Text("two"), Text("three")], 9, " · ", "…")
    assert [line.plain for line in lines] == ["one · two", "three"]
    assert [line.plain for line in flow([Text("too long")], 5, " ", "…")] == ["too …"]


@given(st.text(alphabet="ab \u4e2d-"), st.integers(2, 30))
def test_a_styled_text_keeps_its_words_in_lines_that_fit(text: str, width: int) -> None:
    lines = list(flow_words(Text(text), width))
    assert all(0 < line.cell_len <= width for line in lines)
    assert "".join("".join(line.plain.split()) for line in lines) == "".join(text.split())


def test_a_styled_text_keeps_its_styles() -> None:
    text = Text("one ").append("two three", "bold")
    assert [line.spans for line in flow_words(text, 8)] == [
        [Span(4, 7, "bold")],
        [Span(0, 5, "bold")],
    ]
