"""Commits out of the log's bytes, whatever stands in them."""

from datetime import date
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest

from okrcli.history.plumbing.git import repository
from okrcli.history.plumbing.log import ARGUMENTS, Commit, commits, day_of
from tests.history.repositories import Link, Repo

UTC = ZoneInfo("UTC")


def _read(repo: Repo, *more: str) -> list[Commit]:
    repo.save()
    with repository(repo.folder).start(*ARGUMENTS, *more, "HEAD") as log:
        assert log.stdout is not None
        return list(commits(log.stdout))


def test_commits_come_newest_first_with_what_they_changed(repo: Repo) -> None:
    first = repo.commit({"a": "1", "b": "1"}, author="bo", date="2026-10-05")
    second = repo.commit({"a": "2", "b": None, "c/d": "1"}, committed="2026-10-06")
    third = repo.commit({})
    found = _read(repo)
    assert [commit.id for commit in found] == [third, second, first]
    assert [commit.parents for commit in found] == [(second,), (first,), ()]
    assert found[0].changes == ()
    assert [(each.path, bool(each.old), bool(each.new)) for each in found[1].changes] == [
        ("a", True, True),
        ("b", True, False),
        ("c/d", False, True),
    ]
    assert found[2][2:6] == ("Bo Xu", "bo@acme.example", 1_791_190_800, 1_791_190_800)


@pytest.mark.parametrize(
    "path", ["with space", "with\ttab", 'with"quote', "ümlaut", ":colon", "-dash", "new\nline"]
)
def test_paths_come_as_they_are(path: str, repo: Repo) -> None:
    blob = repo.git("hash-object", "-w", "--stdin", given=b"1")
    tree = repo.git("mktree", "-z", given=f"100644 blob {blob}\t{path}\0".encode())
    commit = repo.git("commit-tree", "-m", "x", tree)
    repo.git("update-ref", "refs/heads/main", commit)
    assert [change.path for change in _read(repo)[0].changes] == [path]


def test_links_and_submodules_have_no_content(repo: Repo) -> None:
    repo.commit({"file": "1", "link": Link("file")})
    (found,) = _read(repo)
    assert [(each.path, each.new is None) for each in found.changes] == [
        ("file", False),
        ("link", True),
    ]


@pytest.mark.parametrize("author", [" <>", ": <:>", "\u202e <x>", "a" * 200_000 + " <x>"])
def test_odd_authors_come_as_they_are(author: str, repo: Repo) -> None:
    repo.commit({"a": "1"}, author=author)
    repo.commit({"a": "2"}, author=author)
    found = _read(repo)
    assert {(commit.author_name, len(commit.changes)) for commit in found} == {
        (author.rpartition(" ")[0], 1)
    }


def test_an_empty_log_has_no_commits() -> None:
    assert list(commits(BytesIO(b""))) == []


def test_a_merge_is_told_by_its_parents(repo: Repo) -> None:
    repo.commit({"a": "1"})
    repo.branch("side")
    repo.commit({"b": "1"})
    repo.go("main")
    repo.commit({"c": "1"})
    repo.merge("side")
    assert [commit.merge for commit in _read(repo, "--first-parent")] == [True, False, False]


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        (0, date(1970, 1, 1)),
        (-1, date(1969, 12, 31)),
        (-(10**18), date(1900, 1, 1)),
        (10**18, date(9999, 1, 1)),
    ],
)
def test_a_moment_out_of_this_world_is_brought_back(seconds: int, day: date) -> None:
    assert day_of(seconds, UTC) == day


@pytest.mark.parametrize(
    ("zone", "day"),
    [("UTC", 10), ("Pacific/Kiritimati", 11), ("Asia/Kolkata", 11), ("America/Denver", 10)],
)
def test_a_moment_is_a_day_of_a_time_zone(zone: str, day: int) -> None:
    assert day_of(1_791_657_000, ZoneInfo(zone)) == date(2026, 10, day)
