"""docs/reports.md shows what the reports say of the demo company."""

import re

import pytest

from tests.running import PROJECT, TESTS

_PAGE = (PROJECT / "docs" / "reports.md").read_text(encoding="utf-8")
_SHOWN = re.findall(r"```console\n\$ okr report (\w+)(?: \w+)?\n(.*?)```", _PAGE, re.DOTALL)


@pytest.mark.parametrize(("name", "sample"), _SHOWN)
def test_every_line_of_a_sample_is_one_that_the_report_has(name: str, sample: str) -> None:
    golden = TESTS / "golden" / "report" / f"{name}-80.txt"
    assert set(sample.splitlines()) <= set(golden.read_text(encoding="utf-8").splitlines())


def test_there_is_a_sample_of_every_report() -> None:
    assert {name for name, _ in _SHOWN} == {
        "week",
        "board",
        "cycle",
        "plan",
        "person",
        "health",
    }
