"""`okr rules`: the list, one rule's page, and every format."""

import json
from pathlib import Path

import pytest

from okrcli.render.text import width
from okrcli.rules.audit_rules import EVERY_RULE
from tests.running import PROJECT, Golden, Okr

RULE = "near-duplicate"
FORMATS = {"table": "txt", "json": "json", "markdown": "md"}


@pytest.mark.parametrize("output_format", FORMATS)
def test_one_rule_in_every_format(
    output_format: str, okr: Okr, tmp_path: Path, golden: Golden
) -> None:
    run = okr("rules", RULE, "--format", output_format, cwd=tmp_path)
    assert (run.code, run.stderr) == (0, "")
    golden(f"rules_command/{RULE}.{FORMATS[output_format]}", run.stdout)


def test_a_rule_that_is_off_tells_how_to_ask_for_it(
    okr: Okr, tmp_path: Path, golden: Golden
) -> None:
    golden("rules_command/field-order.txt", okr("rules", "field-order", cwd=tmp_path).stdout)


def test_a_family_is_listed(okr: Okr, tmp_path: Path, golden: Golden) -> None:
    golden("rules_command/ownership.txt", okr("rules", "ownership", cwd=tmp_path).stdout)
    wide = okr("rules", "focus", cwd=tmp_path, env={"COLUMNS": "120"})
    assert "a team with more objectives in a cycle than its limit\n" in wide.stdout


def test_all_rules_are_listed_in_lines_that_fit(okr: Okr, tmp_path: Path) -> None:
    run = okr("rules", cwd=tmp_path)
    assert (run.code, run.stderr) == (0, "")
    lines = run.stdout.splitlines()
    assert max(map(width, lines)) <= 80
    for rule in EVERY_RULE:
        line = next(line for line in lines if line.startswith(f"  {rule.name} "))
        assert f" {'off' if rule.off_by_default else rule.severity} " in line


@pytest.mark.parametrize("name", ["placeholder-text", "date-outside-cycle", "alignment-cycle"])
@pytest.mark.parametrize("columns", [80, 200])
def test_a_page_fits_and_is_never_too_wide_to_read(
    name: str, columns: int, okr: Okr, tmp_path: Path
) -> None:
    run = okr("rules", name, cwd=tmp_path, env={"COLUMNS": str(columns)})
    assert run.code == 0
    assert max(map(width, run.stdout.splitlines())) <= min(columns, 100)


def test_colour_marks_the_severity(okr: Okr, tmp_path: Path) -> None:
    env = {"FORCE_COLOR": "1", "NO_COLOR": ""}
    run = okr("rules", "several-owners", cwd=tmp_path, env=env)
    assert "\x1b[1;31merror\x1b[0m" in run.stdout


def test_json_holds_all_rules(okr: Okr, tmp_path: Path) -> None:
    document = json.loads(okr("rules", "--format", "json", cwd=tmp_path).stdout)
    assert document["version"] == 1
    assert [rule["name"] for rule in document["rules"]] == [rule.name for rule in EVERY_RULE]
    assert all(rule["remedy"] and "```" not in rule["problem"] for rule in document["rules"])


def test_markdown_is_the_page_of_the_documentation(okr: Okr, tmp_path: Path) -> None:
    run = okr("rules", "--format", "markdown", cwd=tmp_path)
    assert run.stdout == (PROJECT / "docs" / "rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("near-duplicat", "did you mean 'near-duplicate'?"),
        ("orphan", "did you mean 'orphan-objective'?"),
        ("quite-another-thing", "`okr rules` lists them"),
        ("", "`okr rules` lists them"),
    ],
)
def test_an_unknown_name_is_wrong_use(name: str, hint: str, okr: Okr, tmp_path: Path) -> None:
    run = okr("rules", name, cwd=tmp_path)
    assert (run.code, run.stdout) == (2, "")
    assert run.stderr == f"okr: error: no rule is called '{name}'\n  hint: {hint}\n"
