"""The formats of `okr lint` through the real binary: whole outputs, schemas, files, GitHub."""

import json
import os
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.render import official_schemas, report_schemas
from tests.running import Copied, Golden, Okr

SUFFIXES = {
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "junit": "junit.xml",
    "rdjson": "rdjson",
}
SCHEMAS = {
    "sarif": report_schemas.SARIF,
    "gitlab": report_schemas.GITLAB,
    "rdjson": report_schemas.RDJSON,
}
FORMATS = ("full", "concise", "json", "sarif", *SUFFIXES)
CASES = ("chosen", "clean", "empty", "hostile", "messy", "newcomer", "tabs", "wide")
COUNTS = "4 objectives, 6 key results in 4 files: 6 errors, 2 warnings, 3 pieces of advice\n"


@pytest.mark.parametrize("output_format", SUFFIXES)
def test_the_whole_report(output_format: str, okr: Okr, workspace: Copied, golden: Golden) -> None:
    run = okr("lint", "--format", output_format, cwd=workspace("lint/chosen"))
    golden(f"lint/chosen.{SUFFIXES[output_format]}", run.stdout)
    assert (run.code, run.stderr) == (1, "")


@pytest.mark.parametrize("case", CASES)
def test_every_report_is_what_its_readers_expect(case: str, okr: Okr, workspace: Copied) -> None:
    folder = workspace(f"lint/{case}")
    for output_format, schema in SCHEMAS.items():
        run = okr("lint", "--format", output_format, cwd=folder)
        report_schemas.check(json.loads(run.stdout), schema)
        if output_format == "sarif":
            official_schemas.validator(official_schemas.SARIF).validate(json.loads(run.stdout))
    junit = okr("lint", "--format", "junit", cwd=folder)
    assert ET.fromstring(junit.stdout.encode()).tag == "testsuites"  # noqa: S314 - our own text


@pytest.mark.parametrize("output_format", FORMATS)
def test_hostile_files_reach_no_reader(output_format: str, okr: Okr, workspace: Copied) -> None:
    folder = workspace("lint/hostile")
    if os.name != "nt":
        (folder / "okrs" / "a\x1b[31m\u202e\n::error::b,c:d%0A.yaml").write_text("team: growth\n")
    run = okr("lint", "--format", output_format, cwd=folder)
    assert run.code == 1
    assert not {"\x1b", "\u202e"} & set(run.stdout)
    if output_format == "github":
        *commands, _ = run.stdout.splitlines()
        assert all(line.startswith(("::error file=", "::warning file=", "::notice file="))
                   for line in commands)  # fmt: skip
    elif output_format != "full":
        assert not any(line.startswith("::") for line in run.stdout.splitlines())


@pytest.mark.parametrize("output_format", ["sarif", "github", "gitlab", "junit"])
def test_forges_get_paths_of_the_repository(
    output_format: str, okr: Okr, workspace: Copied
) -> None:
    folder = workspace("lint/chosen")
    (folder.parent / ".git").mkdir()
    run = okr("lint", "--format", output_format, cwd=folder / "okrs")
    assert "chosen/okrs/2026-Q4/growth.yaml" in run.stdout
    assert "../" not in run.stdout
    assert str(folder) not in run.stdout


def test_in_github_actions_the_default_is_for_github(okr: Okr, workspace: Copied) -> None:
    folder = workspace("lint/chosen")
    explicit = okr("lint", "--format", "github", cwd=folder)
    env = {"GITHUB_ACTIONS": "true"}
    assert okr("lint", cwd=folder, env=env) == explicit
    assert okr("lint", "--format", "full", cwd=folder, env=env) == okr("lint", cwd=folder)
    assert okr("lint", "--statistics", cwd=folder, env=env).stdout.startswith("1  error[")


def test_the_summary_of_the_job_is_added_to(
    okr: Okr, workspace: Copied, tmp_path: Path, golden: Golden
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    env = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    assert okr("lint", cwd=workspace("lint/chosen"), env=env).code == 1
    before, rest = summary.read_text().split("\n", 1)
    assert before == "before"
    golden("lint/chosen.summary.md", rest)
    okr("lint", "--format", "json", cwd=workspace("lint/chosen"), env=env)
    assert summary.read_text() == f"before\n{rest}"


def test_a_summary_that_cannot_be_written_is_a_warning(okr: Okr, workspace: Copied) -> None:
    env = {"GITHUB_STEP_SUMMARY": "no/such/folder"}
    run = okr("lint", "--format", "github", cwd=workspace("lint/clean"), env=env)
    assert run.code == 0
    assert run.stderr.startswith("okr: warning: the job summary no/such/folder cannot be written")


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_file_holds_what_would_be_shown(output_format: str, okr: Okr, workspace: Copied) -> None:
    folder = workspace("lint/chosen")
    (folder / "report").write_text("old and longer " * 10_000)
    shown = okr("lint", "--format", output_format, cwd=folder)
    run = okr("lint", "--format", output_format, "--output", "report", cwd=folder)
    assert (run.code, run.stdout, run.stderr) == (1, "", COUNTS)
    assert (folder / "report").read_text() == shown.stdout
    assert len(list(folder.iterdir())) == 3


def test_a_file_has_no_colour_and_is_for_people_unless_asked(okr: Okr, workspace: Copied) -> None:
    folder = workspace("lint/chosen")
    env = {"FORCE_COLOR": "1", "NO_COLOR": "", "GITHUB_ACTIONS": "true", "COLUMNS": "150"}
    okr("lint", "-o", "report", cwd=folder, env=env)
    assert (folder / "report").read_text() == okr("lint", cwd=folder).stdout


def test_a_file_that_cannot_be_written_is_told(okr: Okr, workspace: Copied) -> None:
    folder = workspace("lint/clean")
    run = okr("lint", "--output", "no/such/file", cwd=folder)
    assert (run.code, run.stdout) == (3, "")
    assert run.stderr.startswith("okr: error: ")
    assert okr("lint", "--output", "okrs", cwd=folder).code == 2


def test_statistics(okr: Okr, workspace: Copied) -> None:
    folder = workspace("lint/chosen")
    run = okr("lint", "--statistics", cwd=folder)
    assert run.code == 1
    assert run.stdout.splitlines()[0] == "1  error[duplicate-id]"
    assert run.stdout.endswith(COUNTS)
    as_json = json.loads(okr("lint", "--statistics", "--format", "json", cwd=folder).stdout)
    assert sum(each["count"] for each in as_json["statistics"]) == 11
    refused = okr("lint", "--statistics", "--format", "sarif", cwd=folder)
    assert (refused.code, refused.stdout) == (2, "")


def test_exit_zero(okr: Okr, workspace: Copied) -> None:
    run = okr("lint", "--exit-zero", cwd=workspace("lint/chosen"))
    assert run.code == 0
    assert run.stdout.endswith(COUNTS)


def _rules(okr: Okr, folder: Path, *arguments: str) -> set[str]:
    run = okr("lint", "--format", "json", *arguments, cwd=folder)
    assert run.stderr == ""
    return {finding["rule"] for finding in json.loads(run.stdout)["findings"]}


def test_rules_can_be_chosen_for_a_run(okr: Okr, workspace: Copied) -> None:
    folder = workspace("lint/chosen")
    measure = {"missing-unit", "zero-distance"}
    assert _rules(okr, folder, "--select", "unknown-field") == {"unknown-field"}
    assert _rules(okr, folder, "--select", "measure") == measure
    assert _rules(okr, folder, "--select", "measure,unknown-field") == {*measure, "unknown-field"}
    assert _rules(okr, folder, "--select", "measure", "--ignore", "missing-unit") == {
        "zero-distance"
    }
    assert _rules(okr, folder, "--ignore", "missing-unit", "--ignore", "form , focus") == {
        "zero-distance",
        "undeclared-ambition",
    }


def test_the_settings_choose_and_the_command_line_chooses_again(
    okr: Okr, workspace: Copied
) -> None:
    folder = workspace("lint/chosen")
    settings = folder / "okr.toml"
    settings.write_text('[lint]\nselect = ["measure"]\nignore = ["missing-unit"]\n')
    assert _rules(okr, folder) == {"zero-distance"}
    assert "unknown-field" in _rules(okr, folder, "--select", "form")
    settings.write_text('[lint]\nselect = ["measure"]\nseverity = { measure = "warning" }\n')
    assert okr("lint", cwd=folder).code == 0


def test_a_file_that_cannot_be_read_is_told_whatever_is_selected(
    okr: Okr, workspace: Copied
) -> None:
    folder = workspace("lint/clean")
    (folder / "okrs" / "broken.yaml").write_text("a: [")
    assert _rules(okr, folder, "--select", "clarity") == {"invalid-yaml"}
    assert not _rules(okr, folder, "--select", "clarity", "--ignore", "form")


def test_a_rule_that_does_not_exist_is_wrong_use(okr: Okr, workspace: Copied) -> None:
    run = okr("lint", "--select", "form,measures", cwd=workspace("lint/clean"))
    assert (run.code, run.stdout) == (2, "")
    assert run.stderr.splitlines() == [
        "okr: error: --select: no rule is called 'measures'",
        "  hint: did you mean 'measure'?",
    ]
