"""Every rule: found where it should be, silent where it should not, documented, in its place."""

import re
from collections.abc import Sequence
from inspect import getsourcefile
from pathlib import Path
from typing import Any

import pytest

from okrcli.model.finding import Finding
from okrcli.model.ignore import Ignoring
from okrcli.render.findings.concise import findings_concise
from okrcli.render.findings.findings import Findings
from okrcli.render.terminal.style import Style
from okrcli.rules import RULES
from okrcli.rules.audit_rules import AUDIT_RULES, EVERY_RULE
from okrcli.rules.base import LintInput, LintRule, Rule
from okrcli.rules.documentation import documentation
from okrcli.rules.runner import in_order, run
from okrcli.store.loader import load, locate
from okrcli.store.settings_file import read_settings
from tests.running import DATA, Golden

FIXTURES = DATA / "rules"
READERS = {"invalid-yaml", "unreadable-file", "missing-field"}
FAMILIES = ["form", "clarity", "measure", "alignment", "ownership", "focus", "learning"]
AUDITED = ["rhythm", "ambition", "learning", "integrity"]


def _findings(root: Path, rule: LintRule) -> tuple[Sequence[Finding], str]:
    settings = read_settings(root)
    loaded = load(root, settings)
    ignoring = Ignoring(loaded.ignores)
    lint_input = LintInput(
        loaded.workspace, loaded.problems, ignoring, loaded.located, loaded.disorder
    )
    found = run(lint_input, settings)
    mine = in_order(locate((each for each in found if each.rule == rule.name), loaded.texts))
    return mine, findings_concise(Findings(mine), Style())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_fault_and_nothing_else(rule: LintRule, golden: Golden) -> None:
    found, text = _findings(FIXTURES / rule.name / "fail", rule)
    assert found
    golden(f"rules/{rule.name}.txt", "".join(text.splitlines(keepends=True)[:-1]))
    assert not _findings(FIXTURES / rule.name / "pass", rule)[0]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_finding_points_into_the_text_and_says_what_to_do(rule: LintRule) -> None:
    for finding in _findings(FIXTURES / rule.name / "fail", rule)[0]:
        assert finding.message[0].islower() or finding.message[0] in "'`0123456789"
        assert not finding.message.endswith(".")
        if rule.name not in READERS:
            assert finding.span is not None
            assert finding.hint


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.name)
def test_a_rule_is_documented_in_four_parts(rule: Rule[Any]) -> None:
    parts = documentation(rule)
    assert parts.summary.startswith("Flag ")
    assert parts.summary.endswith(".")
    assert "Source: " in parts.why
    assert re.fullmatch(r"```yaml\n.+\n```", parts.problem, re.DOTALL)
    assert all(parts)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.name)
def test_a_rule_stands_in_the_file_of_its_name_and_the_folder_of_its_family(
    rule: Rule[Any],
) -> None:
    path = Path(getsourcefile(type(rule)) or "")
    assert path.stem.replace("_", "-") == rule.name
    assert path.parent.name == rule.family
    assert type(rule).__name__ == "".join(map(str.capitalize, rule.name.split("-")))


def test_no_rule_is_listed_twice_and_every_file_is_listed() -> None:
    names = [rule.name for rule in EVERY_RULE]
    assert len(set(names)) == len(names)
    root = Path(getsourcefile(LintInput) or "").parent
    files = {path.stem.replace("_", "-") for path in root.glob("*/*.py")} - {"--init--"}
    assert files == set(names)


def test_rules_stand_in_the_order_of_their_families() -> None:
    for rules, families in ((RULES, FAMILIES), (AUDIT_RULES, AUDITED)):
        order = [families.index(rule.family) for rule in rules]
        assert order == sorted(order)


def test_no_fixture_is_without_a_rule() -> None:
    assert {path.name for path in FIXTURES.iterdir()} == {rule.name for rule in RULES}
