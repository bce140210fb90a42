"""Tables of pages on terminals: how wide columns are, and cards where there is no room."""

from collections.abc import Sequence

import pytest
from rich.text import Text

from okrcli.render.glyphs import glyphs
from okrcli.render.pages.grid import cards, grid_lines, widths
from okrcli.render.pages.page import Column
from okrcli.render.pages.words import NOTHING
from okrcli.render.terminal.layout import Layout, layout

_HEADS = [Column("Objective"), Column("Forecast for 2026-12-31"), Column("In short")]
_ROW = [Text("Small operators choose us first"), Text("95%"), Text("behind, since few come back")]


def _layout(columns: int) -> Layout:
    return layout(columns, glyphs(ascii_only=False))


def _shown(columns: int, rows: Sequence[Sequence[Text]]) -> list[str]:
    wide = widths(_HEADS, rows, _layout(columns))
    lines = (
        cards(_HEADS, rows, _layout(columns))
        if wide is None
        else grid_lines(_HEADS, rows, wide, _layout(columns))
    )
    return [line.plain.rstrip() for line in lines]


def test_with_room_for_all_nothing_wraps() -> None:
    assert _shown(100, [_ROW]) == [
        "Objective                        Forecast for 2026-12-31  In short",
        "Small operators choose us first  95%                      behind, since few come back",
    ]


def test_a_heading_wraps_before_the_words_do() -> None:
    assert _shown(76, [_ROW]) == [
        "Objective                        Forecast for    In short",
        "                                 2026-12-31",
        "Small operators choose us first  95%             behind, since few come back",
    ]


def test_the_widest_columns_are_cut_to_one_width() -> None:
    assert widths(_HEADS, [_ROW], _layout(60)) == [23, 10, 23]


def test_rows_of_many_lines_are_set_apart() -> None:
    shown = _shown(54, [_ROW, _ROW])
    assert shown.count("") == 0
    tall = [Text("one two three four five six seven eight nine ten"), *_ROW[1:]]
    assert _shown(54, [_ROW, tall, _ROW]).count("") == 2


def test_without_room_for_columns_each_row_is_a_card() -> None:
    assert _shown(40, [_ROW, [Text("Another"), Text(NOTHING), Text("few")]]) == [
        "· Small operators choose us first",
        "  forecast for 2026-12-31 95%",
        "  in short behind, since few come back",
        "· Another",
        "  in short few",
    ]


@pytest.mark.parametrize("columns", range(20, 120, 7))
def test_no_line_is_too_wide(columns: int) -> None:
    assert all(len(line) <= columns for line in _shown(columns, [_ROW, _ROW]))
