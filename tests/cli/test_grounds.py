"""What a report remembers is what it would compute."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from okrcli.analysis.progress.report import Report
from okrcli.cli.reading.progressing import progress
from okrcli.cli.reading.reporting import Question
from okrcli.cli.session import Session
from okrcli.errors import UsageError
from okrcli.history import recorded
from okrcli.render.progress.csv import progress_csv
from okrcli.render.progress.json import progress_json
from okrcli.render.progress.markdown import progress_markdown
from okrcli.render.progress.table import progress_table
from tests.history import story
from tests.history.asking import DAY7, GROWTH, ORGANIZATION, TODAY, goals
from tests.history.repositories import Repo

QUESTIONS = (
    Question(),
    Question(about="growth"),
    Question(about="growth/first-minute"),
    Question(about="growth/first-minute/day7"),
    Question(owner="ana"),
    Question(about="growth", owner="bo"),
    Question(cycle="2026-Q4"),
    Question(about="growth", cycle="2026-Q4"),
)


@pytest.fixture
def computing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the days for which something is computed from now on."""
    found: list[str] = []
    present = recorded.present

    def spy(*arguments: object) -> object:
        found.append("computed")
        return present(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(recorded, "present", spy)
    return found


def ask(folder: Path, caches: Path | None, question: Question, today: str = TODAY) -> list[str]:
    """Answer in every format; with a cache or without."""
    session = Session(folder, {"OKR_TODAY": today, "OKR_CACHE_DIR": str(caches)})
    try:
        report = progress(session, question._replace(cached=caches is not None))
    except UsageError as error:
        return [error.message, str(error.hint)]
    return list(_written(report))


def _written(report: Report) -> Iterator[str]:
    yield progress_json(report)
    yield progress_csv(report)
    yield progress_markdown(report)
    for width in (60, 140):
        yield progress_table(report, width=width, color=True)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_format_of_what_is_remembered_is_the_same(
    tmp_path: Path, question: Question, computing: list[str]
) -> None:
    folder, caches = story.tell(tmp_path / "company").folder, tmp_path / "caches"
    plain = ask(folder, None, question, story.TODAY)
    assert ask(folder, caches, question, story.TODAY) == plain
    computing.clear()
    assert ask(folder, caches, question, story.TODAY) == plain
    assert computing == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_remembered_is_the_whole_of_it(tmp_path: Path, question: Question) -> None:
    folder = story.tell(tmp_path / "company").folder
    environ = {"OKR_TODAY": story.TODAY, "OKR_CACHE_DIR": str(tmp_path / "caches")}
    session, cached = Session(folder, environ), question._replace(cached=True)
    plain = _plain(progress(session, question))
    assert [_plain(progress(session, cached)) for _ in range(2)] == [plain, plain]


def _plain(value: object) -> object:
    """Make a list of every sequence, whatever kind it is of."""
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def test_one_report_remembers_for_all_questions_of_its_cycles(
    tmp_path: Path, computing: list[str]
) -> None:
    folder, caches = story.tell(tmp_path / "company").folder, tmp_path / "caches"
    ask(folder, caches, Question(about="growth"), story.TODAY)
    plain = [ask(folder, None, question, story.TODAY) for question in QUESTIONS[:2]]
    computing.clear()
    assert [ask(folder, caches, question, story.TODAY) for question in QUESTIONS[:2]] == plain
    assert computing == []


def test_a_wrong_name_is_refused_in_the_same_words(tmp_path: Path) -> None:
    folder, caches = story.tell(tmp_path / "company").folder, tmp_path / "caches"
    for question in (
        Question(about="growht"),
        Question(about="growth/nothing"),
        Question(owner="nobody"),
        Question(cycle="2031-Q1"),
    ):
        plain = ask(folder, None, question, story.TODAY)
        assert ask(folder, caches, question, story.TODAY) == plain
        ask(folder, caches, Question(), story.TODAY)
        assert ask(folder, caches, question, story.TODAY) == plain


def _another_threshold(repo: Repo) -> None:
    repo.write({"okr.toml": "[status]\non_track = 0.9\nbehind = 0.95\n"})


def _only_a_comment_in_the_settings(repo: Repo) -> None:
    repo.write({"okr.toml": "# nothing else\n"})


def _another_rhythm(repo: Repo) -> None:
    written = ORGANIZATION.replace("parent: company}", "parent: company, check_in_days: 90}")
    repo.write({"okrs/organization.yaml": written})


def _another_name(repo: Repo) -> None:
    repo.write({"okrs/organization.yaml": ORGANIZATION.replace("id: bo", "id: beau")})


def _another_value(repo: Repo) -> None:
    repo.write({GROWTH: goals(f"{DAY7}, current: 77")})


def _another_commit(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 78")}, author="chi")
    repo.checkout()


def _a_file_that_cannot_be_read(repo: Repo) -> None:
    repo.write({GROWTH: "<<<<<<< HEAD\n"})


def _a_file_more(repo: Repo) -> None:
    repo.write({"okrs/more.yaml": goals(f"{DAY7}, current: 5", objective="other")})


CHANGES = (
    *(_another_threshold, _only_a_comment_in_the_settings, _another_rhythm, _another_name),
    *(_another_value, _another_commit, _a_file_that_cannot_be_read, _a_file_more),
)

SILENT = (_only_a_comment_in_the_settings, _a_file_that_cannot_be_read)


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_remembered_of_another_state(
    tmp_path: Path, change: Callable[[Repo], None]
) -> None:
    repo, caches = Repo(tmp_path / "repo"), tmp_path / "caches"
    repo.commit({"okrs/organization.yaml": ORGANIZATION, GROWTH: goals(f"{DAY7}, current: 1")})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2")}, author="bo")
    before = ask(repo.checkout().folder, caches, Question())
    change(repo)
    after = ask(repo.folder, None, Question())
    assert ask(repo.folder, caches, Question()) == after
    assert ask(repo.folder, caches, Question()) == after
    assert after != before or change in SILENT


def test_nothing_is_remembered_of_another_day(tmp_path: Path) -> None:
    repo, caches = Repo(tmp_path / "repo"), tmp_path / "caches"
    repo.commit({"okrs/organization.yaml": ORGANIZATION, GROWTH: goals(f"{DAY7}, current: 1")})
    repo.checkout()
    for today in ("2026-11-20", "2026-11-21", "2027-02-01", "2026-11-20"):
        plain = ask(repo.folder, None, Question(), today)
        assert ask(repo.folder, caches, Question(), today) == plain


def test_what_cannot_be_read_is_named_each_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repo, caches = Repo(tmp_path / "repo"), tmp_path / "caches"
    repo.commit({"okrs/organization.yaml": ORGANIZATION, GROWTH: goals(f"{DAY7}, current: 1")})
    repo.checkout()
    repo.write({GROWTH: "<<<<<<< HEAD\n"})
    for _ in range(2):
        ask(repo.folder, caches, Question())
        assert f"{GROWTH} cannot be read" in capsys.readouterr().err
