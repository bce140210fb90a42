"""The CSV that spreadsheets read."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.progress.report import Report
from okrcli.render.progress.csv import progress_csv
from okrcli.render.text import clean
from tests.render.odd_reports import empty, everything
from tests.render.report_cases import monday
from tests.running import Golden


def _read(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(progress_csv(report), newline="")))


def _titled(title: str) -> Report:
    report = monday()
    section = report.sections[0]
    first = section.objectives[0]
    named = first._replace(objective=first.objective._replace(title=title))
    return report._replace(sections=[section._replace(objectives=[named])])


@pytest.mark.parametrize(
    ("name", "report"), [("monday", monday()), ("everything", everything()), ("empty", empty())]
)
def test_a_report_as_csv(golden: Golden, name: str, report: Report) -> None:
    golden(f"progress/{name}.csv", progress_csv(report))


def test_there_is_a_row_for_each_key_result() -> None:
    assert [row["key_result"] for row in _read(monday())] == [
        *("day7", "setup", "spain", "invited", "p95", "uptime", "soc2")
    ]


def test_numbers_are_exact_and_what_is_not_known_is_empty() -> None:
    day7, *_, soc2 = _read(monday())
    assert (day7["baseline"], day7["current"]) == ("31", "36.5")
    assert float(day7["progress"]) == 0.3928571428571429
    assert (soc2["baseline"], soc2["confidence"], soc2["last_check_in"]) == ("", "", "")


def test_a_negative_number_is_a_number_and_no_text() -> None:
    minus = next(row for row in _read(everything()) if row["key_result"] == "minus")
    assert (minus["baseline"], minus["current"], minus["progress"]) == ("-5", "-62.5", "-5.75")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_is_never_a_formula(sign: str) -> None:
    title = _read(_titled(f"{sign}1+1"))[0]["objective_title"]
    assert title == "'" + clean(sign) + "1+1"


@given(st.text())
def test_any_title_reads_back(title: str) -> None:
    rows = _read(_titled(title))
    assert len(rows) == 3
    assert {row["objective_title"] for row in rows} <= {clean(title), f"'{clean(title)}"}
