"""The marks stand under what they mark, however wide, long or odd the line is."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from okrcli.model.source import Span
from okrcli.render.terminal.excerpt import excerpt
from okrcli.render.terminal.style import Style
from okrcli.render.text import width

PLAIN = Style()


def _lines(text: str, span: Span, columns: int = 80) -> list[str]:
    return list(excerpt(text, span, Style(columns=columns), "error"))


def test_a_line_before_and_after_gives_the_context() -> None:
    assert _lines("a: 1\nb: 2\nc: 3\nd: 4", Span(3, 4, 3, 5)) == [
        " 2 | b: 2",
        " 3 | c: 3",
        "   |    ^",
        " 4 | d: 4",
    ]


def test_a_blank_neighbour_is_left_out() -> None:
    assert _lines("a: 1\n\n", Span(1, 1, 1, 2)) == [" 1 | a: 1", "   | ^"]


@pytest.mark.parametrize(
    ("line", "span", "marks"),
    [
        ("東京: x", Span(1, 5, 1, 6), "      ^"),
        ("東京: x", Span(1, 1, 1, 3), "^^^^"),
        ("e\u0301e\u0301: x", Span(1, 7, 1, 8), "    ^"),
        ("\tx: 1", Span(1, 2, 1, 3), "    ^"),
        ("\x1bx: 1", Span(1, 2, 1, 3), "    ^"),
        ("ab", Span(1, 3, 1, 3), "  ^"),
        ("ab", Span(1, 99, 1, 99), "  ^"),
        ("ab: >", Span(1, 5, 3, 1), "    ^"),
    ],
)
def test_the_marks_stand_in_the_right_columns(line: str, span: Span, marks: str) -> None:
    assert _lines(line, span)[1] == f"   | {marks}"


def test_the_end_of_the_text_can_be_marked() -> None:
    assert _lines("a: 1\n", Span(9, 1, 9, 1))[-1] == "   | ^"


def test_carriage_returns_and_separators_break_as_in_yaml() -> None:
    assert _lines("a: 1\r\nb: 2\rc: \u20283", Span(3, 1, 3, 2))[1] == " 3 | c: \\u20283"


@example("aaaaaaaaaaaaa\t東東東東", 19, 0, 30)  # behind the end of a line that just fits
@given(
    st.text(alphabet="ab 東é\t", max_size=300),
    st.integers(1, 300),
    st.integers(0, 300),
    st.integers(30, 120),
)
def test_any_region_of_any_line_is_marked_within_the_width(
    line: str, column: int, length: int, columns: int
) -> None:
    shown, marks = _lines(line, Span(1, column, 1, column + length), columns)[:2]
    assert width(shown) <= columns
    assert len(marks) <= columns
    assert marks.endswith("^")


@given(st.text(alphabet="ab 東", max_size=200), st.integers(0, 300), st.integers(30, 120))
def test_the_marked_word_is_in_view(before: str, after: int, columns: int) -> None:
    line = f"{before}<word>{'x' * after}"
    start = len(before) + 1
    shown, marks = _lines(line, Span(1, start, 1, start + 6), columns)[:2]
    assert "<word>" in shown
    at = width(shown[: shown.index("<word>")])
    assert marks.rstrip() == f"   | {' ' * (at - 5)}^^^^^^"


def test_a_line_without_end_is_looked_at_only_near_its_region() -> None:
    text = "x" * 100_000 + "HERE" + "y" * 100_000
    shown, marks = excerpt(text, Span(1, 100_001, 1, 100_005), Style(columns=60), "error")
    assert marks.index("^") == shown.index("HERE")
    assert marks.count("^") == 4
    assert shown.count("…") == 2
    assert len(shown) <= 60
