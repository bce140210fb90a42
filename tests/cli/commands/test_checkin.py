"""A check-in in one line."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.running import Golden, Okr

_TODAY = {"OKR_TODAY": "2026-11-22"}


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
        ("value", ["instant/p95", "1100", "-c", "7/10", "-m", "The cache is warm"]),
        ("by", ["platform/instant/p95", "--by", "-345"]),
        ("milestone", ["2026:company/calm-seas/drills", "signed", "--done"]),
        ("same", ["instant/p95", "--same", "--blocker", "Two days of the database team"]),
    ],
)
def test_a_check_in_says_what_it_changed_and_changes_no_other_byte(
    name: str, arguments: Sequence[str], company: Path, okr: Okr, golden: Golden
) -> None:
    run = okr("checkin", *arguments, cwd=company, env=_TODAY)
    assert (run.code, run.stderr) == (0, "")
    golden(f"checkin/{name}.txt", f"{run.stdout}\n{_git(company, 'diff', '--unified=0')}")


def test_a_negative_value_is_no_option(company: Path, okr: Okr) -> None:
    run = okr("checkin", "instant/p95", "-5", "--dry-run", cwd=company, env=_TODAY)
    assert run.code == 0
    assert "+        current: -5\n" in run.stdout
    assert not _git(company, "status", "--short")


def test_a_commit_is_made_of_the_change_alone(company: Path, okr: Okr) -> None:
    (company / "mine").write_text("x", encoding="utf-8")
    _git(company, "add", "mine")
    run = okr("checkin", "instant/p95", "1100", "-m", "Warm", "--commit", cwd=company, env=_TODAY)
    assert (run.code, run.stderr) == (0, "")
    expected = "okrs: platform/instant/p95 1145 ms -> 1100 ms\n\nWarm\n"
    assert _git(company, "log", "-1", "--format=%B").strip() == expected.strip()
    assert _git(company, "show", "--name-only", "--format=") == "okrs/2026-Q4/platform.yaml\n"
    assert _git(company, "status", "--short") == "A  mine\n"
    (company / "okr.toml").write_text("[check_ins]\ncommit = true\n", encoding="utf-8")
    okr("checkin", "instant/p95", "1090", cwd=company, env=_TODAY)
    assert "1100 ms -> 1090 ms" in _git(company, "log", "-1", "--format=%s")
    okr("checkin", "instant/p95", "1080", "--no-commit", cwd=company, env=_TODAY)
    assert "platform.yaml" in _git(company, "status", "--short")


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["instant", "5"], "is an objective; name a key result", "p95"),
        (["platform/instant/p59", "5"], "no objective and no key result here", "did you mean"),
        (["instant/p95", "1,100"], "'1,100' is not a number", "write 1.100, or 1100"),
        (["instant/p95"], "there is nothing to say yet", "say its value"),
        (["instant/p95", "5", "--date", "today"], "'today' is no date", "YYYY-MM-DD"),
        (["instant/p95", "1145", "--cycle", "2031"], "no OKRs in a cycle 2031", "2026-Q4"),
    ],
)
def test_wrong_use_changes_nothing_and_says_what_to_do(
    arguments: Sequence[str], message: str, hint: str, company: Path, okr: Okr
) -> None:
    run = okr("checkin", *arguments, cwd=company, env=_TODAY)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr
    assert not _git(company, "status", "--short")


def test_what_was_closed_takes_no_check_ins(company: Path, okr: Okr) -> None:
    file = company / "okrs/2026-Q4/platform.yaml"
    text = file.read_text(encoding="utf-8")
    closed = "        current: 1145\n        close: {decision: drop, why: The market moved}\n"
    file.write_text(text.replace("        current: 1145\n", closed), encoding="utf-8")
    run = okr("checkin", "instant/p95", "1100", cwd=company, env=_TODAY)
    assert run.code == 2
    assert "platform/instant/p95 cannot be changed: it was closed (drop)" in run.stderr


def test_a_draft_is_checked_in_and_said_to_be_one(company: Path, okr: Okr) -> None:
    file = company / "okrs/2026-Q4/platform.yaml"
    file.write_text(f"draft: true\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    run = okr("checkin", "instant/p95", "1100", cwd=company, env=_TODAY)
    assert (run.code, run.stdout) == (0, "")
    assert "it is a draft, and counts once it is published" in run.stderr
    assert "current: 1100" in file.read_text(encoding="utf-8")
