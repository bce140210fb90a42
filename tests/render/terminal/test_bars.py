"""A bar shows progress truthfully, whatever the numbers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.glyphs import glyphs
from okrcli.render.terminal.bars import Part, bar

_LINES = glyphs(ascii_only=False)


def _drawn(progress: float | None, expected: float | None, *, ascii_only: bool = False) -> str:
    return "".join(
        piece.text for piece in bar(progress, expected, 10, glyphs(ascii_only=ascii_only))
    )


@pytest.mark.parametrize(
    ("progress", "expected", "drawn"),
    [
        (0.0, None, "──────────"),
        (0.0, 0.0, "──────────"),
        (0.4, 0.57, "━━━━─┃────"),
        (0.35, 0.57, "━━━╸─┃────"),
        (0.8, 0.57, "━━━━━┃━━──"),
        (1.0, 1.0, "━━━━━━━━━┃"),
        (7.0, None, "━━━━━━━━━━"),
        (-3.0, 0.5, "─────┃────"),
        (None, 0.5, "┄┄┄┄┄┄┄┄┄┄"),
    ],
)
def test_progress_is_drawn_with_the_mark_of_what_was_expected(
    progress: float | None, expected: float | None, drawn: str
) -> None:
    assert _drawn(progress, expected) == drawn


def test_a_terminal_without_line_drawing_reads_the_same_bar() -> None:
    assert _drawn(0.4, 0.57, ascii_only=True) == "====.|...."


def test_any_progress_shows_and_only_complete_progress_fills_the_bar() -> None:
    assert _drawn(1e-6, None) == "╸─────────"
    assert _drawn(0.9999, None) == "━━━━━━━━━╸"


@given(st.floats(allow_nan=False), st.floats(0, 1), st.integers(1, 40))
def test_a_bar_is_as_wide_as_asked(progress: float, expected: float, width: int) -> None:
    pieces = bar(progress, expected, width, _LINES)
    assert sum(len(piece.text) for piece in pieces) == width
    assert all(first.part != second.part for first, second in pairwise(pieces))


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_progress_never_draws_a_shorter_bar(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert _filled(low) <= _filled(high)


def _filled(progress: float) -> int:
    pieces = bar(progress, None, 20, _LINES)
    return sum(len(piece.text) for piece in pieces if piece.part is Part.DONE)
