"""The burn-up chart, and the canvas of dots that it is drawn on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from okrcli.analysis.progress.burnup import BurnUp, Level
from okrcli.model.cycle import Period
from okrcli.render.glyphs import glyphs
from okrcli.render.terminal.canvas import Canvas
from okrcli.render.terminal.chart import Chart, chart_legend
from tests.running import Golden

_TIME = Period(date(2026, 10, 1), date(2026, 10, 11))
_UP = BurnUp(
    _TIME,
    date(2026, 10, 6),
    points=[(date(2026, 10, 1), 0.0), (date(2026, 10, 6), 0.5)],
    guides=[[(date(2026, 10, 1), 0.0), (date(2026, 10, 11), 1.0)]],
    levels=[Level(0.0, 20.0), Level(1.0, 10.0)],
)


def _drawn(burn_up: BurnUp, *, width: int = 34, rows: int = 3, plain: bool = True) -> list[str]:
    chart = Chart(width, rows, glyphs(ascii_only=plain), unit="s")
    return [line.plain.rstrip() for line in chart.draw(burn_up)]


def test_a_chart_has_its_axes_and_its_ends(golden: Golden) -> None:
    golden("show/chart-ascii.txt", "\n".join([*_drawn(_UP), ""]))
    golden("show/chart.txt", "\n".join([*_drawn(_UP, plain=False), ""]))


def test_today_is_named_where_there_is_room() -> None:
    assert _drawn(_UP, width=60)[-1].split() == ["2026-10-01", "2026-10-06", "2026-10-10"]


def test_today_is_not_marked_after_the_end() -> None:
    lines = _drawn(_UP._replace(now=date(2026, 12, 1)))
    assert not any("|" in line[6:] for line in lines)
    assert "+" not in lines[-2].replace("+-", "--", 1)


def test_in_braille_dots_are_finer() -> None:
    top, middle, bottom, *_ = _drawn(_UP, plain=False)
    assert "⠤" in middle
    assert all("⠀" <= sign <= "⣿" or sign in " │┤10s2" for sign in top + middle + bottom)


def test_what_is_stepped_stays_until_the_next_point() -> None:
    done = [(date(2026, 10, 2), 0.0), (date(2026, 10, 4), 1.0)]
    lines = _drawn(_UP._replace(points=done, guides=[], stepped=True))
    assert lines[0].count("*") > 5
    assert lines[2].count("*") > 5


def test_without_levels_progress_is_named_and_values_are() -> None:
    assert _drawn(_UP._replace(levels=[]))[0].startswith("100% +")
    values = _UP._replace(levels=[], by_value=True, guides=[])
    assert _drawn(values)[0].startswith("0.5 s +")
    assert chart_legend(values, ascii_only=True) == "* measured"
    assert chart_legend(_UP._replace(by_value=True), ascii_only=False) == "⠒ measured   ⠂ bound"


_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@given(
    st.lists(st.tuples(st.dates(), _NUMBERS), max_size=5),
    st.integers(0, 120),
    st.booleans(),
    st.booleans(),
    st.dates(),
)
def test_every_chart_fits(
    points: list[tuple[date, float]],
    width: int,
    by_value: bool,  # noqa: FBT001
    plain: bool,  # noqa: FBT001
    now: date,
) -> None:
    burn_up = _UP._replace(points=points, by_value=by_value, levels=[], now=now)
    lines = _drawn(burn_up, width=max(width, 40), plain=plain)
    assert len(lines) == 5
    assert all(cell_len(line) <= max(width, 40) for line in lines)


def test_a_time_of_no_day_is_drawn() -> None:
    nothing = Period(date(2026, 10, 1), date(2026, 10, 1))
    assert len(_drawn(_UP._replace(time=nothing))) == 5


@pytest.mark.parametrize(("fine", "sign"), [(True, "⣀"), (False, "*")])
def test_a_canvas_counts_from_the_lower_left(fine: bool, sign: str) -> None:  # noqa: FBT001
    canvas = Canvas(2, 2, fine=fine)
    canvas.line([(0.0, 0.0), (1.0, 0.0)])
    assert canvas.cells(1, "*") == [sign, sign]
    assert canvas.cells(0, "*") == [" ", " "]
    assert (canvas.row(0.0), canvas.row(1.0)) == (1, 0)


def test_one_point_is_a_dot_and_a_guide_has_gaps() -> None:
    canvas = Canvas(3, 1, fine=False)
    canvas.line([(0.5, 0.0)])
    assert canvas.cells(0, "*") == [" ", "*", " "]
    canvas = Canvas(3, 1, fine=False)
    canvas.line([(0.0, 0.0), (1.0, 0.0)], 2)
    assert canvas.cells(0, ".") == [".", " ", "."]
