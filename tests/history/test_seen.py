"""Which commits of a line were there at a revision."""

from pathlib import Path

import pytest

from okrcli.errors import UnknownRevisionError
from okrcli.history.plumbing.git import repository
from okrcli.history.seen import seen_at
from tests.history.asking import DAY7, GROWTH, goals, recorded
from tests.history.repositories import Repo


def _line(repo: Repo) -> list[str | None]:
    return [each.commit.id for each in recorded(repo).timeline.past.commits()]


def test_a_commit_of_the_line_and_all_before_it_were_seen(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo")
    first = repo.commit({GROWTH: goals(DAY7)})
    second = repo.commit({GROWTH: goals(f"{DAY7}, current: 5")})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 6")})
    line = _line(repo)
    assert list(seen_at(repository(repo.folder), "HEAD~1", line)) == [first, second]
    assert len(seen_at(repository(repo.folder), "HEAD", line)) == 3


def test_another_commit_is_followed_back_to_the_line(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo")
    first = repo.commit({GROWTH: goals(DAY7)})
    repo.commit({"readme.md": "words"})
    repo.branch("side")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 4")})
    repo.go("main")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 5")})
    line = _line(repo)
    assert list(seen_at(repository(repo.folder), "main~1", line)) == [first]
    assert list(seen_at(repository(repo.folder), "side", line)) == [first]


def test_before_there_were_any_files_nothing_was_seen(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo")
    repo.commit({"readme.md": "words"})
    repo.commit({GROWTH: goals(DAY7)})
    line = _line(repo)
    assert list(seen_at(repository(repo.folder), "HEAD~1", line)) == []
    with pytest.raises(UnknownRevisionError):
        seen_at(repository(repo.folder), "HEAD~9", line)
