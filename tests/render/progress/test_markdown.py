"""The Markdown that people paste."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.progress.report import Report
from okrcli.model.organization import Team
from okrcli.render.progress.markdown import progress_markdown
from tests.render.odd_reports import empty, everything, filtered
from tests.render.report_cases import monday
from tests.running import Golden


@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("monday", monday()),
        ("everything", everything()),
        ("empty", empty()),
        ("filtered", filtered()),
    ],
)
def test_a_report_as_markdown(golden: Golden, name: str, report: Report) -> None:
    golden(f"progress/{name}.md", progress_markdown(report))


def test_a_gap_in_the_history_is_told_before_any_table() -> None:
    written = progress_markdown(everything())
    assert written.index("> **History is incomplete:**") < written.index("| Obj")
    assert "> " not in progress_markdown(monday())


def test_every_row_of_a_table_has_as_many_cells() -> None:
    rows = [line for line in progress_markdown(everything()).splitlines() if line.startswith("|")]
    assert {_cells(row) for row in rows} == {6}


@given(st.text())
def test_no_title_breaks_a_table(title: str) -> None:
    report = monday()
    section = report.sections[0]
    first = section.objectives[0]
    named = first._replace(objective=first.objective._replace(title=title))
    shown = report._replace(
        sections=[section._replace(objectives=[named])], root=Team("company", title)
    )
    rows = [line for line in progress_markdown(shown).split("\n") if line.startswith("|")]
    assert len(rows) == 6
    assert {_cells(row) for row in rows} == {6}


def _cells(row: str) -> int:
    return row.replace("\\\\", "").replace("\\|", "").count("|") - 1
