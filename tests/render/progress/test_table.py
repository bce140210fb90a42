"""The table that a team prints every Monday."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from okrcli.analysis.progress.report import Report
from okrcli.model.organization import Team
from okrcli.render.progress.table import progress_table
from tests.render.odd_reports import empty, ended, everything, filtered
from tests.render.report_cases import monday
from tests.running import Golden

_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 160])
@pytest.mark.parametrize(("name", "report"), [("monday", monday()), ("everything", everything())])
def test_a_report_as_a_table(golden: Golden, name: str, report: Report, width: int) -> None:
    golden(f"progress/{name}-{width}.txt", progress_table(report, width=width, color=False))


@pytest.mark.parametrize(
    ("name", "report"), [("empty", empty()), ("filtered", filtered()), ("ended", ended())]
)
def test_a_special_report_as_a_table(golden: Golden, name: str, report: Report) -> None:
    golden(f"progress/{name}.txt", progress_table(report, width=80, color=False))


def test_a_table_in_colour(golden: Golden) -> None:
    golden("progress/monday-color.txt", progress_table(monday(), width=80, color=True))


def test_a_table_in_ascii(golden: Golden) -> None:
    written = progress_table(monday(), width=80, color=False, ascii_only=True)
    golden("progress/monday-ascii.txt", written)


@pytest.mark.parametrize("width", [20, 80, 120])
def test_in_ascii_every_text_is_ascii(width: int) -> None:
    assert progress_table(everything(), width=width, color=False, ascii_only=True).isascii()


@pytest.mark.parametrize("width", [20, 50, 80, 120, 200])
def test_colour_changes_no_character(width: int) -> None:
    for report in (monday(), everything()):
        plain = progress_table(report, width=width, color=False)
        assert _ESCAPES.sub("", progress_table(report, width=width, color=True)) == plain


def test_a_status_is_never_told_by_colour_alone() -> None:
    written = progress_table(monday(), width=80, color=False)
    assert all(word in written for word in ("behind", "at risk", "outdated", "on track"))


def test_what_is_not_measured_has_no_percentage() -> None:
    section = everything().sections[0]
    shown = everything()._replace(sections=[section], filtered=True)
    rows = progress_table(shown, width=80, color=False).splitlines()
    unmeasured = [row for row in rows if "? not measured" in row and "100" not in row]
    assert len(unmeasured) == 3
    assert not any("%" in row for row in unmeasured)


@given(st.text(), st.integers(0, 160), st.booleans())
def test_every_line_fits_whatever_people_write(title: str, width: int, ascii_only: bool) -> None:  # noqa: FBT001 - drawn
    report = _saying(title)
    written = progress_table(report, width=width, color=False, ascii_only=ascii_only)
    assert all(cell_len(line) <= max(width, 20) for line in written.split("\n"))
    assert "\x1b" not in written


def _saying(text: str) -> Report:
    """Build a report in which every text is the same."""
    report = everything()
    section = report.sections[1]
    first = section.objectives[0]
    told = [
        key_result._replace(
            owner=text,
            key_result=key_result.key_result._replace(
                title=text, unit=text, note=text, blocker=text
            ),
            last_check_in=key_result.last_check_in
            and key_result.last_check_in._replace(author=text),
        )
        for key_result in first.key_results
    ]
    objective = first.objective._replace(title=text, owner=text, ambition=text)
    shown = first._replace(objective=objective, supports=[text], key_results=told)
    return report._replace(
        sections=[section._replace(objectives=[shown])],
        root=Team("company", text),
        history=report.history._replace(gap=text),
    )
