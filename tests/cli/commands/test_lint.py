"""`okr lint`: whole outputs, exit codes, and what must never happen."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from okrcli.render.text import width
from tests.running import DATA, PROJECT, Copied, Golden, Okr

CASES = ("clean", "empty", "hostile", "messy", "newcomer", "tabs", "wide")
FORMATS = {"full": "txt", "concise": "concise.txt", "json": "json"}
FAILING = {"hostile", "messy", "newcomer", "tabs", "wide"}
# What each message tells to do about the ten mistakes of lint/newcomer.
AS_TOLD = {
    "care.yaml": [
        (
            "Nobody waits: every shop gets an answer the same day",
            '"Nobody waits: every shop gets an answer the same day"',
        )
    ],
    "company.yaml": [("Q4 2026", "2026-Q4"), ("70%", "70")],
    "growth.yaml": [
        ("titel", "title"),
        ("ana and bo", "ana"),
        ("company/small-shop]", "company/small-shops]"),
        ("70", "70%"),
        ("31.12.2026", "2026-12-31"),
    ],
    "on-call.yaml": [("platfrom", "platform")],
    "platform.yaml": [("\t\t", "        ")],
}
ESCAPE = "\x1b"


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("case", CASES)
def test_the_whole_output(
    case: str, output_format: str, okr: Okr, workspace: Copied, golden: Golden
) -> None:
    run = okr("lint", "--format", output_format, cwd=workspace(f"lint/{case}"))
    golden(f"lint/{case}.{FORMATS[output_format]}", run.stdout)
    assert run.stderr == ""
    assert run.code == int(case in FAILING)


@pytest.mark.parametrize("case", CASES)
def test_full_output_fits_in_eighty_columns(case: str, okr: Okr, workspace: Copied) -> None:
    run = okr("lint", cwd=workspace(f"lint/{case}"))
    assert max(map(width, run.stdout.splitlines())) <= 80


def test_a_newcomer_who_does_as_told_is_done(okr: Okr, workspace: Copied) -> None:
    folder = workspace("lint/newcomer")
    assert okr("lint", cwd=folder).stdout.count(" error[") == sum(map(len, AS_TOLD.values())) == 10
    for name, edits in AS_TOLD.items():
        path = folder / "okrs/2026-Q4" / name
        text = path.read_text(encoding="utf-8")
        for wrong, right in edits:
            assert text.count(wrong) == 1
            text = text.replace(wrong, right)
        path.write_text(text, encoding="utf-8")
    assert okr("lint", "--fail-on", "advice", cwd=folder).stdout.endswith("no findings\n")


def test_a_wider_terminal_is_used(okr: Okr, workspace: Copied, golden: Golden) -> None:
    run = okr("lint", cwd=workspace("lint/messy"), env={"COLUMNS": "120"})
    golden("lint/messy.120.txt", run.stdout)


@pytest.mark.parametrize(
    ("case", "fail_on", "code"),
    [
        ("clean", "advice", 0),
        ("messy", "error", 1),
        ("empty", "advice", 0),
        ("advice", "error", 0),
        ("advice", "warning", 0),
        ("advice", "advice", 1),
    ],
)
def test_the_exit_code_goes_by_the_gravest_finding(  # noqa: PLR0913, PLR0917 - fixtures
    case: str, fail_on: str, code: int, okr: Okr, workspace: Copied, tmp_path: Path
) -> None:
    if case == "advice":
        folder = workspace("lint/clean")
        file = folder / "okrs/growth.yaml"
        file.write_text(file.read_text().replace('        unit: "%"\n', ""))
    else:
        folder = workspace(f"lint/{case}")
    assert tmp_path in folder.parents
    assert okr("lint", "--fail-on", fail_on, cwd=folder).code == code


def test_the_example_company_lints_clean(okr: Okr) -> None:
    run = okr("lint", "examples", "--fail-on", "advice", cwd=PROJECT)
    assert (run.code, run.stderr) == (0, "")
    assert run.stdout.endswith("files: no findings\n")


def test_json_is_one_object_with_places_in_the_workspace(okr: Okr, workspace: Copied) -> None:
    folder = workspace("lint/messy")
    run = okr("lint", "--format", "json", str(folder), cwd=folder.parent)
    document = json.loads(run.stdout)
    assert document["version"] == 1
    assert document["checked"] == {"objectives": 4, "key_results": 6, "files": 4}
    unknown = next(each for each in document["findings"] if each["rule"] == "unknown-person")
    assert unknown == {
        "rule": "unknown-person",
        "severity": "error",
        "message": "no person is called 'anna'",
        "hint": "did you mean 'ana'?",
        "path": "okrs/2026-Q4/growth.yaml",
        "line": 6,
        "column": 12,
        "end_line": 6,
        "end_column": 16,
        "ref": "2026-Q4:growth/first-minute",
        "commit": None,
        "fixable": False,
        "related": [],
    }


def test_paths_are_shown_from_where_the_user_stands(okr: Okr, workspace: Copied) -> None:
    folder = workspace("lint/messy")
    for cwd, path in (
        (folder.parent, "messy/okrs/2026-Q4/growth.yaml"),
        (folder / "okrs", "2026-Q4/growth.yaml"),
        (folder / "okrs/2026", "../2026-Q4/growth.yaml"),
    ):
        run = okr("lint", "--format", "concise", str(folder), cwd=cwd)
        assert run.stdout.startswith(str(Path(path)) + ":4:9: ")
        assert (cwd / path).exists()


@pytest.mark.parametrize("where", ["", "okrs", "okrs/2026"])
def test_the_workspace_is_found_from_a_folder_inside(
    where: str, okr: Okr, workspace: Copied
) -> None:
    run = okr("lint", cwd=workspace("lint/messy") / where)
    assert "4 objectives, 6 key results in 4 files" in run.stdout


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        (["."], {"growth", "idea"}),
        (["okrs"], {"growth", "idea"}),
        (["okr.toml"], {"growth", "idea"}),
        (["okrs/2026-Q4"], {"growth", "idea"}),
        (["okrs/2026-Q4/idea.yaml"], {"idea"}),
        (["okrs/2026-Q4/idea.yaml", "okrs/2026-Q4/growth.yaml"], {"growth", "idea"}),
        (["okrs/2026/company.yaml"], set()),
        (["okrs/2026"], set()),
    ],
)
def test_paths_choose_what_is_shown_and_not_what_is_read(
    paths: list[str], files: set[str], okr: Okr, workspace: Copied
) -> None:
    run = okr("lint", "--format", "json", *paths, cwd=workspace("lint/messy"))
    findings = json.loads(run.stdout)["findings"]
    assert {Path(finding["path"]).stem for finding in findings} == files
    assert not any("smb-first'" in str(finding["message"]) for finding in findings)


def test_a_restricted_run_says_what_it_looked_at(okr: Okr, workspace: Copied) -> None:
    run = okr("lint", "okrs/2026", cwd=workspace("lint/messy"))
    assert (run.code, run.stdout) == (0, "1 objective, 2 key results in 1 file: no findings\n")


def test_an_absolute_path_works_from_anywhere(okr: Okr, workspace: Copied, tmp_path: Path) -> None:
    folder = workspace("lint/messy")
    run = okr("lint", str(folder / "okrs/2026"), cwd=tmp_path)
    assert run.stdout == "1 objective, 2 key results in 1 file: no findings\n"


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("nowhere", "no such file or folder: nowhere"),
        ("../elsewhere.yaml", "../elsewhere.yaml is no part of the workspace"),
        ("notes", "notes is no part of the workspace"),
        ("README.md", "README.md is no part of the workspace"),
    ],
)
def test_a_path_that_is_no_okr_file_is_wrong_use(
    path: str, error: str, okr: Okr, workspace: Copied
) -> None:
    folder = workspace("lint/messy")
    (folder / "notes").mkdir()
    (folder / "README.md").touch()
    (folder.parent / "elsewhere.yaml").touch()
    run = okr("lint", "okrs", path, cwd=folder)
    assert (run.code, run.stdout) == (2, "")
    assert run.stderr.startswith(f"okr: error: {error}")


def test_without_a_workspace_it_says_how_to_start(okr: Okr, tmp_path: Path) -> None:
    run = okr("lint", cwd=tmp_path)
    assert (run.code, run.stdout) == (2, "")
    assert "okr init" in run.stderr


def test_a_rule_that_does_not_exist_is_a_mistake_in_the_settings(
    okr: Okr, workspace: Copied
) -> None:
    folder = workspace("lint/clean")
    (folder / "okr.toml").write_text('[lint]\nignore = ["zero-distanse"]\n')
    run = okr("lint", cwd=folder)
    assert (run.code, run.stdout) == (2, "")
    assert run.stderr.splitlines() == [
        "okr: error: okr.toml, [lint] ignore: no rule is called 'zero-distanse'",
        "  hint: did you mean 'zero-distance'?",
    ]


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        ({"FORCE_COLOR": "0", "NO_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, False),
    ],
)
@pytest.mark.parametrize("output_format", ["full", "concise", "json"])
def test_colour_is_asked_of_the_environment(
    output_format: str, env: Mapping[str, str], *, coloured: bool, okr: Okr, workspace: Copied
) -> None:
    run = okr("lint", "--format", output_format, cwd=workspace("lint/messy"), env=env)
    assert (ESCAPE in run.stdout) == (coloured and output_format != "json")


def test_the_colours(okr: Okr, workspace: Copied, golden: Golden) -> None:
    env = {"FORCE_COLOR": "1", "NO_COLOR": ""}
    run = okr("lint", cwd=workspace("lint/messy"), env=env)
    golden("lint/messy.colour.txt", run.stdout)


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_hostile_file_name_is_shown_escaped(
    output_format: str, okr: Okr, workspace: Copied
) -> None:
    folder = workspace("lint/clean")
    name = "a\x1b[31m\u202eb.yaml" if os.name != "nt" else "a\u202eb.yaml"
    (folder / "okrs" / name).write_text("team: growth\n")
    run = okr("lint", "--format", output_format, cwd=folder)
    assert run.code == 1
    assert not {ESCAPE, "\u202e"} & set(run.stdout)
    assert "\\u202e" in run.stdout


def test_a_closed_pipe_is_no_error_and_keeps_the_exit_code(
    workspace: Copied, plain_env: Mapping[str, str]
) -> None:
    for case, code in (("messy", 1), ("clean", 0)):
        reading, writing = os.pipe()
        os.close(reading)
        run = subprocess.run(
            [sys.executable, "-m", "okrcli", "lint"],
            cwd=workspace(f"lint/{case}"),
            env=plain_env,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(writing)
        assert (run.returncode, run.stderr) == (code, b"")


def test_a_narrow_encoding_does_not_stop_it(okr: Okr, workspace: Copied) -> None:
    env = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    run = okr("lint", cwd=workspace("lint/wide"), env=env)
    assert run.code == 1
    assert run.stderr == ""
    assert run.stdout.isascii()


def test_it_is_a_pure_function_of_files_and_settings(okr: Okr, workspace: Copied) -> None:
    folder = workspace("lint/messy")
    first = okr("lint", "--format", "json", cwd=folder)
    for path in sorted(folder.rglob("*.yaml")):
        os.utime(path, (0, 0))
    later = okr(
        "lint",
        "--format",
        "json",
        str(folder),
        cwd=folder.parent,
        env={"TZ": "Pacific/Kiritimati", "OKR_TODAY": "1999-12-31", "HOME": str(folder.parent)},
    )
    moved = okr("lint", "--format", "json", cwd=workspace("lint/messy"))
    assert first.stdout == later.stdout == moved.stdout


def test_linting_changes_no_file(okr: Okr, workspace: Copied) -> None:
    folder = workspace("lint/messy")
    okr("lint", cwd=folder)
    origin = DATA / "lint/messy"
    paths = sorted(path.relative_to(folder) for path in folder.rglob("*"))
    assert paths == sorted(path.relative_to(origin) for path in origin.rglob("*"))
    for path in paths:
        if (origin / path).is_file():
            assert (folder / path).read_bytes() == (origin / path).read_bytes()
