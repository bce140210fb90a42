"""`okr log` on real repositories, through the real binary."""

import csv
import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.history.asking import GROWTH, ORGANIZATION, goals
from tests.history.repositories import Repo
from tests.running import Golden, Okr

_DAY7 = 'id: day7, title: Shops come back, unit: "%", baseline: 31, target: '
_SETUP = "id: setup, title: Set-up is quick, milestones: [Plan, Do]"
_ENV = {"OKR_TODAY": "2026-11-22"}


def _company(folder: Path) -> Repo:
    repo = Repo(folder)
    repo.commit(
        {
            "okrs/organization.yaml": ORGANIZATION,
            GROWTH: goals(_DAY7 + "50", _SETUP),
        },
        date="2026-09-21",
    )
    repo.commit(
        {GROWTH: goals(_DAY7 + "50, current: 33, confidence: 7/10", _SETUP)}, date="2026-10-05"
    )
    told = "revised: [{on: 2026-10-20, field: target, was: 50, now: 45, why: traffic halved}]"
    repo.commit(
        {GROWTH: goals(f"{_DAY7}45, current: 33, confidence: 7/10, {told}", _SETUP)},
        author="bo",
        date="2026-10-20",
    )
    repo.commit(
        {
            GROWTH: goals(
                f"{_DAY7}45, current: 36.5, confidence: 6/10, note: Nudges shipped, {told}",
                _SETUP,
                more=["close: {decision: continue, score: 0.6, why: Half of it.}"],
            )
        },
        date="2026-11-09",
    )
    repo.commit(
        {
            GROWTH: goals(
                f"{_DAY7.replace('day7', 'seven')}45, current: 36.5, confidence: 6/10, "
                f"note: Nudges shipped, formerly: [day7], {told}",
                more=["close: {decision: continue, score: 0.6, why: Half of it.}"],
            )
        },
        author="Zoë <zoe@else.example>",
        date="2026-11-16",
    )
    return repo.checkout()


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a repository with a story."""
    return _company(tmp_path_factory.mktemp("log") / "acme").folder


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    ("name", "arguments"),
    [("everything", []), ("key-result", ["growth/first-minute/seven"]), ("team", ["growth"])],
)
def test_the_story(  # noqa: PLR0913, PLR0917 - fixtures and parameters
    name: str, arguments: Sequence[str], width: int, company: Path, okr: Okr, golden: Golden
) -> None:
    run = okr("log", *arguments, cwd=company, env={**_ENV, "COLUMNS": str(width)})
    assert (run.code, run.stderr) == (0, "")
    golden(f"log/cli-{name}-{width}.txt", run.stdout)


@pytest.mark.parametrize("form", ["json", "markdown", "csv"])
def test_the_story_in_other_formats(form: str, company: Path, okr: Okr, golden: Golden) -> None:
    run = okr("log", "first-minute", "--format", form, cwd=company, env=_ENV)
    assert (run.code, run.stderr) == (0, "")
    golden(f"log/cli.{form}", run.stdout)


def _entries(okr: Okr, cwd: Path, *arguments: str) -> list[dict[str, Any]]:
    run = okr("log", *arguments, "--format", "json", cwd=cwd, env=_ENV)
    assert (run.code, run.stderr) == (0, "")
    return list(json.loads(run.stdout)["entries"])


def _days(okr: Okr, cwd: Path, *arguments: str) -> list[str]:
    return list(dict.fromkeys(each["date"][5:] for each in _entries(okr, cwd, *arguments)))


@pytest.mark.parametrize(
    ("arguments", "days"),
    [
        ([], ["11-16", "11-09", "10-20", "10-05", "09-21"]),
        (["growth/first-minute/setup"], ["11-16", "11-09", "09-21"]),
        (["--since", "2026-10-20"], ["11-16", "11-09", "10-20"]),
        (["--since", "HEAD~2"], ["11-16", "11-09"]),
        (["--since", "HEAD"], []),
        (["--author", "bo"], ["10-20"]),
        (["--author", "Ana Silva"], ["11-09", "10-05", "09-21"]),
        (["--author", "Zoë"], ["11-16"]),
        (["--limit", "2"], ["11-16", "11-09"]),
        (["--at", "2026-10-06"], ["10-05", "09-21"]),
        (["--at", "HEAD~3", "--limit", "1"], ["10-05"]),
        (["--cycle", "2026-Q4", "--limit", "1"], ["11-16"]),
    ],
)
def test_what_is_shown(
    arguments: Sequence[str], days: Sequence[str], company: Path, okr: Okr
) -> None:
    assert _days(okr, company, *arguments) == days


def test_an_old_id_leads_to_the_story_of_the_new_one(company: Path, okr: Okr) -> None:
    entries = _entries(okr, company, "growth/first-minute/day7")
    assert {each["ref"] for each in entries} == {"growth/first-minute", "growth/first-minute/seven"}


def test_goalposts_are_told_with_their_reasons(company: Path, okr: Okr) -> None:
    posts = [post["text"] for each in _entries(okr, company) for post in each["goalposts"]]
    assert posts == [
        "removed from the file",
        "renamed from day7",
        "closed: continue, score 0.6. Half of it.",
        "target eased from 50 to 45%: traffic halved",
        "added",
        "added: 2 milestones",
        "added: 31 → 50%",
    ]


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["growth/first-minut"], "is neither a team nor a reference here", "growth/first-minute"),
        (["--author", "anna"], "anna is nobody who checked in here", "did you mean 'ana'?"),
        (["--cycle", "2025"], "there are no OKRs in a cycle 2025", "2026-Q4"),
        (["--since", "yesterday"], "'yesterday' is neither a date (YYYY-MM-DD) nor a commit", ""),
        (["--limit", "-1"], "Invalid value for '--limit'", ""),
    ],
)
def test_wrong_use(
    arguments: Sequence[str], message: str, hint: str, company: Path, okr: Okr
) -> None:
    run = okr("log", *arguments, cwd=company, env=_ENV)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr


def test_uncommitted_changes_come_first(tmp_path: Path, okr: Okr) -> None:
    repo = _company(tmp_path / "acme")
    repo.write({GROWTH: goals(_DAY7.replace("day7", "seven") + "44, current: 40")})
    run = okr("log", "--limit", "1", cwd=repo.folder, env=_ENV)
    assert "2026-11-22 · uncommitted\n" in run.stdout
    assert "target eased from 45 to 44%" in run.stdout
    entry = _entries(okr, repo.folder, "--limit", "1")[-1]
    assert (entry["commit"], entry["author"], entry["check_in"]["delta"]) == (None, None, 3.5)


def test_a_side_branch_is_followed_back_to_the_line(tmp_path: Path, okr: Okr) -> None:
    repo = _company(tmp_path / "acme")
    repo.branch("side", repo.git("rev-parse", "main~2"))
    repo.commit({GROWTH: goals(_DAY7 + "46")}, date="2026-10-22")
    repo.commit({"readme.md": "x"}, date="2026-10-23")
    repo.go("main")
    repo.checkout()
    assert _days(okr, repo.folder, "--since", "side") == ["11-16", "11-09"]


def test_hostile_text_is_only_text(tmp_path: Path, okr: Okr) -> None:
    repo = Repo(tmp_path / "acme")
    note = 'note: "\\e[31mred | `x` <b> @ana\\n=1+1"'
    author = "\x1b]0;evil\x07 \u202e <x@y>"
    repo.commit(
        {GROWTH: goals(f"{_DAY7}50, current: 33, {note}")}, author=author, date="2026-10-05"
    )
    repo.checkout()
    for form in ("table", "json", "markdown", "csv"):
        run = okr("log", "--format", form, cwd=repo.folder, env=_ENV)
        assert (run.code, run.stderr) == (0, "")
        assert not any(sign in run.stdout for sign in ("\x1b", "\x07", "\u202e"))
    written = okr("log", "--format", "csv", cwd=repo.folder, env=_ENV).stdout
    assert all(len(row) == 17 for row in csv.reader(StringIO(written)))


def test_without_a_repository_it_says_what_is_missing(tmp_path: Path, okr: Okr) -> None:
    (tmp_path / "okr.toml").touch()
    (tmp_path / "okrs").mkdir()
    (tmp_path / GROWTH).write_text(goals(_DAY7 + "50"))
    run = okr("log", cwd=tmp_path, env=_ENV)
    assert run.code == 0
    assert "! history is incomplete: not in a git repository" in run.stdout
    assert not json.loads(okr("log", "--format", "json", cwd=tmp_path, env=_ENV).stdout)["history"][
        "complete"
    ]
