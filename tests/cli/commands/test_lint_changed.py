"""`--changed BASE`: what a branch changed, in real repositories."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.running import Copied, Okr

FILE = "okrs/2026-Q4/growth.yaml"
IDEA = "okrs/2026-Q4/idea.yaml"
DATES = {"GIT_AUTHOR_DATE": "1000000000 +0000", "GIT_COMMITTER_DATE": "1000000000 +0000"}
PERSON = ("-c", "user.name=Ana", "-c", "user.email=ana@acme.example", "-c", "commit.gpgsign=false")


def _git(folder: Path, *arguments: str) -> str:
    env = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", *PERSON, *arguments],
        cwd=folder,
        env={**env, **DATES, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


def _commit(folder: Path, message: str = "Change") -> None:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", message)


@pytest.fixture
def folder(workspace: Copied) -> Path:
    """Give a repository with eleven old findings, and a branch that changed nothing yet."""
    made = workspace("lint/chosen")
    _git(made, "init", "--quiet", "--initial-branch=main")
    _commit(made)
    _git(made, "switch", "--quiet", "--create", "branch")
    return made


def _edit(folder: Path, old: str, new: str, file: str = FILE) -> None:
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1))


def _rules(okr: Okr, cwd: Path, base: str = "main") -> list[str]:
    run = okr("lint", "--changed", base, "--format", "json", cwd=cwd)
    assert run.stderr == ""
    return sorted(each["rule"] for each in json.loads(run.stdout)["findings"])


def test_what_was_there_before_is_not_shown(folder: Path, okr: Okr) -> None:
    run = okr("lint", "--changed", "main", cwd=folder)
    assert run.code == 0
    assert run.stdout.endswith(": no findings; only what changed since main\n")


@pytest.mark.parametrize("committed", [True, False])
def test_changed_lines_are_shown_committed_or_not(
    folder: Path, okr: Okr, *, committed: bool
) -> None:
    _edit(folder, "owner: anna", "owner: annna")
    _edit(folder, "confidance: 0.6", "confidnce: 0.6")
    if committed:
        _commit(folder)
    assert _rules(okr, folder) == ["unknown-field", "unknown-person"]


def test_a_new_file_is_shown_whole(folder: Path, okr: Okr) -> None:
    text = (folder / IDEA).read_text()
    (folder / "okrs/2026-Q4/new.yaml").write_text(text.replace("id: ", "id: new-", 1))
    assert "zero-distance" in _rules(okr, folder)


def test_a_file_that_was_only_moved_is_not(folder: Path, okr: Okr) -> None:
    (folder / FILE).rename(folder / "okrs/2026-Q4/moved.yaml")
    _commit(folder)
    assert _rules(okr, folder) == []


def test_moved_lines_and_line_endings_are_no_change(folder: Path, okr: Okr) -> None:
    path = folder / FILE
    path.write_bytes(b"# a comment\n\n" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert _rules(okr, folder) == []


def test_a_field_that_is_gone_is_shown(folder: Path, okr: Okr) -> None:
    _edit(folder, "    ambition: committed\n", "")
    assert "undeclared-ambition" in _rules(okr, folder)


def test_a_number_that_spoils_another_line_is_shown(folder: Path, okr: Okr) -> None:
    _edit(folder, "baseline: 45", "baseline: 30")
    _commit(folder)
    _git(folder, "branch", "--force", "main")
    _edit(folder, "baseline: 30", "baseline: 45")
    assert _rules(okr, folder) == ["zero-distance"]


def test_a_link_that_a_branch_broke_in_another_file_is_shown(folder: Path, okr: Okr) -> None:
    _edit(folder, "company/smb-frist", "company/smb-first")
    _commit(folder)
    _git(folder, "branch", "--force", "main")
    _edit(folder, "id: smb-first", "id: smb-renamed", "okrs/2026/company.yaml")
    assert "unknown-reference" in _rules(okr, folder)


def test_what_main_did_meanwhile_is_not_the_branch_s(folder: Path, okr: Okr) -> None:
    _edit(folder, "owner: anna", "owner: annna")
    _commit(folder)
    _git(folder, "switch", "--quiet", "main")
    _edit(folder, "confidance: 0.6", "confidence: 0.6")
    _commit(folder)
    _git(folder, "switch", "--quiet", "branch")
    assert _rules(okr, folder) == ["unknown-person"]


def test_a_workspace_in_a_folder_of_the_repository(okr: Okr, workspace: Copied) -> None:
    inner = workspace("lint/chosen")
    _git(inner.parent, "init", "--quiet", "--initial-branch=main")
    _commit(inner.parent)
    assert _rules(okr, inner) == []
    _edit(inner, "owner: anna", "owner: annna")
    assert _rules(okr, inner / "okrs") == ["unknown-person"]


def test_a_file_that_broke_is_shown(folder: Path, okr: Okr) -> None:
    (folder / FILE).write_text("team: [\n")
    assert _rules(okr, folder) == ["invalid-yaml"]


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_nothing_that_the_repository_names_is_run(folder: Path, okr: Okr, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\necho ran >> '{ran}'\ncat\n")
    script.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "diff.x.textconv", "filter.x.clean",
                "filter.x.smudge", "core.pager", "core.sshCommand"):  # fmt: skip
        _git(folder, "config", key, str(script))
    (folder / ".gitattributes").write_text("* filter=x diff=x\n")
    _edit(folder, "owner: anna", "owner: annna")
    assert _rules(okr, folder) == ["unknown-person"]
    assert not ran.exists()


@pytest.mark.parametrize("base", ["no-such", "--all", "", "main:okrs", "\x1b[31m"])
def test_a_base_that_is_no_commit_is_wrong_use(base: str, folder: Path, okr: Okr) -> None:
    run = okr("lint", f"--changed={base}", cwd=folder)
    assert (run.code, run.stdout) == (2, "")
    assert "is no commit of this repository" in run.stderr
    assert "fetch-depth: 0" in run.stderr
    assert "\x1b" not in run.stderr


def test_unrelated_histories_are_told(folder: Path, okr: Okr) -> None:
    _git(folder, "switch", "--quiet", "--orphan", "other")
    _git(folder, "commit", "--quiet", "--allow-empty", "--message", "Alone")
    _git(folder, "checkout", "--quiet", "branch", "--", ".")
    run = okr("lint", "--changed", "main", cwd=folder)
    assert (run.code, run.stdout) == (3, "")
    assert "have no commit in common" in run.stderr


def test_without_a_repository_or_a_commit_it_is_told(
    okr: Okr, workspace: Copied, plain_env: Mapping[str, str]
) -> None:
    assert "GIT_DIR" not in plain_env
    alone = workspace("lint/chosen")
    run = okr("lint", "--changed", "main", cwd=alone)
    assert (run.code, run.stdout) == (3, "")
    assert "is not in a git repository" in run.stderr
    _git(alone, "init", "--quiet")
    assert okr("lint", "--changed", "HEAD", cwd=alone).code == 2


def test_the_gravest_change_decides_the_exit_code(folder: Path, okr: Okr) -> None:
    assert okr("lint", "--changed", "main", cwd=folder).code == 0
    _edit(folder, "owner: anna", "owner: annna")
    assert okr("lint", "--changed", "main", cwd=folder).code == 1


def test_other_hashes_work_as_well(okr: Okr, workspace: Copied) -> None:
    made = workspace("lint/chosen")
    _git(made, "init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    _commit(made)
    assert _rules(okr, made) == []
    _edit(made, "owner: anna", "owner: annna")
    assert _rules(okr, made) == ["unknown-person"]
