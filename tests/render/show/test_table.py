"""Everything about one objective or key result, in a terminal."""

import re

import pytest
from rich.cells import cell_len

from okrcli.analysis.detail import Detail
from okrcli.render.show.table import show_table
from tests.render.details import bare, bound, hostile, metric, milestones, objective
from tests.running import Golden

_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
_ALL = {
    "objective": objective(),
    "metric": metric(),
    "bound": bound(),
    "milestones": milestones(),
    "hostile": hostile(),
    "bare": bare(),
}


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize(("name", "detail"), _ALL.items())
def test_a_sheet(golden: Golden, name: str, detail: Detail, width: int) -> None:
    golden(f"show/{name}-{width}.txt", show_table(detail, width=width, color=False))


def test_a_sheet_in_colour_and_in_ascii(golden: Golden) -> None:
    golden("show/metric-color.txt", show_table(metric(), width=80, color=True))
    golden("show/metric-ascii.txt", show_table(metric(), width=80, color=False, ascii_only=True))


@pytest.mark.parametrize("detail", _ALL.values(), ids=_ALL)
def test_in_ascii_every_text_is_ascii(detail: Detail) -> None:
    assert show_table(detail, width=80, color=False, ascii_only=True).isascii()


@pytest.mark.parametrize("width", [0, 21, 37, 59, 75, 77, 111, 113, 200])
@pytest.mark.parametrize("detail", _ALL.values(), ids=_ALL)
def test_every_line_fits_and_nothing_escapes(detail: Detail, width: int) -> None:
    plain = show_table(detail, width=width, color=False)
    assert all(cell_len(line) <= max(width, 20) for line in plain.split("\n"))
    assert "\x1b" not in plain
    assert "\u202e" not in plain
    assert _ESCAPES.sub("", show_table(detail, width=width, color=True)) == plain
