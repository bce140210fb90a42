"""Rows keep to their columns at every width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from okrcli.render.glyphs import glyphs
from okrcli.render.terminal.layout import layout

_GLYPHS = glyphs(ascii_only=False)


@pytest.mark.parametrize(
    ("width", "stacked", "wide"), [(60, True, False), (80, False, False), (120, False, True)]
)
def test_a_wider_terminal_gets_more(width: int, *, stacked: bool, wide: bool) -> None:
    chosen = layout(width, _GLYPHS)
    assert (chosen.stacked, chosen.wide) == (stacked, wide)


def test_lines_do_not_grow_without_end() -> None:
    assert layout(10_000, _GLYPHS).width == 140
    assert layout(-1, _GLYPHS).width == 20


def test_blocks_stand_side_by_side_where_there_is_room() -> None:
    row = layout(80, _GLYPHS).row(2, [Text("one"), Text("two")], [[Text("a"), Text("b")]])
    assert [line.plain.split() for line in row] == [["one", "a", "b"], ["two"]]


def test_blocks_are_stacked_where_there_is_none() -> None:
    row = layout(40, _GLYPHS).row(2, [Text("one"), Text("two")], [[Text("a"), Text(), Text("b")]])
    assert [line.plain for line in row] == ["  one", "  two", "  a  b"]


@given(
    st.integers(20, 200),
    st.lists(st.text().map(Text), max_size=3),
    st.lists(st.lists(st.text().map(Text), max_size=3), max_size=3),
)
def test_every_line_of_a_row_fits(width: int, left: list[Text], right: list[list[Text]]) -> None:
    chosen = layout(width, _GLYPHS)
    words = [Text(line) for text in left for line in chosen.wrapped(text.plain, 4)]
    assert all(line.cell_len <= chosen.width for line in chosen.row(4, words, right))
