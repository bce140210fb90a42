"""Reading the line: one log, one batch, and only what is of interest."""

import pytest

from okrcli.errors import GitError
from okrcli.history.plumbing.git import Git, repository
from okrcli.history.plumbing.line import GRAPH, LINE, Query, read
from okrcli.history.plumbing.log import Commit
from tests.history.repositories import Repo


def _read(
    repo: Repo, shape: tuple[str, ...] = LINE, known: dict[str, bytes] | None = None
) -> tuple[list[Commit], dict[str, bytes]]:
    git = _git(repo)
    query = Query(repo.head, shape, ("okrs", "okr.toml"))
    found, contents = read(git, query, place=_place, decode=bytes, known=known or {})
    return list(found), dict(contents)


def _git(repo: Repo) -> Git:
    repo.save()
    return repository(repo.folder)


def _place(path: str) -> str | None:
    return path.upper() if path.endswith(".yaml") else None


def test_every_content_that_a_commit_names_is_read_once(repo: Repo) -> None:
    repo.commit({"okrs/a.yaml": "1"})
    repo.commit({"okrs/a.yaml": "2", "okrs/b.yaml": "1", "other": "9"})
    repo.commit({"okrs/a.yaml": "1"})
    found, contents = _read(repo)
    assert sorted(contents.values()) == [b"1", b"2"]
    assert [[change.path for change in commit.changes] for commit in found] == [
        ["OKRS/A.YAML"],
        ["OKRS/A.YAML", "OKRS/B.YAML"],
        ["OKRS/A.YAML"],
    ]


def test_what_is_of_no_interest_is_not_read_but_its_commit_counts(repo: Repo) -> None:
    repo.commit({"okrs/README.md": "1", "okr.toml": ""})
    found, contents = _read(repo)
    assert [commit.changes for commit in found] == [()]
    assert contents == {}


def test_known_contents_are_not_read_again(repo: Repo) -> None:
    repo.commit({"okrs/a.yaml": "1"})
    first = repo.head
    blob = repo.git("rev-parse", f"{first}:okrs/a.yaml")
    repo.commit({"okrs/a.yaml": "2"})
    _, contents = _read(repo, known={blob: b"known"})
    assert sorted(contents.values()) == [b"2", b"known"]


def test_the_graph_has_the_side_branches_too(repo: Repo) -> None:
    repo.commit({"okrs/a.yaml": "1"})
    repo.branch("side")
    side = repo.commit({"okrs/a.yaml": "2"})
    repo.go("main")
    repo.commit({"README.md": "x"})
    merge = repo.merge("side")
    line, _ = _read(repo)
    graph, _ = _read(repo, GRAPH)
    assert [commit.id for commit in line][:1] == [merge]
    assert side not in {commit.id for commit in line}
    assert side in {commit.id for commit in graph}


def test_contents_may_be_empty_large_or_without_a_last_line_feed(repo: Repo) -> None:
    texts = ["", "no line feed", "x" * 3_000_000, "\0\n\0"]
    repo.commit({f"okrs/{place}.yaml": text for place, text in enumerate(texts)})
    _, contents = _read(repo)
    assert sorted(contents.values()) == sorted(text.encode() for text in texts)


def test_a_failing_log_stops_it(repo: Repo) -> None:
    repo.commit({"okrs/a.yaml": "1"})
    git = _git(repo)
    query = Query("0" * 40, LINE, ("okrs",))
    with pytest.raises(GitError, match="bad object"):
        read(git, query, place=_place, decode=bytes, known={})


def test_what_fails_while_decoding_stops_it(repo: Repo) -> None:
    repo.commit({f"okrs/{place}.yaml": f"{place}" for place in range(500)})
    git = _git(repo)

    def fail(data: bytes) -> bytes:
        raise KeyboardInterrupt(data)

    with pytest.raises(KeyboardInterrupt):
        read(git, Query(repo.head, LINE, ("okrs",)), place=_place, decode=fail, known={})
