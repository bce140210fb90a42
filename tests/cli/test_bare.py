"""Repositories of which nothing is checked out: bare ones, and clones without files."""

from pathlib import Path

import pytest

from tests.cli.revisions import AT_HEAD, Ask, asker, weeks
from tests.cli.test_bad_input import refused
from tests.history.asking import DAY7, goals
from tests.history.repositories import Repo, git
from tests.running import Okr


@pytest.fixture
def ask(okr: Okr) -> Ask:
    """Give what runs the real binary."""
    return asker(okr)


def _bare(repo: Repo, tmp_path: Path) -> Path:
    git(tmp_path, "clone", "-q", "--bare", str(repo.folder), "bare.git")
    return tmp_path / "bare.git"


@pytest.mark.parametrize("object_format", ["sha1", "sha256"])
@pytest.mark.parametrize("root", ["", "company/goals/"])
def test_a_bare_repository_says_of_a_revision_what_a_checkout_says(
    ask: Ask, tmp_path: Path, root: str, object_format: str
) -> None:
    repo = weeks(tmp_path / "repo", root, object_format)
    bare = _bare(repo, tmp_path)
    for command in AT_HEAD:
        expected = ask(*command, cwd=repo.folder / root)
        assert ask(*command, cwd=bare) == expected
        assert expected.code in {0, 1}
    assert ask(*AT_HEAD[0], cwd=bare / "refs") == ask(*AT_HEAD[0], cwd=bare)


def test_a_workspace_without_settings_is_found_in_a_bare_repository(
    ask: Ask, tmp_path: Path
) -> None:
    repo = Repo(tmp_path / "repo")
    repo.commit({"okrs/growth.yaml": goals(f"{DAY7}, current: 1")})
    repo.save()
    assert "Shops love us" in ask(*AT_HEAD[0], cwd=_bare(repo, tmp_path)).stdout


@pytest.mark.parametrize(
    "command", [("progress",), ("log",), ("show", "growth/first-minute"), ("audit",)]
)
def test_in_a_bare_repository_a_revision_has_to_be_named(
    ask: Ask, tmp_path: Path, command: tuple[str, ...]
) -> None:
    run = ask(*command, cwd=_bare(weeks(tmp_path / "repo"), tmp_path))
    assert (run.code, run.stdout) == (2, "")
    assert run.stderr == (
        "okr: error: nothing is checked out here\n  hint: name a revision: `--at HEAD`\n"
    )


def test_several_workspaces_of_a_bare_repository_are_named(ask: Ask, tmp_path: Path) -> None:
    repo = weeks(tmp_path / "repo", "north/")
    repo.commit({"south/okr.toml": "", "south/okrs/growth.yaml": goals(DAY7)})
    repo.save()
    refused(
        ask(*AT_HEAD[0], cwd=_bare(repo, tmp_path)),
        2,
        "there are 2 workspaces at",
        "north/okr.toml, south/okr.toml",
        "clone the repository",
    )


def test_a_bare_repository_without_okrs_or_commits_says_so(ask: Ask, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo")
    repo.commit({"README.md": "words"})
    repo.save()
    bare = _bare(repo, tmp_path)
    refused(
        ask(*AT_HEAD[0], cwd=bare), 2, "there are no OKRs at HEAD: no okr.toml, no folder okrs/"
    )
    refused(ask("progress", "--at", "nowhere", cwd=bare), 2, "'nowhere' is neither")
    git(tmp_path, "init", "-q", "--bare", "empty.git")
    run = ask("progress", "--at", "2026-10-14", cwd=tmp_path / "empty.git")
    refused(run, 2, "no commits yet")


def test_a_bare_repository_among_the_files_of_a_workspace_is_not_read(
    ask: Ask, tmp_path: Path
) -> None:
    outer = weeks(tmp_path / "outer")
    inner = Repo(tmp_path / "inner")
    inner.commit({"okrs/other.yaml": goals(DAY7, objective="other")})
    inner.save()
    bare = _bare(inner, outer.folder)
    assert ask(*AT_HEAD[0], cwd=bare) == ask(*AT_HEAD[0], cwd=outer.folder)


def test_a_clone_without_files_is_read_at_a_revision(ask: Ask, tmp_path: Path) -> None:
    repo = weeks(tmp_path / "repo", "goals/")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--no-checkout", str(repo.folder), str(clone))
    (clone / "goals").mkdir()
    refused(ask("progress", cwd=clone / "goals"), 2, "nothing is checked out here", "--at HEAD")
    for command in AT_HEAD:
        assert ask(*command, cwd=clone / "goals") == ask(*command, cwd=repo.folder / "goals")
    refused(ask(*AT_HEAD[0], cwd=clone), 2, "no OKR workspace")
