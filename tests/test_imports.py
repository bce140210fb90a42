"""The arrows between the rooms, and what each command makes the interpreter load."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.running import PROJECT, Copied

HEAVY = {"asyncio", "git", "pydantic", "pydantic_core", "rich", "ruamel", "yaml_rs"}
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
IMPORTED = re.compile(r"import time:[\d |]+\| +([\w.]+)$", re.MULTILINE)


def _imported(
    arguments: Sequence[str], cwd: Path, env: Mapping[str, str], code: int = 0
) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "okrcli", *arguments],
        cwd=cwd,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == code, run.stderr[-500:]
    return set(IMPORTED.findall(run.stderr))


def _packages(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


def test_the_rooms_are_entered_in_one_direction_only(tmp_path: Path) -> None:
    """Run the contracts of pyproject.toml."""
    run = subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--cache-dir", str(tmp_path)],
        cwd=PROJECT,
        env={**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        (["--version"], {}),
        (["--help"], {}),
        ([], {}),
        (["lint", "--help"], {}),
        ([], {"_OKR_COMPLETE": "complete_bash", "COMP_WORDS": "okr l", "COMP_CWORD": "1"}),
    ],
    ids=["version", "help", "alone", "lint help", "completion"],
)
def test_what_only_talks_loads_nothing_heavy(
    arguments: Sequence[str], extra: Mapping[str, str], plain_env: Mapping[str, str], tmp_path: Path
) -> None:
    loaded = _imported(arguments, tmp_path, {**plain_env, **extra})
    assert not _packages(loaded) & HEAVY
    rooms = {name.split(".")[1] for name in loaded if name.startswith("okrcli.")}
    assert rooms <= {"__main__", "cli", "errors", "model"}


def test_a_clean_lint_loads_neither_git_nor_what_finds_positions(
    workspace: Copied, plain_env: Mapping[str, str]
) -> None:
    loaded = _imported(["lint"], workspace("lint/clean"), plain_env)
    assert not _packages(loaded) & {"asyncio", "git", "pathspec", "pydantic", "rich", "ruamel"}
    assert not any(name.startswith(("okrcli.history", "okrcli.model.forms")) for name in loaded)
    assert "okrcli.store.decode" not in loaded


def test_a_lint_with_findings_still_needs_no_git_and_no_rich(
    workspace: Copied, plain_env: Mapping[str, str]
) -> None:
    loaded = _imported(["lint"], workspace("lint/messy"), plain_env, code=1)
    assert not _packages(loaded) & {"asyncio", "git", "pathspec", "pydantic", "rich"}


def test_patterns_are_only_loaded_where_there_is_something_to_except(
    workspace: Copied, plain_env: Mapping[str, str]
) -> None:
    settings = '[lint.per_path]\n"okrs/2024/**" = ["zero-distance"]\n'
    for case, code in (("clean", 0), ("messy", 1)):
        folder = workspace(f"lint/{case}")
        (folder / "okr.toml").write_text(settings)
        loaded = _packages(_imported(["lint"], folder, plain_env, code))
        assert ("pathspec" in loaded) == bool(code)
