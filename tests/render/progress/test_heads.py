"""The lines around the rows of the table."""

from okrcli.render.glyphs import glyphs
from okrcli.render.progress.heads import cycle_heading, legend, team_heading, totals
from okrcli.render.progress.rows import Rows
from okrcli.render.terminal.layout import layout
from tests.render.odd_reports import empty, filtered
from tests.render.report_cases import NOW, QUARTER, monday

_ROWS = Rows(layout(80, glyphs(ascii_only=False)), NOW)


def test_a_cycle_has_a_rule_to_the_edge() -> None:
    line = cycle_heading(QUARTER, _ROWS)
    assert line.plain.startswith("2026-Q4 · day 52 of 92 (57%) ──")
    assert line.cell_len == 80


def test_a_team_counts_all_its_objectives_whatever_is_shown() -> None:
    (all_of_it,) = team_heading(monday().sections[0], _ROWS)
    (some_of_it,) = team_heading(filtered().sections[0], _ROWS)
    assert all_of_it.plain.startswith("Growth · 2 objectives ")
    assert some_of_it.plain.startswith("Growth · 1 of 2 objectives ")
    assert all_of_it.plain.rstrip().endswith("46%   ▼ 1  ● 1")


def test_the_totals_count_everything_and_say_how_much_is_shown() -> None:
    lines = [line.plain.rstrip() for line in totals(filtered(), _ROWS)]
    assert lines[1].startswith("Acme ")
    assert lines[1].endswith("54%   57% expected")
    assert lines[2] == "3 objectives, 7 key results"
    assert lines[-1] == "showing 1 of 3 objectives"


def test_the_totals_of_nothing_are_not_measured() -> None:
    lines = [line.plain for line in totals(empty(), _ROWS)]
    assert lines[1].startswith("All ")
    assert "%" not in "".join(lines)


def test_the_signs_are_explained() -> None:
    assert any("┃ expected by now" in line.plain for line in legend(_ROWS))
