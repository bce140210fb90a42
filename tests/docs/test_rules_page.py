"""docs/rules.md is what the rules say of themselves; `--update-golden` writes it anew."""

import re

import pytest

from okrcli.rules.audit_rules import EVERY_RULE
from okrcli.rules.documentation import PRACTICES
from okrcli.rules.page import rules_page
from tests.running import PROJECT

PAGE = PROJECT / "docs" / "rules.md"


def test_the_page_is_what_the_rules_say(request: pytest.FixtureRequest) -> None:
    written = rules_page(EVERY_RULE)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(written, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written


def test_every_rule_has_one_section_and_a_line_in_the_table_of_its_family() -> None:
    text = PAGE.read_text(encoding="utf-8")
    headings = re.findall(r"^### (.+)$", text, re.MULTILINE)
    assert sorted(headings) == sorted(rule.name for rule in EVERY_RULE)
    assert all(text.count(f"| [{rule.name}](#{rule.name}) |") == 1 for rule in EVERY_RULE)


def test_the_parts_of_a_page_stand_outside_of_code() -> None:
    fences = 0
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        fences += line.startswith("```")
        assert not (line.startswith("**") and fences % 2), line
    assert fences == 2 * len(EVERY_RULE)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.name)
def test_a_rule_names_practices_that_there_are(rule: object) -> None:
    assert set(getattr(rule, "practices", ())) <= set(PRACTICES)


def test_links_lead_to_headings_that_there_are() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for page, anchor in re.findall(r"\]\(([a-z]+\.md)#([\w-]+)\)", text):
        headings = re.findall(r"^#+ (.+)$", (PAGE.parent / page).read_text("utf-8"), re.MULTILINE)
        plain = {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}
        assert anchor in plain
