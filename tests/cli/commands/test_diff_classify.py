"""`okr diff --classify`: `check-in` is said only where nothing is in doubt."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.history.asking import GROWTH
from tests.history.repositories import Files, Link, Repo, git
from tests.running import Okr

_ENV = {"OKR_TODAY": "2026-11-22"}
_PEOPLE = """\
organization: Acme
teams:
  - {id: company, name: Acme, lead: cleo}
  - {id: growth, name: Growth, parent: company, lead: dana, members: [bo]}
people:
  - {id: ana, name: Ana Silva, emails: [ana@acme.example]}
  - {id: bo, name: Bo Xu, emails: [bo@acme.example]}
  - {id: cleo, name: Cleo Marsh, emails: [cleo@acme.example]}
  - {id: dana, name: Dana Host, emails: [dana@acme.example]}
"""
_GOALS = """\
team: growth
cycle: 2026-Q4
# What we promised in September.
objectives:
  - id: first-minute
    title: New shops love us
    owner: ana
    ambition: committed
    key_results:
      - id: day7
        title: Shops come back  # within a week
        unit: "%"
        baseline: 31
        target: 45
        current: 33  # from the dashboard
        confidence: 7/10
      - id: soc2
        title: Safe with cards
        # okr: ignore[task-as-key-result] the auditors say it so
        milestones:
          - Gap analysis
          - {title: Report, weight: 3}
"""
_KPIS = "kpis:\n  - {id: nps, title: NPS, owner: cleo, at_least: 30, current: 31}\n"
_CHECKED = _GOALS.replace("current: 33", "current: 36.5")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Make a repository with goals on main, and begin a branch."""
    made = Repo(tmp_path / "acme")
    made.commit(
        {"okrs/organization.yaml": _PEOPLE, "okrs/kpis.yaml": _KPIS, GROWTH: _GOALS},
        date="2026-10-05",
    )
    made.branch("topic")
    return made


@pytest.fixture
def verdict(repo: Repo, okr: Okr) -> Callable[..., tuple[str, str]]:
    """Give what asks for the word and its reasons; the text and the JSON say the same word."""

    def ask(*ends: str, env: Mapping[str, str] | None = None) -> tuple[str, str]:
        repo.checkout()
        said = {**_ENV, **(env or {})}
        arguments = ["diff", *(ends or ("main...topic",)), "--classify"]
        run = okr(*arguments, "--format", "json", cwd=repo.folder, env=said)
        assert (run.code, run.stderr) == (0, "")
        found = json.loads(run.stdout)
        word = okr(*arguments, cwd=repo.folder, env=said).stdout
        assert word == f"{found['classification']}\n"
        return found["classification"], "; ".join(found["reasons"])

    return ask


Verdict = Callable[..., tuple[str, str]]


@pytest.mark.parametrize("author", ["ana", "bo", "dana"])
def test_the_owner_the_lead_and_the_members_check_in(
    author: str, repo: Repo, verdict: Verdict
) -> None:
    repo.commit({GROWTH: _CHECKED}, author=author)
    assert verdict() == ("check-in", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("        confidence: 7/10\n", "        confidence: 60%\n"),
        ("        confidence: 7/10\n", ""),
        ("7/10\n", "7/10\n        note: Nudges shipped.\n        updated: 2026-11-20\n"),
        ("7/10\n", "7/10\n        note: |\n          It went well.\n\n          Mostly.\n"),
        ("7/10\n", "7/10\n        blocker: The consent banner\n"),
        ("title: Report, weight: 3}", "title: Report, weight: 3, done: 2026-11-20}"),
        ("- Gap analysis", "- {title: Gap analysis, done: true}"),
    ],
)
def test_every_field_of_a_check_in_is_one(old: str, new: str, repo: Repo, verdict: Verdict) -> None:
    text = _GOALS.replace("        # okr: ignore[task-as-key-result] the auditors say it so\n", "")
    repo.go("main")
    base = repo.commit({GROWTH: text})
    repo.branch("topic", base)
    assert old in text
    repo.commit({GROWTH: text.replace(old, new)})
    assert verdict() == ("check-in", "")


def test_two_owners_check_in_on_one_branch_and_a_kpi_with_them(
    repo: Repo, verdict: Verdict
) -> None:
    repo.commit({GROWTH: _CHECKED}, author="ana")
    repo.commit({"okrs/kpis.yaml": _KPIS.replace("31}", "34, updated: 2026-11-20}")}, author="cleo")
    assert verdict() == ("check-in", "")
    repo.commit({"okrs/kpis.yaml": _KPIS}, author="bo")
    assert verdict()[0] == "mixed"


def _word(repo: Repo, verdict: Verdict, files: Files, author: str = "ana") -> tuple[str, str]:
    repo.commit(files, author=author)
    return verdict()


@pytest.mark.parametrize(
    ("files", "word", "reason"),
    [
        ({GROWTH: _GOALS.replace("target: 45", "target: 40")}, "definition", "is no check-in"),
        ({GROWTH: _CHECKED.replace("target: 45", "target: 40")}, "mixed", "target is no check-in"),
        ({GROWTH: _GOALS.replace("owner: ana", "owner: bo")}, "definition", "owner is no check-in"),
        ({GROWTH: _GOALS + "    close: {decision: continue}\n"}, "close", "ends something"),
        ({GROWTH: _CHECKED + "    close: {decision: continue}\n"}, "mixed", "ends something"),
        ({GROWTH: _GOALS + "retrospective: {went_well: [Demos]}\n"}, "close", "ends something"),
        ({GROWTH: _GOALS.replace("September", "October")}, "definition", "comments or formatting"),
        ({GROWTH: _CHECKED.replace("September", "October")}, "mixed", "comments or formatting"),
        ({GROWTH: _CHECKED.replace("dashboard", "hat")}, "mixed", "comments or formatting"),
        (
            {GROWTH: _CHECKED.replace("target: 45", "target:  45")},
            "mixed",
            "comments or formatting",
        ),
        (
            {GROWTH: _CHECKED.replace("36.5", "36.5  # okr: ignore[vague-key-result]")},
            "mixed",
            "comments or formatting",
        ),
        (
            {GROWTH: _GOALS.replace("weight: 3}", "weight: 3, done: true}")},
            "mixed",
            "comments or formatting",
        ),
        ({GROWTH: _GOALS.replace("unit:", "unit :")}, "definition", "comments or formatting"),
        ({GROWTH: None, "okrs/q4.yaml": _GOALS}, "definition", "has another name"),
        ({GROWTH: None, "okrs/q4.yaml": _CHECKED}, "definition", "has another name"),
        ({GROWTH: _CHECKED, "okr.toml": "closing_days = 99\n"}, "mixed", "okr.toml differs"),
        ({GROWTH: _CHECKED, "okrs/organization.yaml": _PEOPLE + "# x\n"}, "mixed", "comments"),
        ({GROWTH: _CHECKED, "README.md": "Hello"}, "mixed", "README.md holds no OKRs"),
        ({GROWTH: _CHECKED, "okrs/run.sh": "rm"}, "mixed", "okrs/run.sh holds no OKRs"),
        ({GROWTH: _CHECKED, ".github/workflows/x.yml": "on: push"}, "mixed", "holds no OKRs"),
        ({GROWTH: "team: [growth"}, "definition", "cannot be read"),
        ({GROWTH: _CHECKED.replace("36.5", "lots")}, "mixed", "has faults: run `okr lint`"),
        (
            {GROWTH: _CHECKED.replace("7/10", "7/10\n        updated: 2027-01-01")},
            "mixed",
            "future",
        ),
        ({GROWTH: Link("/etc/passwd")}, "definition", "goes"),
        ({"README.md": "Hello"}, "none", "README.md holds no OKRs"),
    ],
)
def test_what_is_no_check_in(
    files: Files, word: str, reason: str, repo: Repo, verdict: Verdict
) -> None:
    found, reasons = _word(repo, verdict, files)
    assert found == word
    assert reason in reasons


@pytest.mark.parametrize(
    ("author", "reason"),
    [
        ("cleo", "cleo is neither the owner of 2026-Q4:growth/first-minute/day7 nor in its team"),
        ("Ana Silva <ana@evil.example>", "ana@evil.example is nobody whom"),
        ("Nobody <>", "an author without an address is nobody whom"),
    ],
)
def test_nobody_else_checks_in(author: str, reason: str, repo: Repo, verdict: Verdict) -> None:
    found, reasons = _word(repo, verdict, {GROWTH: _CHECKED}, author)
    assert found == "mixed"
    assert reason in reasons


def test_a_branch_cannot_make_its_author_an_owner(repo: Repo, verdict: Verdict) -> None:
    repo.commit({"okrs/organization.yaml": _PEOPLE.replace("[bo]", "[bo, cleo]")}, author="cleo")
    repo.commit({GROWTH: _CHECKED}, author="cleo")
    found, reasons = verdict()
    assert found == "mixed"
    assert "cleo is neither the owner" in reasons


def test_an_old_base_gives_nobody_a_right_that_main_took_away(repo: Repo, verdict: Verdict) -> None:
    repo.commit({GROWTH: _CHECKED}, author="bo")
    assert verdict() == ("check-in", "")
    repo.go("main")
    repo.commit({"okrs/organization.yaml": _PEOPLE.replace("[bo]", "[]")})
    found, reasons = verdict()
    assert found == "mixed"
    assert "bo is neither the owner" in reasons


def test_what_a_later_commit_takes_back_was_still_there(repo: Repo, verdict: Verdict) -> None:
    repo.commit({GROWTH: _GOALS.replace("target: 45", "target: 40"), "x.txt": "x"})
    repo.commit({GROWTH: _CHECKED, "x.txt": None})
    found, reasons = verdict()
    assert found == "mixed"
    assert "target is no check-in" in reasons


def test_a_merge_commit_is_in_doubt(repo: Repo, verdict: Verdict) -> None:
    repo.commit({GROWTH: _CHECKED})
    repo.go("main")
    repo.commit({"okrs/kpis.yaml": _KPIS.replace("31", "32")}, author="cleo")
    repo.go("topic")
    repo.merge("main")
    found, reasons = verdict()
    assert found == "mixed"
    assert "is a merge" in reasons


def test_what_lacks_a_part_of_its_base_is_in_doubt(repo: Repo, verdict: Verdict) -> None:
    repo.commit({GROWTH: _CHECKED})
    repo.go("main")
    repo.commit({"okrs/kpis.yaml": _KPIS.replace("31", "32")}, author="cleo")
    assert verdict("main...topic") == ("check-in", "")
    found, reasons = verdict("main..topic")
    assert found == "mixed"
    assert "lacks commits" in reasons


def test_a_file_that_becomes_a_program_is_in_doubt(repo: Repo, verdict: Verdict) -> None:
    repo.commit({GROWTH: _CHECKED})
    repo.checkout()
    repo.git("update-index", "--chmod=+x", GROWTH)
    repo.git("-c", "user.email=ana@acme.example", "commit", "-q", "-m", "x")
    found, reasons = verdict("main...HEAD")
    assert found != "check-in"
    assert "is no plain file" in reasons


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("cycle: 2026-Q4", "cycle: 2026-Q3", "unknown or over"),
        ("cycle: 2026-Q4", "cycle: 2026-Q4\ndraft: true", "is no check-in"),
        ("    key_results:", "    close: {decision: continue}\n    key_results:", "is closed at"),
    ],
)
def test_goals_that_do_not_run_have_no_check_ins(
    old: str, new: str, reason: str, repo: Repo, verdict: Verdict
) -> None:
    repo.go("main")
    base = repo.commit({GROWTH: _GOALS.replace(old, new)})
    repo.branch("topic", base)
    found, reasons = _word(repo, verdict, {GROWTH: _CHECKED.replace(old, new)})
    assert found != "check-in"
    assert reason in reasons


def test_what_is_not_committed_is_the_git_users(repo: Repo, verdict: Verdict) -> None:
    repo.checkout()
    repo.git("config", "user.email", "bo@acme.example")
    repo.write({GROWTH: _CHECKED.replace("\n", "\r\n")})
    assert verdict("HEAD") == ("check-in", "")
    found, reasons = verdict("HEAD", env={"GIT_AUTHOR_EMAIL": "cleo@acme.example"})
    assert found == "mixed"
    assert "(uncommitted)" in reasons
    repo.write({"okr.toml": "closing_days = 3\n"})
    assert verdict("HEAD")[0] == "mixed"


def test_nothing_is_none_and_the_exit_code_tells_it(repo: Repo, verdict: Verdict, okr: Okr) -> None:
    assert verdict() == ("none", "")
    ask = ["diff", "--classify", "--exit-code", "main...topic"]
    assert okr(*ask, cwd=repo.folder, env=_ENV).code == 0
    repo.commit({GROWTH: _CHECKED})
    repo.checkout()
    assert okr(*ask, cwd=repo.folder, env=_ENV).code == 1


def test_a_shallow_clone_is_in_doubt(repo: Repo, tmp_path: Path, okr: Okr) -> None:
    repo.commit({GROWTH: _CHECKED})
    repo.go("main")
    repo.commit({"okrs/kpis.yaml": _KPIS.replace("31", "32")})
    repo.save()
    url = f"file://{repo.folder}"
    git(tmp_path, "clone", "-q", "--depth=1", "--no-single-branch", "-b", "topic", url, "clone")
    run = okr("diff", "origin/main...HEAD", "--classify", cwd=tmp_path / "clone", env=_ENV)
    assert run.stdout != "check-in\n"


def test_in_a_folder_of_a_larger_repository_other_folders_are_elsewhere(
    tmp_path: Path, okr: Okr
) -> None:
    repo = Repo(tmp_path / "mono")
    first = {"goals/okr.toml": "", "goals/okrs/organization.yaml": _PEOPLE}
    repo.commit({**first, f"goals/{GROWTH}": _GOALS})
    repo.branch("topic")
    repo.commit({f"goals/{GROWTH}": _CHECKED})
    repo.checkout()
    ask = ["diff", "main...topic", "--classify"]
    assert okr(*ask, cwd=repo.folder / "goals", env=_ENV).stdout == "check-in\n"
    repo.commit({"src/app.py": "print()"})
    repo.checkout()
    assert okr(*ask, cwd=repo.folder / "goals", env=_ENV).stdout == "mixed\n"
