"""A comparison on a terminal."""

import pytest
from rich.cells import cell_len

from okrcli.analysis.changes.changes import Changes
from okrcli.render.diff.json import diff_json
from okrcli.render.diff.table import diff_table
from tests.render.diffs import diff, odd
from tests.running import Golden


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_what_is_hostile_stays_a_text_of_the_width(width: int, golden: Golden) -> None:
    shown = diff_table(odd(), width=width, color=False)
    assert "\x1b" not in shown
    assert all(cell_len(line) <= width for line in shown.splitlines())
    golden(f"diff/odd-{width}.txt", shown)


def test_a_poor_terminal_gets_ascii() -> None:
    assert diff_table(odd(), width=80, color=False, ascii_only=True).isascii()


def test_colour_adds_nothing_but_colour() -> None:
    colored = diff_table(odd(), width=80, color=True)
    assert "\x1b[" in colored


def test_nothing_is_told_as_nothing() -> None:
    shown = diff_table(diff(Changes()), width=80, color=False)
    assert shown.splitlines()[-1] == "No goal differs."


def test_json_of_hostile_texts(golden: Golden) -> None:
    golden("diff/odd.json", diff_json(odd()))
