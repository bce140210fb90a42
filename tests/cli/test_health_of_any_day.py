"""What was found of the health of the process on a day is what another day would find."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from okrcli.cli.reading.progressing import progress
from okrcli.cli.reading.reporting import Question
from okrcli.cli.reports.reports import Wanted
from okrcli.cli.session import Session
from okrcli.history.following.past import Past
from tests.cli.test_grounds import CHANGES
from tests.cli.test_remembering import ask, written
from tests.history.asking import DAY7, GROWTH, ORGANIZATION, goals
from tests.history.repositories import Repo

DAYS = (
    *("2026-07-10", "2026-09-30", "2026-10-01", "2026-10-02", "2026-10-07", "2026-10-08"),
    *("2026-10-09", "2026-10-20", "2026-11-10", "2026-11-11", "2026-12-31", "2027-02-02"),
)
FIRST = ("2026-09-30", "2026-10-07", "2026-10-20", "2026-11-11", "2027-02-02")
SUMMER = "okrs/summer.yaml"
LOOKED = "retrospective:\n  change_next: [{action: Measure first, done: true}, Talk]\n"
PLAIN = "[check_ins]\npauses = [{ start = 2026-10-01, end = 2026-10-05 }]\n"
NO_CLOSING = f"closing_days = 0\n{PLAIN}"
STRETCH = "ambition: aspirational"
SURE = "id: sure, title: Late and sure, baseline: 0, target: 10, starts: 2026-09-25"
LONG = "id: long, title: It stays up, at_least: 9, due: 2026-11-10"
SHORT = "id: long, title: It stays up, at_least: 9"
AHEAD = "id: ahead, title: Told ahead, baseline: 0, target: 10, starts: 2026-08-03"


def _summer(*key_results: str, more: str = "") -> str:
    return goals(*key_results, objective="summer", cycle="2026-Q3", more=[STRETCH]) + more


def _odd(folder: Path, settings: str, formerly: str = "", up: str = LONG) -> Repo:
    """Tell a history in which numbers go on changing after the end, and dates run ahead."""
    repo = Repo(folder)
    begun = {"okr.toml": settings, "okrs/organization.yaml": ORGANIZATION}
    repo.commit({**begun, SUMMER: _summer(up, SURE, AHEAD)}, date="2026-07-06")
    first = (f"{up}, current: 9.5", SURE, f"{AHEAD}, current: 2")
    repo.commit({SUMMER: _summer(*first)}, date="2026-08-10")
    said = (
        f"{up}, current: 8",
        f"{SURE}, current: 1, confidence: 0.95, updated: 2026-10-08",
        f"{AHEAD}, current: 10, updated: 2026-10-09",
    )
    repo.commit({SUMMER: _summer(*said)}, date="2026-09-26")
    autumn = goals(f"{DAY7}, current: 1", more=[formerly] if formerly else [])
    repo.commit({GROWTH: autumn}, date="2026-10-20")
    late = (f"{up}, current: 9.9", said[1], f"{AHEAD}, current: 9, updated: 2026-10-19")
    repo.commit({SUMMER: _summer(*late, more=LOOKED)}, date="2026-10-19")
    return repo.checkout()


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Wanted(), (PLAIN,)),
        (Wanted("growth"), (NO_CLOSING,)),
        (Wanted(cycle="2026-Q3"), (PLAIN, "", SHORT)),
        (Wanted(), (PLAIN, "formerly: ['2026-Q3:growth/summer']")),
    ],
)
def test_on_every_day_it_is_what_would_be_found_anew(
    wanted: Wanted, told: tuple[str, ...], tmp_path: Path
) -> None:
    folder, copy = _odd(tmp_path / "repo", *told).folder, tmp_path / "copy"
    plain = {day: ask(folder, None, "health", wanted, day).json() for day in DAYS}
    assert len({text.replace(day, "") for day, text in plain.items()}) > len(DAYS) / 3
    for first in FIRST:
        caches = tmp_path / first
        ask(folder, caches, "health", wanted, first)
        for day in DAYS:
            shutil.copytree(caches, copy)
            assert ask(folder, copy, "health", wanted, day).json() == plain[day], (first, day)
            shutil.rmtree(copy)


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("2026-11-22", ("2026-11-23", "2026-12-31")),
        ("2027-01-02", ()),
        ("2027-01-10", ("2027-01-11", "2027-03-01")),
    ],
)
def test_it_is_found_once_for_the_days_that_it_holds(
    first: str,
    later: tuple[str, ...],
    demo_company: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = [
        (wanted, day)
        for wanted in (Wanted(), Wanted("product"), Wanted(cycle="2026-Q4"))
        for day in (first, *later)
    ]
    plain = {each: written(ask(demo_company, None, "health", *each)) for each in asked}
    for wanted, day in asked:
        if day == first:
            ask(demo_company, tmp_path, "health", wanted, day)
    monkeypatch.delattr(Past, "versions")
    for wanted, day in asked:
        found = written(ask(demo_company, tmp_path, "health", wanted, day))
        assert found == plain[wanted, day]


def _another_rule(repo: Repo) -> None:
    repo.write({"okr.toml": '[lint]\nignore = ["late-edit", "sandbagging", "clarity"]\n'})


def _a_retrospective(repo: Repo) -> None:
    repo.write({"okrs/looked.yaml": f"team: company\ncycle: 2026-Q3\nobjectives: []\n{LOOKED}"})


def _another_id(repo: Repo) -> None:
    old = ["formerly: ['2026-Q3:growth/summer']"]
    repo.commit({GROWTH: goals(f"{DAY7}, current: 4", objective="second-minute", more=old)})
    repo.checkout()


@pytest.mark.parametrize("change", [*CHANGES, _another_rule, _a_retrospective, _another_id])
def test_nothing_is_kept_of_another_state(tmp_path: Path, change: Callable[[Repo], None]) -> None:
    repo, caches = _odd(tmp_path / "repo", PLAIN), tmp_path / "caches"
    ask(repo.folder, caches, "health", Wanted(), "2026-11-25")
    change(repo)
    for day in ("2026-11-26", "2026-11-27"):
        plain = written(ask(repo.folder, None, "health", Wanted(), day))
        assert written(ask(repo.folder, caches, "health", Wanted(), day)) == plain


def test_what_is_not_committed_is_kept_for_no_other_day(tmp_path: Path) -> None:
    repo, caches = _odd(tmp_path / "repo", PLAIN), tmp_path / "caches"
    repo.write({GROWTH: goals(f"{DAY7}, current: 77")})
    for day in ("2026-10-26", "2026-11-26"):
        plain = ask(repo.folder, None, "health", Wanted(), day).json()
        assert ask(repo.folder, caches, "health", Wanted(), day).json() == plain


def test_what_cannot_be_read_is_named_on_another_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repo, caches = _odd(tmp_path / "repo", PLAIN), tmp_path / "caches"
    repo.commit({SUMMER: "team: growth\ncycle: 2026-Q3\nobjectives: [\n"})
    repo.checkout()
    for day in ("2026-11-25", "2026-11-26"):
        ask(repo.folder, caches, "health", Wanted(), day)
        assert capsys.readouterr().err.count(f"{SUMMER} cannot be read") == 1


def test_it_is_still_known_after_many_days_of_other_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, caches = _odd(tmp_path / "repo", PLAIN).folder, tmp_path / "caches"
    ask(folder, caches, "health", Wanted(), "2026-11-12")
    monkeypatch.delattr(Past, "versions")
    for day in range(13, 30):
        environ = {"OKR_TODAY": f"2026-11-{day}", "OKR_CACHE_DIR": str(caches)}
        progress(Session(folder, environ), Question(cached=True))
        ask(folder, caches, "health", Wanted(), f"2026-11-{day}")
