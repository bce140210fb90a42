"""SARIF: the whole report, its schema, and what may not be in it."""

import json
from typing import Any

import pytest

from okrcli.model.finding import Severity
from okrcli.render.findings.findings import Findings
from okrcli.render.findings.sarif import RuleHelp, findings_sarif
from tests.render import official_schemas, report_schemas
from tests.render.views import hostile, ordinary
from tests.running import Golden

PARTS = {"What it checks": "`owner` is a person.", "Problem": "```yaml\nowner: anna\n```"}
RULES = [
    RuleHelp("unknown-person", "form", Severity.ERROR, "Flag a stranger.", PARTS, (5,)),
    RuleHelp("missing-unit", "measure", Severity.ADVICE, "Flag a number without a unit."),
]


def _read(view: Findings) -> Any:  # noqa: ANN401 - any JSON
    return json.loads(findings_sarif(view, RULES, "1.2.3"))


def test_the_whole_report(golden: Golden) -> None:
    golden("findings/ordinary.sarif", findings_sarif(ordinary(), RULES, "1.2.3"))


@pytest.mark.parametrize("view", [Findings(), ordinary(), hostile()])
def test_it_is_what_the_standard_allows(view: Findings) -> None:
    report_schemas.check(_read(view), report_schemas.SARIF)


@pytest.mark.parametrize("view", [Findings(), ordinary(), hostile()])
def test_its_official_schema_accepts_it(view: Findings) -> None:
    official_schemas.validator(official_schemas.SARIF).validate(_read(view))


def test_its_official_schema_is_more_than_words() -> None:
    report = _read(ordinary())
    del report["runs"][0]["tool"]
    assert not official_schemas.validator(official_schemas.SARIF).is_valid(report)


def test_a_result_names_its_rule_by_number() -> None:
    run = _read(ordinary())["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    named = [result for result in run["results"] if "ruleIndex" in result]
    assert len(named) == 2
    for result in named:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_fingerprint_survives_moving_lines_and_nothing_shares_it() -> None:
    view = ordinary()
    moved = [
        each._replace(span=each.span and each.span._replace(line=each.span.line + 7))
        for each in view.findings
    ]
    first, second = (
        [result["partialFingerprints"] for result in _read(each)["runs"][0]["results"]]
        for each in (view, view._replace(findings=moved))
    )
    assert first == second
    assert len({each["okrFinding/v1"] for each in first}) == len(first)


def test_foreign_text_becomes_no_link_and_no_control_character() -> None:
    text = findings_sarif(hostile(), [], "1")
    assert not set(text) & {"\x1b", "\x07", "\u202e"}
    said = json.loads(text)["runs"][0]["results"][0]["message"]["text"]
    assert "](" not in said.replace("\\]", "")
    assert "\\x1b" in said
