"""New goals and teams, from options or from questions."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pexpect
import pytest

from tests.running import Golden, Okr

_TODAY = {"OKR_TODAY": "2026-11-22"}
_OBJECTIVE = [
    *("objective", "growth", "--title", "Operators feel at home: at once"),
    *("--ambition", "committed", "--why", "They leave."),
    *("--key-result", "More operators come back within a week", "--unit", "%"),
    *("--baseline", "31.50", "--target", "45"),
]
_LATER = ["--standalone", "The goals above it are not written yet"]


@pytest.fixture
def company(own_demo: Path) -> Path:
    folder = own_demo
    for name, value in (("name", "Ana"), ("email", "ana@harbor.example")):
        _git(folder, "config", f"user.{name}", value)
    return folder


def _git(folder: Path, *args: str) -> str:
    return subprocess.run(
        ["git", *args], cwd=folder, capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("objective", [*_OBJECTIVE, "--supports", "market/word-of-mouth"]),
        ("first-of-a-cycle", [*_OBJECTIVE, "--cycle", "2027-Q1", "--id", "home", *_LATER]),
        (
            "key-result",
            [
                *("key-result", "growth/first-booking", "--title", "Nobody waits for us"),
                *("--at-most", "2.0", "--unit", "days", "--owner", "eitan"),
            ],
        ),
        (
            "milestones",
            [
                *("key-result", "first-booking", "--title", "The bank trusts us"),
                *("--milestone", "Contract signed", "--milestone", "First audit: passed"),
            ],
        ),
        (
            "team",
            [
                *("team", "data", "--name", "Data", "--parent", "product"),
                *("--lead", "mei", "--member", "oskar", "--member", "hana"),
            ],
        ),
    ],
)
def test_what_is_given_is_added_and_no_other_byte_changes(
    name: str, arguments: Sequence[str], company: Path, okr: Okr, golden: Golden
) -> None:
    run = okr("new", *arguments, cwd=company, env=_TODAY)
    assert run.code == 0, run.stderr
    _git(company, "add", "--intent-to-add", ".")
    diff = _git(company, "diff", "--unified=0")
    golden(f"new/{name}.txt", f"{run.stdout}{run.stderr}\n{diff}")
    assert okr("lint", cwd=company, env=_TODAY).code == 0


def test_what_was_learned_before_is_shown_beside_something_new(
    company: Path, okr: Okr, golden: Golden
) -> None:
    titled = ("--title", "We measure campaigns before they begin", "--why", "Nobody knew the ports")
    others = ("--ambition", "committed", *_LATER, "--key-result", "More visits")
    number = ("--baseline", "31", "--target", "45", "--unit", "%")
    run = okr("new", "objective", "growth", *titled, *others, *number, cwd=company, env=_TODAY)
    assert run.code == 0
    assert "learned" not in run.stdout
    golden("new/learned-before.txt", run.stderr)


def test_nothing_is_shown_where_nothing_was_learned(tmp_path: Path, okr: Okr) -> None:
    (tmp_path / "okrs").mkdir()
    options = (*_LATER, "--owner", "ana", "--cycle", "2026-Q4")
    run = okr("new", *_OBJECTIVE, *options, cwd=tmp_path, env=_TODAY)
    assert run.code == 0, run.stderr
    assert "learned" not in run.stderr


def test_a_new_objective_is_a_draft_until_it_is_published(company: Path, okr: Okr) -> None:
    assert okr("new", *_OBJECTIVE, "--commit", cwd=company, env=_TODAY).code == 0
    said = _git(company, "log", "-1", "--format=%s").strip()
    assert said == "okrs: 2026-Q4:growth/operators-feel-at-home-at-once drafted"
    assert "feel at home" not in okr("progress", "growth", cwd=company, env=_TODAY).stdout
    published = okr("publish", "operators-feel-at-home-at-once", cwd=company, env=_TODAY)
    assert published.code == 0
    assert "feel at home" in okr("progress", "growth", cwd=company, env=_TODAY).stdout


def test_a_second_one_of_the_same_title_gets_an_id_of_its_own(company: Path, okr: Okr) -> None:
    for _ in range(2):
        run = okr("new", *_OBJECTIVE, cwd=company, env=_TODAY)
    assert run.stdout.startswith("2026-Q4:growth/operators-feel-at-home-at-once-2 drafted")


def test_a_dry_run_shows_the_change_and_writes_nothing(company: Path, okr: Okr) -> None:
    run = okr("new", *_OBJECTIVE, "--dry-run", cwd=company, env=_TODAY)
    assert run.code == 0
    assert "+        baseline: 31.50\n" in run.stdout
    assert not _git(company, "status", "--short")


_KEY_RESULT = ["key-result", "growth/first-booking", "--title", "x"]


@pytest.mark.parametrize(
    ("arguments", "code", "message", "hint"),
    [
        (["objective", "growth"], 2, "the objective has no title", "--title"),
        (["objective", "growth", "--title", "x"], 2, "the key result has no title", "--key-result"),
        (["objective", "Growth", "--title", "x"], 2, "'Growth' is no team", "a-z"),
        (["objective", "growth", "--cycle", "Q1"], 2, "Q1 is no cycle", "2026-Q4"),
        ([*_OBJECTIVE, "--id", "first-booking"], 1, "is used twice", ""),
        ([*_OBJECTIVE, "--pillar", "deligt"], 1, "no pillar is called 'deligt'", "delight"),
        ([*_OBJECTIVE, "--owner", "nobody"], 1, "no person is called 'nobody'", ""),
        (["objective", "gowth", *_OBJECTIVE[2:], "--owner", "noor"], 1, "no team is", "growth"),
        (_KEY_RESULT, 2, "nothing says how 'x' is measured", "--baseline and --target"),
        ([*_KEY_RESULT, "--done", "--at-least", "5"], 2, "measured as maintain and as binary", ""),
        ([*_KEY_RESULT, "--target", "5"], 2, "from a baseline to a target", "--baseline"),
        ([*_KEY_RESULT, "--at-least", "much"], 2, "'much' is not a number", ""),
        (["key-result", "first-booking", "--title", "日本", "--done"], 2, "no id can be", "--id"),
        (["key-result", "quiet-season/x", "--done"], 2, "no objective and no key result", ""),
        (["team", "growth"], 1, "the id 'growth' is used twice", ""),
        (["team", "data", "--lead", "nobody"], 1, "no person is called 'nobody'", ""),
        ([], 2, "Missing command", "okr new --help"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(  # noqa: PLR0913, PLR0917 - cases and fixtures
    arguments: Sequence[str], code: int, message: str, hint: str, company: Path, okr: Okr
) -> None:
    run = okr("new", *arguments, cwd=company, env=_TODAY)
    assert (run.code, run.stdout) == (code, "")
    assert message in run.stderr
    assert hint in run.stderr
    assert not _git(company, "status", "--short")


@pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a POSIX terminal")
def test_on_a_terminal_it_asks_and_lint_judges_titles_as_they_are_typed(
    company: Path, plain_env: Mapping[str, str]
) -> None:
    child = _asking("objective", company, {**plain_env, "TERM": "xterm"})
    child.expect("What will be true\\?")
    child.send("Operators trust us 20% more")
    child.expect("move '20%' to a key result")
    child.send("\x15Operators trust us blindly\r")
    for question, answer in (
        ("Who is accountable\\?", "\r"),
        ("How ambitious is it\\?", "asp\r"),
        ("What does it serve\\?", "market/word-of-mouth\r"),
        ("Why does it matter now\\?", "\r"),
        ("What shows it\\?", "Operators who prepay\r"),
        ("How is it measured\\?", "\r"),
        ("Its unit\\?", "%\r"),
        ("Where does it stand now\\?", "unknown\r"),
        ("What is it to reach\\?", "x"),
    ):
        child.expect(question)
        child.send(answer)
    child.expect("numbers have a point")
    child.send("\x15" + "60\r")
    child.expect("2026-Q4:growth/operators-trust-us-blindly drafted")
    child.expect(pexpect.EOF)
    added = [line[1:] for line in _git(company, "diff").splitlines() if line[0] == "+"]
    assert added[1:] == [
        "  - id: operators-trust-us-blindly",
        "    title: Operators trust us blindly",
        "    draft: true",
        "    owner: noor",
        "    ambition: aspirational",
        "    supports:",
        "      - market/word-of-mouth",
        "    key_results:",
        "      - id: operators-who-prepay",
        "        title: Operators who prepay",
        '        unit: "%"',
        "        baseline: unknown",
        "        target: 60",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a POSIX terminal")
def test_on_a_dumb_terminal_lint_judges_a_title_once_it_is_given(
    company: Path, plain_env: Mapping[str, str]
) -> None:
    child = _asking("objective", company, {**plain_env, "TERM": "dumb"})
    child.expect("What will be true\\?")
    child.send("Operators trust us 20% more\r")
    child.expect("move '20%' to a key result")
    child.expect("Who is accountable\\? \\[noor\\]")
    child.send("\x03")
    child.expect(pexpect.EOF)
    assert not _git(company, "status", "--short")


def _asking(what: str, company: Path, env: Mapping[str, str]) -> "pexpect.spawn[str]":
    """Begin `okr new` on a terminal."""
    return pexpect.spawn(
        sys.executable,
        ["-m", "okrcli", "new", what, "growth"],
        cwd=str(company),
        env={**env, **_TODAY},
        encoding="utf-8",
        timeout=30,
        dimensions=(40, 120),
    )
