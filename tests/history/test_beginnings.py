"""Who first committed an objective: also through merges, renames and a cache."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from okrcli.history.beginnings import First, first_commits
from okrcli.history.plumbing.moment import moment
from okrcli.history.recorded import Recorded, present
from okrcli.model.reference import Key
from okrcli.model.series import Beginning
from okrcli.store.contents import file_contents
from okrcli.store.settings_file import read_settings
from tests.history.asking import DAY7, GROWTH, ORGANIZATION, TODAY, goals, recorded
from tests.history.repositories import Repo
from tests.history.troubled import troubled

KEY = Key("2026-Q4", "growth", "first-minute")


def _begun(found: Recorded) -> Mapping[Key, Beginning]:
    """Give the beginnings of objectives with one key result each."""
    begun = found.timeline.past.beginnings()
    return {key.of_objective: each for key, each in begun.items()}


def _first(repo: Repo) -> First:
    found = recorded(repo)
    return first_commits(repo.folder, found, _begun(found))[KEY]


def _cached(repo: Repo, caches: Path) -> Recorded:
    repo.checkout()
    settings = read_settings(repo.folder)
    files = file_contents(repo.folder, settings)
    day = recorded(repo).now
    return present(moment(repo.folder, settings, files, lambda _: day), caches=caches)


def test_it_is_the_author_of_the_commit_that_brought_it(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.commit({"okrs/organization.yaml": ORGANIZATION})
    made = repo.commit({GROWTH: goals(DAY7)}, author="bo", date="2026-10-05")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="chi")
    first = _first(repo)
    assert (first.place, first.commit, first.author) == (1, made, "bo")
    assert first.day.isoformat() == "2026-10-05"


def test_what_was_renamed_began_under_its_old_id(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.commit({GROWTH: goals(DAY7, objective="old")}, author="bo")
    repo.commit({GROWTH: goals(DAY7, more=["formerly: [old]"])}, author="ana")
    assert _first(repo).author == "Bo Xu"


def test_what_a_merge_brought_is_by_who_wrote_it(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.commit({"okrs/organization.yaml": ORGANIZATION})
    repo.branch("side")
    repo.commit({GROWTH: goals(DAY7, more=["draft: true"])}, author="chi")
    repo.commit({GROWTH: goals(DAY7)}, author="bo")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="ana")
    repo.go("main")
    merge = repo.merge("side", author="dana")
    first = _first(repo)
    assert (first.commit, first.author) == (merge, "bo")


def test_what_only_a_merge_has_is_by_who_merged(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.commit({"okrs/organization.yaml": ORGANIZATION})
    repo.branch("side")
    repo.commit({"okrs/other.yaml": goals(DAY7, objective="other")}, author="chi")
    repo.go("main")
    repo.merge("side", files={GROWTH: goals(DAY7)}, author="bo")
    assert _first(repo).author == "bo"


def test_what_is_not_committed_has_no_author_yet(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.commit({"okrs/organization.yaml": ORGANIZATION})
    repo.write({GROWTH: goals(DAY7)})
    first = _first(repo)
    assert (first.commit, first.author, first.day.isoformat()) == (None, None, TODAY)


def test_without_a_repository_nobody_is_known(tmp_path: Path) -> None:
    (tmp_path / "okrs").mkdir()
    (tmp_path / GROWTH).write_text(goals(DAY7), encoding="utf-8")
    found = recorded(tmp_path)
    assert first_commits(tmp_path, found, _begun(found))[KEY].author is None


@pytest.mark.parametrize("change", ["nothing", "commit", "merge", "working tree"])
def test_what_is_kept_of_a_history_knows_the_same_beginnings(tmp_path: Path, change: str) -> None:
    repo = troubled(tmp_path / "company")
    caches = tmp_path / "caches"
    _cached(repo, caches)
    text = goals(DAY7, objective="new", team="product")
    match change:
        case "commit":
            repo.commit({"okrs/new.yaml": text}, author="bo")
        case "merge":
            repo.branch("more")
            repo.commit({"okrs/new.yaml": text}, author="bo")
            repo.go("main")
            repo.merge("more", author="dana")
        case "working tree":
            repo.write({"okrs/new.yaml": text})
    plain, kept = recorded(repo), _cached(repo, caches)
    assert kept.timeline.past.beginnings() == plain.timeline.past.beginnings()
    found = _begun(plain)
    assert first_commits(repo.folder, kept, found) == first_commits(repo.folder, plain, found)
    assert any(first.author == "chi" for first in first_commits(repo.folder, kept, found).values())
