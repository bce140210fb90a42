"""`okr report week` and `okr report board` on real repositories, through the real binary."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from okrcli.render.text import width
from tests.cli.conftest import Ask
from tests.cli.weeks import TODAY, weeks
from tests.history.repositories import CLEAN, Repo
from tests.running import Golden, Okr

_ENV = {**CLEAN, "OKR_TODAY": TODAY}
_FORMATS = {
    "json": "json",
    "markdown": "md",
    "html": "html",
    "slack": "slack.json",
    "text": "txt",
}
_REPORTS = ("week", "board")


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Give a company of a few weeks; no test may change it."""
    return weeks(tmp_path_factory.mktemp("weeks") / "acme")


def _week(okr: Okr, cwd: Path, *arguments: str) -> dict[str, Any]:
    run = okr("report", "week", *arguments, "--format", "json", cwd=cwd, env=_ENV)
    assert (run.code, run.stderr) == (0, "")
    return dict(json.loads(run.stdout))


def _refs(found: Sequence[dict[str, Any]]) -> list[str]:
    return [each["ref"] for each in found]


@pytest.mark.parametrize("columns", [50, 80, 120])
@pytest.mark.parametrize("name", _REPORTS)
def test_the_demo_company_on_a_terminal(
    name: str, columns: int, demo_company: Path, ask: Ask, golden: Golden
) -> None:
    shown = ask("report", name, cwd=demo_company, width=columns)
    golden(f"report/{name}-{columns}.txt", shown)
    assert max(map(width, shown.splitlines())) <= columns


@pytest.mark.parametrize("form", _FORMATS)
@pytest.mark.parametrize("name", _REPORTS)
def test_the_demo_company_in_other_formats(
    name: str, form: str, demo_company: Path, ask: Ask, golden: Golden
) -> None:
    shown = ask("report", name, "--format", form, cwd=demo_company)
    golden(f"report/{name}.{_FORMATS[form]}", shown)
    assert ask("report", name, "--format", form, cwd=demo_company) == shown


def test_a_week_in_which_everything_happens(acme: Repo, okr: Okr, golden: Golden) -> None:
    run = okr("report", "week", cwd=acme.folder, env={**_ENV, "COLUMNS": "80"})
    golden("report/acme-week.txt", run.stdout)


def test_each_win_is_told_once_by_the_best_that_is_to_say_of_it(acme: Repo, okr: Okr) -> None:
    wins = _week(okr, acme.folder)["wins"]
    assert _refs(wins["reached"]) == ["growth/first-minute/spain"]
    assert _refs(wins["milestones"]) == ["growth/first-minute/wizard"]
    assert wins["milestones"][0]["milestones_done"] == ["The draft is tested"]
    assert _refs(wins["moves"]) == ["growth/first-minute/day7"]
    assert wins["moves"][0]["before"]["current"] == 39
    assert wins["moves"][0]["people"] == ["ana", "bo"]


def test_what_needs_help_has_its_age_and_its_reason(acme: Repo, okr: Okr) -> None:
    found = _week(okr, acme.folder)["needs_help"]
    assert _refs(found["newly_at_risk"]) == ["platform/fast/p95"]
    assert found["newly_at_risk"][0]["before"]["status"] == "on-track"
    assert found["newly_at_risk"][0]["reason"] == "confidence"
    assert [each["blocked_since"] for each in found["blocked"]] == ["2026-11-12"]
    fell = {each["ref"]: each["before"]["confidence"] for each in found["confidence_fell"]}
    assert fell == {"growth/first-minute/day7": 0.7, "platform/fast/p95": 0.8}
    assert _refs(found["still_at_risk"]) == ["platform/fast/quiet"]


def test_who_was_silent_and_what_is_due(acme: Repo, okr: Okr) -> None:
    found = _week(okr, acme.folder)
    assert _refs(found["silent"]) == ["platform/fast/quiet"]
    assert [each["milestone"] for each in found["deadlines"]] == ["The wizard is live"]
    assert {each["ref"] for each in found["due"]} <= {
        "growth/first-minute/day7",
        "growth/first-minute/wizard",
        "platform/fast/p95",
    }


def test_since_takes_the_first_day_that_is_new(acme: Repo, okr: Okr) -> None:
    assert _week(okr, acme.folder)["since"] == "2026-11-16"
    found = _week(okr, acme.folder, "--since", "2026-11-06")
    (move,) = (each for each in found["wins"]["moves"] if each["ref"].endswith("day7"))
    assert move["before"]["current"] == 38
    assert [each["date"] for each in move["said"]] == ["2026-11-14", "2026-11-17"]


def test_what_was_not_there_before_is_compared_with_nothing(acme: Repo, okr: Okr) -> None:
    found = _week(okr, acme.folder, "--since", "2026-10-01")
    assert found["wins"]["moves"] == []
    assert all(each["before"] is None for each in found["wins"]["reached"])


def test_a_week_is_that_of_a_day_for_as_long_as_the_history_stands(acme: Repo, okr: Okr) -> None:
    found = _week(okr, acme.folder, "--at", "2026-11-15")
    assert (found["as_of"], found["since"]) == ("2026-11-15", "2026-11-09")
    assert [each["blocked_since"] for each in found["needs_help"]["blocked"]] == ["2026-11-12"]
    assert found["wins"]["reached"] == []


def test_a_check_in_counts_on_the_day_it_was_committed(tmp_path: Path, okr: Okr) -> None:
    repo = weeks(tmp_path / "late")
    tree = repo.commits[repo.head].tree
    text = str(tree["okrs/growth.yaml"]).replace("current: 42", "current: 44, updated: 2026-11-10")
    repo.commit({"okrs/growth.yaml": text}, author="bo", date="2026-11-21")
    found = _week(okr, repo.checkout().folder)
    assert [each["date"] for each in found["wins"]["moves"][0]["said"]] == [
        "2026-11-17",
        "2026-11-10",
    ]


def test_a_team_is_told_of_with_those_below_it(acme: Repo, okr: Okr) -> None:
    assert [each["id"] for each in _week(okr, acme.folder, "growth")["teams"]] == ["growth"]
    above = _week(okr, acme.folder, "--team", "company")
    assert [each["id"] for each in above["teams"]] == ["growth", "platform"]


def test_a_person_sees_what_they_own(acme: Repo, okr: Okr) -> None:
    found = _week(okr, acme.folder, "--owner", "bo")
    assert _refs(found["wins"]["reached"]) == ["growth/first-minute/spain"]
    assert found["wins"]["moves"] == []
    assert found["silent"] == []


def test_uncommitted_check_ins_are_news(tmp_path: Path, okr: Okr) -> None:
    repo = weeks(tmp_path / "acme")
    path = repo.folder / "okrs" / "growth.yaml"
    path.write_text(path.read_text().replace("current: 42", "current: 50"))
    found = _week(okr, repo.folder)
    assert "growth/first-minute/day7" in _refs(found["wins"]["reached"])
    assert found["revision"] is None


def test_in_a_shallow_clone_the_report_says_so_at_its_top(
    acme: Repo, tmp_path: Path, okr: Okr
) -> None:
    clone = tmp_path / "shallow"
    acme.git("clone", "-q", "--depth", "1", f"file://{acme.folder}", str(clone))
    for name, sentence in (("week", "moved forward"), ("board", "No team is the topmost")):
        for form in ("table", "markdown", "text", "slack", "html"):
            shown = okr("report", name, "--format", form, cwd=clone, env=_ENV).stdout
            body = shown[shown.index("<body") :] if form == "html" else shown
            assert 0 < body.index("history is incomplete") < body.index(sentence)
    assert _week(okr, clone)["history"]["complete"] is False


@pytest.mark.parametrize("name", _REPORTS)
def test_the_cache_changes_nothing(name: str, acme: Repo, okr: Okr) -> None:
    plain = okr("report", name, "--no-cache", cwd=acme.folder, env=_ENV)
    for _ in range(2):
        assert okr("report", name, cwd=acme.folder, env=_ENV) == plain


@pytest.mark.parametrize("name", _REPORTS)
def test_a_report_goes_into_a_file(name: str, tmp_path: Path, okr: Okr) -> None:
    folder = weeks(tmp_path / "acme").folder
    run = okr("report", name, "--format", "html", "-o", "page.html", cwd=folder, env=_ENV)
    assert (run.code, run.stdout, run.stderr) == (0, "", "")
    shown = okr("report", name, "--format", "html", cwd=folder, env=_ENV).stdout
    assert (folder / "page.html").read_text(encoding="utf-8") == shown


@pytest.mark.parametrize("name", _REPORTS)
def test_nothing_at_all_is_no_error(name: str, tmp_path: Path, okr: Okr) -> None:
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okr.toml").touch()
    for form in ("table", "markdown", "html", "slack", "text", "json"):
        run = okr("report", name, "--format", form, cwd=tmp_path, env=_ENV)
        assert (run.code, run.stderr) == (0, "")


def test_the_board_is_that_of_a_team_where_one_is_named(acme: Repo, okr: Okr) -> None:
    run = okr("report", "board", "growth", "--format", "json", cwd=acme.folder, env=_ENV)
    found = json.loads(run.stdout)
    assert [each["ref"] for each in found["objectives"]] == ["growth/first-minute"]
    assert found["objectives"][0]["on_course"] is not None
    empty = okr("report", "board", cwd=acme.folder, env=_ENV)
    assert "has no objectives in these cycles" in empty.stdout


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["week", "grwth"], "grwth is neither a team nor a reference here", "did you mean growth?"),
        (["week", "growth/first-minute"], "growth/first-minute is no team", "okr log"),
        (["board", "growth/first-minute"], "growth/first-minute is no team", "okr show"),
        (["week", "--since", "2026-12-01"], "2026-12-01 is after 2026-11-22", "first day"),
        (["week", "--since", "monday"], "'monday' is no date", "YYYY-MM-DD"),
        (["week", "--owner", "anna"], "nobody here is called anna", "did you mean ana?"),
        (["board", "--owner", "ana"], "--owner is of no use for a board", "okr report week"),
        (["board", "--cycle", "2026-Q9"], "no OKRs in a cycle 2026-Q9", "2026-Q4"),
        (["weak"], "'weak' is not one of", "okr report --help"),
    ],
)
def test_wrong_use(arguments: Sequence[str], message: str, hint: str, acme: Repo, okr: Okr) -> None:
    run = okr("report", *arguments, cwd=acme.folder, env=_ENV)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr
