"""Something is given up, or taken out."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.running import Okr

_TODAY = {"OKR_TODAY": "2026-11-22"}


@pytest.fixture
def company(own_demo: Path) -> Path:
    return own_demo


def _diff(folder: Path) -> list[str]:
    command = ["git", "diff", "--unified=0", "--no-color"]
    shown = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    return [line for line in shown.splitlines() if line[:1] in "+-" and line[:3] not in "+++---"]


def test_what_is_given_up_stays_with_the_reason(company: Path, okr: Okr) -> None:
    run = okr("rm", "instant/offline", "--why", "No date: the bank waits", cwd=company, env=_TODAY)
    assert (run.code, run.stderr) == (0, "")
    assert run.stdout == "platform/instant/offline dropped: No date: the bank waits\n"
    assert _diff(company) == [
        "+        close:",
        "+          decision: drop",
        '+          why: "No date: the bank waits"',
    ]
    shown = okr("progress", "instant/offline", cwd=company, env=_TODAY).stdout
    assert "dropped" in shown


def test_what_is_put_off_says_so(company: Path, okr: Okr) -> None:
    arguments = ("rm", "instant", "--defer", "--why", "Spring", "--dry-run")
    run = okr(*arguments, cwd=company, env=_TODAY)
    assert run.code == 0
    assert "+      decision: defer\n" in run.stdout
    assert not _diff(company)


def test_what_is_deleted_takes_its_lines_and_no_others(company: Path, okr: Okr) -> None:
    run = okr("rm", "instant/offline", "--delete", cwd=company, env=_TODAY)
    assert (run.code, run.stdout) == (0, "platform/instant/offline deleted\n")
    lines = _diff(company)
    assert lines[0] == "-      - id: offline"
    assert all(line.startswith("-        ") for line in lines[1:])


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["instant/p95"], "a promise is given up for a reason", "--why"),
        (["instant/first-view", "--delete"], "is named by ", "take these references away"),
        (["instant", "--delete"], "is named by ", "drop it"),
        (["we-notice-first/x", "--why", "y"], "no objective and no key result", ""),
    ],
)
def test_what_cannot_go_is_refused(
    arguments: Sequence[str], message: str, hint: str, company: Path, okr: Okr
) -> None:
    run = okr("rm", *arguments, cwd=company, env=_TODAY)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr
    assert not _diff(company)
