"""The log for spreadsheets."""

import csv
from io import StringIO

from okrcli.render.csv_text import csv_number, csv_text
from okrcli.render.log.csv import log_csv
from tests.render.logs import empty, odd, quarter
from tests.running import Golden


def test_a_log_as_csv(golden: Golden) -> None:
    golden("log/quarter.csv", log_csv(quarter()))


def test_no_text_becomes_a_formula_or_a_line(golden: Golden) -> None:
    written = log_csv(odd())
    golden("log/odd.csv", written)
    rows = list(csv.DictReader(StringIO(written)))
    assert len(rows) == len(written.splitlines()) - 1
    assert [row["author"] for row in rows if row["event"] == "check-in"][1] == "'=cmd()"


def test_nothing_is_a_header() -> None:
    assert len(log_csv(empty()).splitlines()) == 1


def test_cells() -> None:
    assert [csv_text(text) for text in (None, "", "a", "-1", "+x", "@x", "\tx")] == [
        "",
        "",
        "a",
        "'-1",
        "'+x",
        "'@x",
        "'\\x09x",
    ]
    assert [csv_number(value) for value in (None, 5.0, -0.5)] == ["", "5", "-0.5"]
