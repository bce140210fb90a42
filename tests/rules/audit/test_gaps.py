"""A clone that lacks old files accuses nobody of what only these files could tell."""

from pathlib import Path

import pytest

from okrcli.cli.checking.auditing import AuditQuestion, audit
from okrcli.cli.session import Session
from tests.history.asking import GROWTH, goals
from tests.history.repositories import Repo, git
from tests.rules.audit.asking import BEFORE, DAY7, ORGANIZATION, TODAY

FIRST = f"{DAY7}, current: 10, updated: 2026-10-05"
SECOND = "id: day8, title: More shops sell, baseline: 0, target: 100, current: 10"


def _clone(repo: Repo, place: Path, *options: str) -> Path:
    repo.git("config", "uploadpack.allowFilter", "true")
    git(place.parent, "clone", "-q", *options, repo.folder.as_uri(), str(place))
    return place


def _accused(folder: Path) -> set[tuple[str, str | None]]:
    session = Session(folder, {"OKR_TODAY": TODAY, "OKR_CACHE_DIR": str(folder.parent / "cache")})
    return {(each.rule, each.ref) for each in audit(session, AuditQuestion()).findings}


@pytest.fixture
def quarter(repo: Repo) -> Repo:
    """Give a quarter in which nobody did anything wrong, but for one key result of November."""
    repo.commit({"okr.toml": "", "okrs/organization.yaml": ORGANIZATION}, date=BEFORE)
    repo.commit({GROWTH: goals(FIRST, SECOND)}, date="2026-10-05", author="ana")
    later = SECOND.replace("current: 10", "current: 60, updated: 2026-11-02")
    repo.commit({GROWTH: goals(FIRST, later)}, date="2026-11-02", author="bo")
    tidied = f"{goals(FIRST, later)}# tidy\n"
    repo.commit({GROWTH: tidied}, date="2026-11-16", author="cleo")
    return repo


def test_a_clone_without_old_files_accuses_nobody(quarter: Repo, tmp_path: Path) -> None:
    whole = _accused(_clone(quarter, tmp_path / "whole"))
    part = _accused(_clone(quarter, tmp_path / "part", "--filter=blob:none"))
    assert part <= whole


def test_what_came_where_everything_is_at_hand_is_told(quarter: Repo, tmp_path: Path) -> None:
    folder = _clone(quarter, tmp_path / "part", "--filter=blob:none")
    new = "id: late, title: More shops pay, baseline: 0, target: 100"
    (folder / GROWTH).write_text(goals(FIRST, SECOND, new), encoding="utf-8")
    git(folder, "commit", "-qam", "late")
    assert ("late-key-result", "2026-Q4:growth/first-minute/late") in _accused(folder)
