"""Which rules count: by name and by family, in settings and for one run."""

import pytest

from okrcli.errors import UsageError
from okrcli.model.finding import Severity
from okrcli.model.settings import LintSettings, Settings
from okrcli.rules import RULES
from okrcli.rules.choice import chosen, running, severity_of

ALWAYS = {"invalid-yaml", "duplicate-key", "unreadable-file", "unknown-document"}
BY_NAME = {rule.name: rule for rule in RULES}
ON = {rule.name for rule in RULES if not rule.off_by_default}
FORM = {rule.name for rule in RULES if rule.family == "form"}
ASKED = {"field-order": "advice"}
MEASURE = {rule.name for rule in RULES if rule.family == "measure"}


@pytest.mark.parametrize(
    ("lint", "names"),
    [
        (LintSettings(), ON),
        (LintSettings(select=["measure"]), MEASURE | ALWAYS),
        (LintSettings(select=["missing-unit"]), {"missing-unit"} | ALWAYS),
        (LintSettings(select=["measure"], ignore=["missing-unit", "form"]),
         MEASURE - {"missing-unit"}),
        (LintSettings(select=["missing-unit"], ignore=["measure"]), ALWAYS),
        (LintSettings(ignore=["measure"]), ON - MEASURE),
        (LintSettings(severity={"measure": "off", "missing-unit": "error"}),
         ON - MEASURE | {"missing-unit"}),
        (LintSettings(severity=ASKED), ON | {"field-order"}),
        (LintSettings(select=["field-order"]), ALWAYS | {"field-order"}),
        (LintSettings(select=["form"]), FORM - {"field-order"}),
        (LintSettings(select=["form"], severity=ASKED), FORM),
        (LintSettings(select=["measure"], severity=ASKED), MEASURE | ALWAYS),
        (LintSettings(severity={"form": "error"}), ON),
        (LintSettings(severity={"field-order": "off"}), ON),
        (LintSettings(select=["field-order"], ignore=["form"]), set()),
    ],
)  # fmt: skip
def test_which_rules_run(lint: LintSettings, names: set[str]) -> None:
    assert running(lint) == names


def test_a_rule_s_own_severity_goes_before_its_family_s() -> None:
    lint = LintSettings(severity={"measure": "warning", "missing-unit": "error"})
    assert severity_of(BY_NAME["missing-unit"], lint) is Severity.ERROR
    assert severity_of(BY_NAME["zero-distance"], lint) is Severity.WARNING


def test_a_run_selects_anew_and_ignores_more() -> None:
    settings = Settings(lint=LintSettings(select=("form",), ignore=("missing-unit",)))
    assert chosen(settings, (), ()) == settings
    lint = chosen(settings, ["measure"], ["zero-distance"]).lint
    assert (lint.select, lint.ignore) == (("measure",), ("missing-unit", "zero-distance"))


def test_a_name_must_exist() -> None:
    with pytest.raises(UsageError) as raised:
        chosen(Settings(), (), ["zero-distanse"])
    assert raised.value.message == "--ignore: no rule is called 'zero-distanse'"
