"""A report on dependencies in a terminal."""

import re
from datetime import date

import pytest
from rich.cells import cell_len

from okrcli.analysis.landscape.dependency_report import DependencyReport, dependency_report
from okrcli.model.cycle import Calendar
from okrcli.render.needs.json import needs_json
from okrcli.render.needs.markdown import needs_markdown
from okrcli.render.needs.table import needs_table
from okrcli.render.needs.words import headline
from tests.analysis.landscapes import goal, half, landscape
from tests.render.logs import HOSTILE

_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def _hostile(team: str | None = None, other: str | None = None) -> DependencyReport:
    """Report on dependencies in which every text is hostile."""
    early = half(due=date(2026, 12, 1), needs=("platform/goal", HOSTILE), title=HOSTILE)
    found = landscape(
        goal("growth/goal", key_results=[early], owner=HOSTILE, title=HOSTILE),
        goal(
            "platform/goal",
            key_results=[half(needs=("growth/goal/half",), current=1.0, title=HOSTILE)],
            owner=HOSTILE,
            title=HOSTILE,
        ),
    )
    cycle = Calendar().cycle("2026-Q4")
    assert cycle is not None
    report = dependency_report(found, [cycle], team, other)
    history = report.history._replace(complete=False, gap=HOSTILE)
    return report._replace(history=history)


@pytest.mark.parametrize("width", [0, 21, 40, 75, 76, 80, 120, 200])
@pytest.mark.parametrize("teams", [(None, None), ("growth", None), ("growth", "platform")])
def test_every_line_fits_and_nothing_escapes(
    width: int, teams: tuple[str | None, str | None]
) -> None:
    report = _hostile(*teams)
    plain = needs_table(report, width=width, color=False)
    assert all(cell_len(line) <= max(width, 20) for line in plain.split("\n"))
    assert "\x1b" not in plain
    assert "\u202e" not in plain
    assert _ESCAPES.sub("", needs_table(report, width=width, color=True)) == plain


def test_in_ascii_every_text_is_ascii() -> None:
    assert needs_table(_hostile(), width=80, color=False, ascii_only=True).isascii()


def test_other_formats_are_harmless_too() -> None:
    for text in (needs_markdown(_hostile()), needs_json(_hostile())):
        assert "\x1b" not in text
        assert "\u202e" not in text
    assert "<img" not in needs_markdown(_hostile())


def test_where_nothing_is_needed_it_says_so() -> None:
    nothing = _hostile()._replace(dependencies=[], circles=[])
    assert headline(nothing) == "No dependencies between teams"
    assert needs_table(nothing, width=80, color=False).count("\n") > 3
