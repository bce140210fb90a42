"""The rows of the table."""

from rich.text import Text

from okrcli.analysis.progress.report import KeyResultReport
from okrcli.model.key_result import KeyResult
from okrcli.render.glyphs import glyphs
from okrcli.render.progress.rows import Rows
from okrcli.render.terminal.layout import layout
from tests.render.report_cases import NOW, key_result, monday

_ROWS = Rows(layout(80, glyphs(ascii_only=False)), NOW)
_WIDE = Rows(layout(120, glyphs(ascii_only=False)), NOW)
_METRIC = KeyResult("m", "Short", baseline=31.0, target=45.0, current=36.5)


def _plain(rows: Rows, report: KeyResultReport) -> list[str]:
    first = monday().sections[0].objectives[0]
    lines = list(rows.objective(first._replace(key_results=[report])))
    return [line.plain.rstrip() for line in lines if isinstance(line, Text)][-2:]


def test_a_key_result_is_two_lines_beneath_its_objective() -> None:
    first, second = _plain(_ROWS, key_result(_METRIC, 0.39, trend=[0.0, 0.39]))
    assert first.split() == ["Short", "━━━━━──┃─────", "39%", "●", "on", "track"]
    assert second.split() == ["36.5", "→", "45", "▁▇", "ana", "5d"]


def test_an_owner_is_named_who_is_not_the_objective_s() -> None:
    _, second = _plain(_ROWS, key_result(_METRIC, 0.39, owner="bo"))
    assert second.startswith("    bo ")


def test_an_overdue_check_in_is_marked() -> None:
    _, second = _plain(_ROWS, key_result(_METRIC, 0.39, stale=True))
    assert second.endswith("ana 5d!")


def test_what_nobody_checked_in_says_so() -> None:
    assert _plain(_ROWS, key_result(_METRIC, 0.39, said=None))[1].endswith("no check-in")
    assert _plain(_ROWS, key_result(_METRIC, 0.39, said=(None, 0)))[1].endswith("uncommitted")


def test_a_blocker_and_a_moved_goalpost_have_lines_of_their_own() -> None:
    report = key_result(_METRIC._replace(blocker="The banner"), 0.39, original=(31.0, 50.0, 0.29))
    assert _plain(_ROWS, report) == [
        "    moved: target 45, was 50; 29% of the original",
        "    blocked: The banner",
    ]


def test_a_wide_terminal_adds_what_was_expected_the_forecast_and_the_note() -> None:
    report = key_result(_METRIC._replace(note="Readout on Friday"), 0.39, forecast=0.71)
    first, second = _plain(_WIDE, report)
    assert first.endswith("57% expected")
    assert second.endswith("71% forecast")
    assert second.startswith("    Readout on Friday ")
    assert "forecast" not in "".join(_plain(_ROWS, report))
