"""`okr audit` where not everything can be known: it says so, and accuses nobody."""

from pathlib import Path

import pytest

from tests.cli.audits import DAY7, Audit, answer, auditor, easing, rules
from tests.history.asking import GROWTH, goals
from tests.history.repositories import Repo, git
from tests.running import Okr


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Give a repository with a promise, and a branch that eases it."""
    return easing(tmp_path / "repo")


@pytest.fixture
def audit(okr: Okr) -> Audit:
    """Give what audits a folder."""
    return auditor(okr)


def _shallow(repo: Repo, depth: int, branch: str, folder: Path) -> Path:
    url = repo.folder.as_uri()
    git(folder, "clone", "-q", "--depth", str(depth), "--no-single-branch", url, "copy")
    git(folder / "copy", "checkout", "-q", branch)
    return folder / "copy"


def test_a_shallow_clone_accuses_nobody_and_says_so(
    repo: Repo, audit: Audit, tmp_path: Path
) -> None:
    folder = _shallow(repo, 1, "main", tmp_path)
    run = audit(folder, "--format", "json")
    assert rules(run) == []
    assert answer(run)["history"] == {"complete": False, "commits": 1}
    assert run.stderr.startswith("okr: warning: a shallow clone: ")
    assert run.code == 0


def test_a_range_of_a_shallow_clone_is_compared_with_its_base(
    repo: Repo, audit: Audit, tmp_path: Path
) -> None:
    folder = _shallow(repo, 1, "ease", tmp_path)
    run = audit(folder, "origin/main", "--format", "json", "--fail-on", "warning")
    assert (rules(run), run.code) == (["eased-target"], 1)
    assert "where the branch began cannot be told" in run.stderr


def test_without_a_repository_it_says_what_is_unknown(tmp_path: Path, audit: Audit) -> None:
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okr.toml").touch()
    (tmp_path / GROWTH).write_text(goals(DAY7))
    run = audit(tmp_path, "--format", "json")
    assert rules(run) == ["missing-check-in", "missing-confidence"]
    assert answer(run)["history"]["complete"] is False
    assert run.stderr.startswith("okr: warning: not in a git repository")
    assert audit(tmp_path, "main..").code == 3


def test_a_file_that_cannot_be_read_is_audited_as_it_was(repo: Repo, audit: Audit) -> None:
    repo.write({GROWTH: "<<<<<<< HEAD\n"})
    run = audit(repo.folder, today="2026-11-30")
    assert f"{GROWTH}: warning[stale-check-in]" in run.stdout.replace(":1:1", "")
    assert f"{GROWTH} cannot be read" in run.stderr
