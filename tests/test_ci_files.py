"""What others run in their CI: the action, the hook and the template, and that they are safe."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml_rs

from tests.running import PROJECT, Copied

ACTION = "action.yml"
PAGE = (PROJECT / "docs/ci.md").read_text("utf-8")
BASH = shutil.which("bash")
PRE_COMMIT = shutil.which("pre-commit")
FORMATS = ("full", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson")


def _read(name: str) -> Any:  # noqa: ANN401 - any YAML
    return yaml_rs.loads((PROJECT / name).read_text("utf-8"))


def _steps() -> list[dict[str, Any]]:
    return list(_read(ACTION)["runs"]["steps"])


def test_no_input_is_ever_part_of_a_script() -> None:
    for step in _steps():
        assert "${{" not in step.get("run", "")
        for name, text in {**step.get("env", {}), **step.get("with", {})}.items():
            assert re.fullmatch(r"\$\{\{ inputs\.[a-z-]+ \}\}", text), name


def test_the_workflows_of_the_page_paste_nothing_into_a_script() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    read: list[Any] = [yaml_rs.loads(each) for each in blocks]
    workflows = [each for each in read if "jobs" in each]
    steps = [step for each in workflows for job in each["jobs"].values() for step in job["steps"]]
    assert sum("run" in step for step in steps) >= 3
    assert not any("${{" in step.get("run", "") for step in steps)
    assert not any("pull_request_target" in str(each.get("on")) for each in workflows)


def test_what_it_uses_is_pinned_and_nothing_is_checked_out() -> None:
    used = [step["uses"] for step in _steps() if "uses" in step]
    assert used
    assert not any("checkout" in name for name in used)
    for name in (*used, *re.findall(r"uses: (actions/\S+)", PAGE)):
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", name)


def test_nothing_is_imported_from_the_checkout() -> None:
    for step in _steps():
        assert not re.search(r"python3? -m", step.get("run", ""))


def test_every_input_and_every_format_is_on_the_page() -> None:
    inputs = _read(ACTION)["inputs"]
    text = (PROJECT / ACTION).read_text("utf-8")
    for name, about in inputs.items():
        assert f"inputs.{name} }}}}" in text
        assert about["description"].endswith(".")
        assert f"\n| `{name}` | " in PAGE
    for name in FORMATS:
        assert f"\n| `{name}` | " in PAGE
    assert "fetch-depth: 0" in PAGE


def _lint(folder: Path, env: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    """Run the script of the action's last step as GitHub does, with `okr` on the PATH."""
    tools = folder.parent / "tools"
    tools.mkdir(exist_ok=True)
    okr = tools / "okr"
    okr.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m okrcli "$@"\n')
    okr.chmod(0o755)
    step = _steps()[-1]
    inputs = {name: about["default"] for name, about in _read(ACTION)["inputs"].items()}
    given = {
        name: inputs[re.findall(r"inputs\.([a-z-]+)", text)[0]]
        for name, text in step["env"].items()
    }
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [str(BASH), "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**given, "GITHUB_ACTIONS": "true", **env, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(BASH is None or os.name == "nt", reason="needs a POSIX shell")
def test_the_action_s_script_runs(plain_env: Mapping[str, str], workspace: Copied) -> None:
    folder = workspace("lint/chosen")
    done = _lint(folder, plain_env)
    assert done.returncode == 1
    assert done.stdout.startswith("::notice file=okrs/2026-Q4/growth.yaml,")
    done = _lint(folder, {**plain_env, "OKR_PATH": "okrs/2026", "OKR_SARIF": "a b.sarif"})
    assert done.returncode == 0
    assert (folder / "a b.sarif").exists()


@pytest.mark.skipif(BASH is None or os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("name", ["OKR_PATH", "OKR_FAIL_ON", "OKR_CHANGED", "OKR_BASELINE"])
@pytest.mark.parametrize("value", ["$(touch ran)", "'; touch ran; '", "--help", "-h; touch ran"])
def test_a_hostile_input_is_only_text(
    name: str, value: str, plain_env: Mapping[str, str], workspace: Copied
) -> None:
    folder = workspace("lint/clean")
    done = _lint(folder, {**plain_env, name: value})
    assert done.returncode in {2, 3}
    assert not (folder / "ran").exists()


def test_the_template_for_gitlab_knows_its_formats() -> None:
    job = _read("docs/ci/gitlab.yml")["okr-lint"]
    script = "\n".join(job["script"])
    for report, output_format in (("codequality", "gitlab"), ("junit", "junit")):
        file = job["artifacts"]["reports"][report]
        assert f"--format {output_format} --output {file}" in script
    assert job["variables"]["GIT_DEPTH"] == "0"
    assert "python -m" not in script


def test_the_hook_runs_for_every_okr_file() -> None:
    (hook,) = _read(".pre-commit-hooks.yaml")
    assert (hook["id"], hook["language"], hook["pass_filenames"]) == ("okr-lint", "python", False)
    for name in ("okrs/2026-Q4/growth.yaml", "a.yml", "okr.toml", "sub/okr.toml"):
        assert re.search(hook["files"], name)
    for name in ("README.md", "notokr.toml", "a.yaml.orig"):
        assert not re.search(hook["files"], name)


def _git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@acme.example", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()


@pytest.mark.skipif(PRE_COMMIT is None, reason="no pre-commit on the PATH")
def test_the_real_pre_commit_runs_it(tmp_path: Path, workspace: Copied) -> None:
    """Install this project as a hook: it takes half a minute, and a package index."""
    okr, folder = tmp_path / "okr", workspace("lint/chosen")
    shutil.copytree(
        PROJECT / "okrcli", okr / "okrcli", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(PROJECT / name, okr)
    for each in (okr, folder):
        _git(each, "init", "--quiet")
        _git(each, "add", "--all")
        _git(each, "commit", "--quiet", "--message", "Begin")
    commit = _git(okr, "rev-parse", "HEAD")
    hooks = f"repos: [{{repo: {okr}, rev: {commit}, hooks: [{{id: okr-lint}}]}}]"
    (folder / ".pre-commit-config.yaml").write_text(hooks)
    _git(folder, "add", "--all")
    env = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "PRE_COMMIT_COLOR": "never"}
    done = subprocess.run(
        [str(PRE_COMMIT), "run", "--all-files"],
        cwd=folder,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "okr lint" in done.stdout
    assert "error[unknown-person] no person is called 'anna'" in done.stdout
