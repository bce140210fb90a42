"""The head of a report on a terminal."""

from okrcli.render.glyphs import glyphs
from okrcli.render.terminal.layout import layout
from okrcli.render.terminal.moment_head import opening
from tests.render.odd_reports import everything
from tests.render.report_cases import monday

_LAYOUT = layout(80, glyphs(ascii_only=False))


def test_the_first_line_says_what_the_table_is() -> None:
    assert [line.plain for line in opening(monday(), _LAYOUT)] == [
        "2026-Q4 · day 52 of 92 (57%) · as of 2026-11-22 · history: 123 commits"
    ]


def test_a_gap_in_the_history_is_told_at_once() -> None:
    _, warning, *_ = opening(everything(), _LAYOUT)
    assert warning.plain.startswith("! history is incomplete: this is a shallow clone")


def test_a_gap_without_words_is_told_too() -> None:
    report = everything()
    _, warning = opening(report._replace(history=report.history._replace(gap=None)), _LAYOUT)
    assert warning.plain == "! history is incomplete: some of it could not be seen"
