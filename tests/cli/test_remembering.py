"""A report that is asked for again says what it said, and computes nothing."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from okrcli.cli.reports.reports import Made, Wanted, made
from okrcli.cli.session import Session
from okrcli.history import recorded
from okrcli.history.following.past import Past
from okrcli.history.plumbing import shape
from tests.cli.test_grounds import CHANGES
from tests.history import story
from tests.history.asking import DAY7, GROWTH, ORGANIZATION, TODAY, goals
from tests.history.repositories import Repo

REPORTS = ("week", "board", "cycle", "plan", "health", "person")
QUESTIONS = (
    Wanted(),
    Wanted(about="product"),
    Wanted(cycle="2026-Q3"),
)


@pytest.fixture
def computing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give an entry for each time that a history is read from now on."""
    found: list[str] = []
    present = recorded.present

    def spy(*arguments: object) -> object:
        found.append("computed")
        return present(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(recorded, "present", spy)
    return found


def ask(folder: Path, caches: Path | None, name: str, wanted: Wanted, today: str = TODAY) -> Made:
    """Ask for a report; with a cache or without."""
    session = Session(folder, {"OKR_TODAY": today, "OKR_CACHE_DIR": str(caches)})
    about = {"person": "ana"} if name == "person" else {}
    return made(session, name, wanted._replace(cached=caches is not None, **about))


def written(made: Made) -> list[str]:
    """Write it in every format."""
    return [made.json(), *_pages(made)]


def _pages(made: Made) -> Iterator[str]:
    for form in ("markdown", "html", "slack", "text"):
        render = getattr(import_module(f"okrcli.render.pages.{form}"), f"page_{form}")
        yield str(render(made.page()))


@pytest.mark.parametrize("wanted", QUESTIONS)
@pytest.mark.parametrize("name", REPORTS[:-1])
def test_every_format_of_what_is_remembered_is_the_same(
    name: str, wanted: Wanted, demo_company: Path, tmp_path: Path, computing: list[str]
) -> None:
    plain = written(ask(demo_company, None, name, wanted, "2026-11-22"))
    assert written(ask(demo_company, tmp_path, name, wanted, "2026-11-22")) == plain
    computing.clear()
    found = ask(demo_company, tmp_path, name, wanted, "2026-11-22")
    assert computing == []
    assert written(found) == plain


def test_each_question_has_its_own_answer(tmp_path: Path) -> None:
    folder, caches = story.tell(tmp_path / "company").folder, tmp_path / "caches"
    for _ in range(2):
        for name in REPORTS:
            for wanted in (Wanted(), Wanted(about="growth"), Wanted(cycle="2026-Q4")):
                plain = written(ask(folder, None, name, wanted, story.TODAY))
                assert written(ask(folder, caches, name, wanted, story.TODAY)) == plain


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", ["week", "health"])
def test_nothing_is_remembered_of_another_state(
    name: str, tmp_path: Path, change: Callable[[Repo], None]
) -> None:
    repo, caches = _small(tmp_path), tmp_path / "caches"
    ask(repo.folder, caches, name, Wanted())
    change(repo)
    after = written(ask(repo.folder, None, name, Wanted()))
    assert written(ask(repo.folder, caches, name, Wanted())) == after
    assert written(ask(repo.folder, caches, name, Wanted())) == after


def test_nothing_is_remembered_of_another_day(tmp_path: Path) -> None:
    repo, caches = _small(tmp_path), tmp_path / "caches"
    for today in ("2026-11-20", "2026-11-21", "2026-11-20"):
        plain = written(ask(repo.folder, None, "week", Wanted(), today))
        assert written(ask(repo.folder, caches, "week", Wanted(), today)) == plain


@pytest.mark.parametrize("about", [None, "product", "growth"])
@pytest.mark.parametrize("name", ["week", "cycle"])
def test_what_was_said_is_remembered_for_another_day_and_question(
    name: str,
    about: str | None,
    demo_company: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = written(ask(demo_company, None, name, Wanted(about), "2026-11-24"))
    ask(demo_company, tmp_path, name, Wanted(), "2026-11-22")
    monkeypatch.delattr(Past, "versions")
    assert written(ask(demo_company, tmp_path, name, Wanted(about), "2026-11-24")) == plain


def test_what_was_said_is_not_remembered_with_what_is_not_committed(tmp_path: Path) -> None:
    repo, caches = _small(tmp_path), tmp_path / "caches"
    repo.write({GROWTH: goals(f"{DAY7}, current: 77")})
    for today in ("2026-11-20", "2026-11-21"):
        plain = written(ask(repo.folder, None, "week", Wanted(), today))
        assert written(ask(repo.folder, caches, "week", Wanted(), today)) == plain


def test_nothing_is_remembered_of_other_rules(
    tmp_path: Path, computing: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    repo, caches = _small(tmp_path), tmp_path / "caches"
    ask(repo.folder, caches, "health", Wanted())
    monkeypatch.setattr(shape, "rules_version", lambda: "older ones")
    computing.clear()
    ask(repo.folder, caches, "health", Wanted())
    assert computing


def test_a_file_that_changes_meanwhile_is_not_remembered_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo, caches = _small(tmp_path), tmp_path / "caches"
    present = recorded.present

    def late(*arguments: object) -> object:
        found = present(*arguments)  # type: ignore[arg-type]
        repo.write({GROWTH: goals(f"{DAY7}, current: 77")})
        return found

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(recorded, "present", late)
        ask(repo.folder, caches, "board", Wanted())
    plain = written(ask(repo.folder, None, "board", Wanted()))
    assert written(ask(repo.folder, caches, "board", Wanted())) == plain


@pytest.mark.parametrize("name", ["week", "cycle", "plan"])
def test_what_cannot_be_read_is_named_each_time(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repo, caches = _small(tmp_path), tmp_path / "caches"
    repo.write({GROWTH: "<<<<<<< HEAD\n"})
    for _ in range(2):
        written(ask(repo.folder, caches, name, Wanted()))
        assert capsys.readouterr().err.count(f"{GROWTH} cannot be read") == 1


def _small(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "repo")
    repo.commit({"okrs/organization.yaml": ORGANIZATION, GROWTH: goals(f"{DAY7}, current: 1")})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2")}, author="bo")
    return repo.checkout()
