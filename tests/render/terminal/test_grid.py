"""Rows of short facts under headings."""

import pytest
from rich.text import Text

from okrcli.render.glyphs import glyphs
from okrcli.render.terminal.grid import Row, grid
from okrcli.render.terminal.layout import layout

_ROWS = [
    Row([Text("growth/first-minute/day7"), Text("ana"), Text("9d")]),
    Row([Text("care/answer"), Text("bo"), Text("")], [Text("! a remark")]),
]


def _lines(width: int) -> list[str]:
    drawn = grid(("Key result", "Owner", "Last"), _ROWS, layout(width, glyphs(ascii_only=False)))
    return [line.plain.rstrip() for line in drawn]


def test_columns_are_as_wide_as_what_is_in_them() -> None:
    assert _lines(80) == [
        "Key result                Owner  Last",
        "growth/first-minute/day7  ana    9d",
        "care/answer               bo",
        "  ! a remark",
    ]


def test_the_first_column_gives_way() -> None:
    assert _lines(34)[1] == "growth/first-minute/…  ana    9d"


def test_in_a_narrow_terminal_each_fact_is_named() -> None:
    assert _lines(24) == [
        "growth/first-minute/day7",
        "  owner ana  last 9d",
        "care/answer",
        "  owner bo",
        "  ! a remark",
    ]


@pytest.mark.parametrize("width", range(20, 100))
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert all(len(line) <= width for line in _lines(width))
