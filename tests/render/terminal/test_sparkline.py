"""A trend keeps its shape in a few cells."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.progress.report import Point
from okrcli.model.key_result import Kind
from okrcli.render.glyphs import glyphs
from okrcli.render.terminal.sparkline import sparkline

_HEIGHTS = glyphs(ascii_only=False).spark


def _points(*progress: float) -> list[Point]:
    return [Point(date(2026, 10, 1), 100 * share, share, None) for share in progress]


@pytest.mark.parametrize(
    ("progress", "drawn"),
    [
        ((), ""),
        ((0.0, 0.5, 1.0), "▁▄▇"),
        ((0.0, 0.0), "▁▁"),
        ((0.5, 0.5), "▄▄"),
        ((0.50, 0.52), "▄▄"),
        ((0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0), "▁▂▄▄▆▇"),
        ((-1.0, 1.0), "▁▇"),
    ],
)
def test_progress_is_drawn_over_time(progress: tuple[float, ...], drawn: str) -> None:
    assert sparkline(_points(*progress), Kind.METRIC, 6, _HEIGHTS) == drawn


def test_a_bound_is_drawn_by_its_values() -> None:
    points = [point._replace(progress=1.0) for point in _points(0.1, 0.9, 0.1)]
    assert sparkline(points, Kind.MAINTAIN, 6, _HEIGHTS) == "▁▇▁"
    assert sparkline(points[:1], Kind.MAINTAIN, 6, _HEIGHTS) == "▄"


def test_what_cannot_be_measured_is_drawn_by_its_values() -> None:
    points = [point._replace(progress=None) for point in _points(5.0, 7.0)]
    assert sparkline(points, Kind.METRIC, 6, _HEIGHTS) == "▁▇"


@given(st.lists(st.floats(allow_nan=False)), st.integers(1, 20), st.sampled_from(Kind))
def test_a_sparkline_fits_whatever_the_values(values: list[float], width: int, kind: Kind) -> None:
    drawn = sparkline(_points(*values), kind, width, _HEIGHTS)
    assert len(drawn) == min(len(values), width)
    assert set(drawn) <= set(_HEIGHTS)
