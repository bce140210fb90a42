"""Partial clones that lack the trees of old commits, and what they can still tell."""

import json
from pathlib import Path

import pytest

from tests.cli.revisions import AT_HEAD, Ask, asker, weeks
from tests.cli.test_bad_input import refused
from tests.history.repositories import Repo, git
from tests.running import Okr

REMEDY = "run `git fetch --refetch --no-filter`"


@pytest.fixture
def ask(okr: Okr) -> Ask:
    """Give what runs the real binary."""
    return asker(okr)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Give a repository that can be cloned in part."""
    made = weeks(tmp_path / "repo")
    made.git("config", "uploadpack.allowFilter", "true")
    return made


def _treeless(repo: Repo, tmp_path: Path, *more: str) -> Path:
    clone = tmp_path / "clone"
    url = repo.folder.as_uri()
    git(tmp_path, "clone", "-q", "--filter=tree:0", *more, url, str(clone))
    return clone


def test_a_clone_without_old_trees_shows_its_last_commit_and_fetches_nothing(
    ask: Ask, repo: Repo, tmp_path: Path
) -> None:
    clone = _treeless(repo, tmp_path)
    objects = git(clone, "count-objects", "-v")
    days = {("progress",): "2026-11-20", ("progress", "--at", "HEAD"): "2026-10-21"}
    for command, day in days.items():
        run = ask(*command, "--format", "json", cwd=clone)
        found = json.loads(run.stdout)
        assert (found["revision"], found["as_of"]) == (repo.head, day)
        assert found["history"]["complete"] is False
        assert found["history"]["commits"] == 1
        (key_result,) = found["objectives"][0]["key_results"]
        assert key_result["current"] == 40
        assert REMEDY in " ".join(ask(*command, cwd=clone).stdout.split())
    assert git(clone, "count-objects", "-v") == objects


@pytest.mark.parametrize(
    "command",
    [("progress", "--at", "HEAD~1"), ("audit", "HEAD~1..HEAD"), ("log", "--at", "main~2")],
)
def test_what_lies_behind_missing_trees_is_refused_with_the_remedy(
    ask: Ask, repo: Repo, tmp_path: Path, command: tuple[str, ...]
) -> None:
    clone = _treeless(repo, tmp_path)
    refused(ask(*command, cwd=clone), 3, "objects that this needs are missing", REMEDY)


def test_a_day_before_the_last_commit_is_not_said_to_be_empty(
    ask: Ask, repo: Repo, tmp_path: Path
) -> None:
    clone = _treeless(repo, tmp_path)
    run = ask("progress", "--at", "2026-10-14", cwd=clone)
    refused(run, 3, "what stood there on 2026-10-14 cannot be seen", REMEDY)


def test_without_any_tree_the_remedy_is_told_and_it_helps(
    ask: Ask, repo: Repo, tmp_path: Path
) -> None:
    clone = _treeless(repo, tmp_path, "--no-checkout")
    for command in (("progress",), *AT_HEAD):
        refused(ask(*command, cwd=clone), 3, "objects that this needs are missing", REMEDY)
    git(clone, "fetch", "-q", "--refetch", "--no-filter")
    for command in AT_HEAD:
        assert ask(*command, cwd=clone) == ask(*command, cwd=repo.folder)


def test_a_range_over_missing_files_is_refused_with_the_remedy(
    ask: Ask, repo: Repo, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--filter=blob:none", repo.folder.as_uri(), str(clone))
    refused(ask("audit", "HEAD~1..HEAD", cwd=clone), 3, "objects that this needs are missing")


def test_a_shallow_clone_does_not_say_that_there_was_nothing(
    ask: Ask, repo: Repo, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", repo.folder.as_uri(), str(clone))
    run = ask("progress", "--at", "2026-10-14", cwd=clone)
    refused(run, 3, "what stood there on 2026-10-14 cannot be seen", "a shallow clone")
