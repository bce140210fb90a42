"""What was measured of KPIs, out of real repositories."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from okrcli.history.following.kpis import KpiHistory, Shown, kpi_history
from okrcli.model.organization import Organization, Person
from okrcli.model.settings import Settings
from tests.history.repositories import Repo

_PEOPLE = Organization(people=(Person("bo", emails=("bo@acme.example",)),))
_SHOWN = Shown(Settings(), _PEOPLE, date(2026, 11, 22), None)
_FILE = "okrs/kpis.yaml"

Told = Sequence[tuple[str, float, str | None]]


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Give an empty repository."""
    return Repo(tmp_path / "acme")


def _kpis(*kpis: str) -> str:
    return "\n".join(["kpis:", *(f"  - {{{kpi}}}" for kpi in kpis)]) + "\n"


def _churn(current: float, more: str = "") -> str:
    return _kpis(f"id: churn, title: Churn, at_most: 1.2, current: {current}{more}")


def _history(repo: Repo, shown: Shown = _SHOWN) -> KpiHistory:
    repo.checkout()
    return kpi_history(repo.folder, shown._replace(commit=shown.commit or repo.head))


def _told(history: KpiHistory, kpi: str = "churn") -> Told:
    return [(str(each.date), each.value, each.author) for each in history.readings.get(kpi, ())]


def test_each_change_of_a_value_is_a_reading(repo: Repo) -> None:
    repo.commit({_FILE: _churn(1.5)}, author="ana", date="2026-10-05")
    repo.commit({_FILE: _churn(1.4)}, author="bo", date="2026-10-12")
    repo.commit({_FILE: _churn(1.4, ", owner: bo")}, date="2026-10-13")
    assert _told(_history(repo)) == [("2026-10-05", 1.5, "Ana Silva"), ("2026-10-12", 1.4, "bo")]


def test_updated_is_the_date_where_the_commit_set_it(repo: Repo) -> None:
    repo.commit({_FILE: _churn(1.5, ", updated: 2026-10-01")}, date="2026-10-05")
    repo.commit({_FILE: _churn(1.5, ", updated: 2026-10-08")}, date="2026-10-09")
    repo.commit({_FILE: _churn(1.3, ", updated: 2026-10-08")}, date="2026-10-20")
    assert [day for day, *_ in _told(_history(repo))] == ["2026-10-01", "2026-10-08", "2026-10-20"]


def test_it_is_known_by_its_id_wherever_it_stands(repo: Repo) -> None:
    repo.commit({_FILE: _churn(1.5)}, date="2026-10-05")
    repo.commit({_FILE: None, "okrs/health/all.yml": _churn(1.5)}, date="2026-10-06")
    repo.commit({"okrs/health/all.yml": None}, date="2026-10-07")
    repo.commit({_FILE: _churn(1.1)}, date="2026-10-08")
    assert [value for _, value, _ in _told(_history(repo))] == [1.5, 1.1]


def test_a_file_that_cannot_be_read_says_nothing_new(repo: Repo) -> None:
    repo.commit({_FILE: _churn(1.5)}, date="2026-10-05")
    broken = repo.commit({_FILE: "kpis: ["}, date="2026-10-06")
    repo.commit({_FILE: _churn(1.5)}, date="2026-10-07")
    assert len(_told(_history(repo))) == 1
    assert [kpi.id for kpi in _history(repo, _SHOWN._replace(commit=broken)).kpis] == ["churn"]


def test_a_file_that_becomes_another_one_has_no_kpis(repo: Repo) -> None:
    repo.commit({_FILE: _churn(1.5)}, date="2026-10-05")
    repo.commit({_FILE: "organization: Acme\n"}, date="2026-10-06")
    assert not _history(repo).kpis


def test_who_measured_is_told_through_a_merge(repo: Repo) -> None:
    repo.commit({_FILE: _churn(1.5), "okrs/q.yaml": "team: a\n"}, author="ana", date="2026-10-05")
    repo.branch("side")
    repo.commit({_FILE: _churn(1.2)}, author="bo", date="2026-10-07")
    repo.commit({"okrs/q.yaml": "team: b\n"}, author="chi", date="2026-10-08")
    repo.go("main")
    merge = repo.merge("side", author="dana", date="2026-10-15")
    history = _history(repo)
    assert _told(history)[-1] == ("2026-10-07", 1.2, "bo")
    assert history.readings["churn"][-1].commit == merge


def test_what_is_not_committed_is_the_last_reading(repo: Repo) -> None:
    repo.commit({_FILE: _churn(1.5)}, date="2026-10-05")
    repo.checkout()
    files = {_FILE: _churn(1.7).encode()}
    history = kpi_history(repo.folder, _SHOWN._replace(files=files))
    assert _told(history) == [("2026-10-05", 1.5, "Ana Silva"), ("2026-11-22", 1.7, None)]
    assert [kpi.current for kpi in history.kpis] == [1.7]
    assert not kpi_history(repo.folder, _SHOWN).kpis


def test_without_a_repository_there_is_only_now(tmp_path: Path) -> None:
    history = kpi_history(tmp_path, _SHOWN._replace(files={_FILE: _churn(1.7).encode()}))
    assert _told(history) == [("2026-11-22", 1.7, None)]


def test_the_order_is_that_of_the_lists_and_not_of_the_files(repo: Repo) -> None:
    one, two, three = (f"id: {name}, title: It, current: 1" for name in ("one", "two", "three"))
    repo.commit({"okrs/z.yaml": _kpis(one, two), "okrs/a.yaml": _kpis(three)})
    found = [kpi.id for kpi in _history(repo).kpis]
    repo.commit({"okrs/a.yaml": _kpis(one, two), "okrs/z.yaml": _kpis(three)})
    assert [kpi.id for kpi in _history(repo).kpis] == found == ["one", "three", "two"]


def test_of_two_with_one_id_the_last_path_wins_if_it_can_be_read(repo: Repo) -> None:
    repo.commit({"okrs/a.yaml": _churn(1), "okrs/b.yaml": _churn(2)}, date="2026-10-05")
    assert [kpi.current for kpi in _history(repo).kpis] == [2]
    repo.commit({"okrs/b.yaml": "kpis: {"}, date="2026-10-06")
    assert [kpi.current for kpi in _history(repo).kpis] == [1]
