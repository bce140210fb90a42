"""Counts by rule."""

import json

from okrcli.render.findings.findings import Findings
from okrcli.render.findings.statistics import statistics, statistics_json
from okrcli.render.terminal.style import Style
from tests.render.views import ordinary


def _many() -> Findings:
    view = ordinary()
    return view._replace(findings=[*view.findings, *[view.findings[2]] * 10])


def test_the_most_frequent_rule_comes_first() -> None:
    assert statistics(_many(), Style()).splitlines() == [
        "11  warning[near-duplicate]",
        " 1  error[unknown-person]",
        " 1  error[unreadable-file]",
        " 1  advice[missing-unit]",
        "2 objectives, 5 key results in 4 files: 2 errors, 11 warnings, 1 piece of advice",
    ]


def test_as_json() -> None:
    document = json.loads(statistics_json(_many()))
    first = {"rule": "near-duplicate", "severity": "warning", "count": 11}
    assert (document["version"], document["statistics"][0]) == (1, first)


def test_without_findings_there_is_the_summary() -> None:
    assert statistics(Findings(), Style()) == "no OKR files here: nothing was checked\n"
