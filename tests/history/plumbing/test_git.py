"""Git, asked safely: what it is told, what it is not allowed, and what its failures become."""

import os
import subprocess
from pathlib import Path

import pytest

from okrcli.errors import GitError, UnknownRevisionError
from okrcli.history.plumbing.git import Git, find_repository, repository
from okrcli.history.plumbing.process import environment
from tests.history.repositories import Repo


def test_nothing_that_ties_git_to_a_repository_is_handed_on() -> None:
    listed = subprocess.run(
        ["git", "rev-parse", "--local-env-vars"], capture_output=True, encoding="utf-8", check=True
    )
    names = set(listed.stdout.split())
    assert {"GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"} <= names
    given = environment(dict.fromkeys(names, "elsewhere"))
    assert "elsewhere" not in given.values()
    assert given["GIT_GRAFT_FILE"] == os.devnull


def test_what_else_the_user_has_set_stays() -> None:
    given = environment({"HOME": "home", "GIT_CONFIG_GLOBAL": "mine", "PATH": "here"})
    assert given.items() >= {"HOME": "home", "GIT_CONFIG_GLOBAL": "mine", "PATH": "here"}.items()
    assert given["GIT_NO_LAZY_FETCH"] == "1"
    assert given["GIT_ALLOW_PROTOCOL"] == ""


def test_a_repository_is_found_from_a_folder_inside(repo: Repo) -> None:
    repo.commit({"a/b/README.md": "x"})
    repo.checkout()
    found = repository(repo.folder / "a/b")
    assert Path(found.git_dir).resolve() == (repo.folder / ".git").resolve()
    assert (found.prefix, found.shallow) == ("a/b/", False)
    assert repository(repo.folder).prefix == ""


def test_a_folder_in_no_repository_has_none(tmp_path: Path) -> None:
    assert find_repository(tmp_path) is None


def test_before_the_first_commit_there_is_no_head(repo: Repo) -> None:
    assert repository(repo.folder).head() is None


def test_a_revision_becomes_an_id(repo: Repo) -> None:
    first = repo.commit({"README.md": "1"})
    second = repo.commit({"README.md": "2"})
    repo.save()
    asked = repository(repo.folder)
    assert (asked.head(), asked.commit("main~1"), asked.commit(second[:8])) == (
        second,
        first,
        second,
    )
    with pytest.raises(UnknownRevisionError):
        asked.commit(f"^{first}")


def test_a_file_is_read_at_a_commit_from_the_workspaces_folder(repo: Repo) -> None:
    repo.commit({"goals/okr.toml": "closing_days = 1\n", "okr.toml": "closing_days = 2\n"})
    repo.checkout()
    asked = repository(repo.folder / "goals")
    assert asked.file(repo.head, "okr.toml") == b"closing_days = 1\n"
    assert asked.file(repo.head, "nothing.toml") is None
    assert repository(repo.folder).file(repo.head, "goals") is None


def test_a_file_that_is_there_but_cannot_be_read_is_a_failure(repo: Repo) -> None:
    repo.commit({"okr.toml": "closing_days = 1\n"})
    blob = repo.git("rev-parse", "HEAD:okr.toml")
    _lose(repo, blob)
    with pytest.raises(GitError, match=r"the content of okr\.toml at \w{12} is missing"):
        repository(repo.folder).file(repo.head, "okr.toml")


def _lose(repo: Repo, blob: str) -> None:
    """Unpack all objects, and remove one."""
    packs = list((repo.folder / ".git/objects/pack").iterdir())
    data = [path.read_bytes() for path in packs if path.suffix == ".pack"]
    for path in packs:
        path.chmod(0o600)
        path.unlink()
    for pack in data:
        repo.git("unpack-objects", "-q", given=pack)
    loose = repo.folder / ".git/objects" / blob[:2] / blob[2:]
    loose.chmod(0o600)
    loose.unlink()


def test_the_committer_date_is_given_in_seconds(repo: Repo) -> None:
    repo.commit({"README.md": "1"}, date="2026-10-01", committed="86400 +0000")
    repo.save()
    assert repository(repo.folder).committed_at(repo.head) == 86400


def test_a_failure_of_git_is_told_in_its_own_words(repo: Repo) -> None:
    repo.save()
    asked = repository(repo.folder)
    with pytest.raises(GitError, match=r"^git: Not a valid object name nowhere$"):
        _all_of(asked, "cat-file", "blob", "nowhere")


def test_much_talk_on_standard_error_does_not_block(repo: Repo) -> None:
    repo.save()
    asked = repository(repo.folder)
    with pytest.raises(GitError, match="Not a valid object name y"):
        _all_of(asked, "cat-file", "blob", "y" * 100_000)


def _all_of(asked: Git, *arguments: str) -> bytes:
    with asked.start(*arguments) as process:
        assert process.stdout is not None
        return process.stdout.read()


def test_an_interrupted_reader_leaves_no_git_behind(repo: Repo) -> None:
    repo.save()
    asked = repository(repo.folder)
    with pytest.raises(KeyboardInterrupt), asked.start("cat-file", "--batch") as process:
        raise KeyboardInterrupt
    assert process.poll() is not None


def test_a_configuration_that_cannot_be_read_is_a_failure_of_git(repo: Repo) -> None:
    (repo.folder / ".git/config").write_text("[core\n")
    with pytest.raises(GitError, match="bad config"):
        find_repository(repo.folder)
