"""The end of a cycle: decisions, lessons, and a look back."""

import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pexpect
import pytest

from tests.running import Golden, Okr

_RUNNING = {"OKR_TODAY": "2026-11-22"}
_OVER = {"OKR_TODAY": "2027-01-05"}


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
        (
            "objective",
            [
                *("platform/instant", "--decision", "continue", "--score", "6/10"),
                *("--why", "The index waits: spring", "--lesson", "Measure first"),
            ],
        ),
        (
            "team",
            [
                *("growth", "--decision", "achieved", "--why", "Near enough"),
                *("--went-well", "Weekly demo", "--went-badly", "One database for two teams"),
                *("--change-next", "noor: Measure before building", "--change-next", "Fewer goals"),
            ],
        ),
        ("retrospective", ["platform", "--went-well", "The wall"]),
    ],
)
def test_what_is_given_is_written_and_no_other_byte_changes(
    name: str, arguments: Sequence[str], company: Path, okr: Okr, golden: Golden
) -> None:
    run = okr("close", *arguments, cwd=company, env=_OVER)
    assert run.code == 0, run.stderr
    diff = _git(company, "diff", "--unified=0")
    golden(f"close/{name}.txt", f"{run.stdout}{run.stderr}\n{diff}")
    assert okr("lint", cwd=company, env=_OVER).code == 0


def test_a_whole_cycle_is_closed_in_one_commit_and_then_nothing_is_left(
    company: Path, okr: Okr
) -> None:
    arguments = ("close", "2026-Q4", "--decision", "change", "--why", "A new market", "--commit")
    run = okr(*arguments, cwd=company, env=_OVER)
    assert run.code == 0
    assert len(run.stdout.splitlines()) == 14
    said = _git(company, "log", "-1", "--format=%B")
    assert said.startswith("okrs: booking/quicker-than-queue closed: change at 45%\n\nbooking/calm")
    assert said.rstrip().endswith("\n\nA new market")
    assert not _git(company, "status", "--short")
    again = okr(*arguments, cwd=company, env=_OVER)
    assert (again.code, again.stderr) == (2, "okr: error: nothing is open there any more\n")


def test_a_retrospective_that_is_there_is_added_to(company: Path, okr: Okr) -> None:
    for text in ("One", "Two"):
        arguments = ("close", "platform", "--cycle", "2026-Q3", "--went-badly", text)
        assert okr(*arguments, cwd=company, env=_OVER).code == 0
    added = [line for line in _git(company, "diff", "--unified=0").splitlines() if line[:1] == "+"]
    assert added[1:] == ["+    - One", "+    - Two"]


@pytest.mark.parametrize(
    ("arguments", "today", "message", "hint"),
    [
        (["instant", "--decision", "continue"], _OVER, "was committed and is not", "--why"),
        (["instant", "--decision", "drop"], _OVER, "given up for a reason", "--why"),
        (["no-need-to-ask", "--decision", "change", "--score", "1"], _OVER, "by hand", "--why"),
        (["instant", "--decision", "continue"], _RUNNING, "runs until 2026-12-31", "defer, drop"),
        (["instant/p95", "--decision", "change"], _OVER, "is a key result", "achieved, defer"),
        (["instant", "--decision", "continues"], _OVER, "is no decision", "did you mean continue?"),
        (["instant", "--decision", "drop", "--score", "7"], _OVER, "'7' is no score", "0.6, 6/10"),
        (["instant", "--why", "x"], _OVER, "nothing is decided", "--decision"),
        (["growth", "--decision", "change", "--score", "1"], _OVER, "of one objective", "growth/"),
        (["2026-Q4", "--went-well", "x"], _OVER, "is that of one team", "name a team"),
        (["instant"], _OVER, "no terminal to ask on", "--decision"),
        (["growth", "--cycle", "2026-Q3"], _OVER, "nothing is left to close", ""),
        (["growth", "--cycle", "2031"], _OVER, "growth has no OKRs in a cycle 2031", ""),
        (["2031", "--decision", "drop"], _OVER, "there are no OKRs in a cycle 2031", ""),
        (["2026-Q3:platform/calm-nights", "--decision", "drop"], _OVER, "", ""),
    ],
)
def test_what_cannot_be_decided_so_is_refused_and_says_what_to_do(  # noqa: PLR0913, PLR0917 - cases and fixtures
    arguments: Sequence[str],
    today: Mapping[str, str],
    message: str,
    hint: str,
    company: Path,
    okr: Okr,
) -> None:
    run = okr("close", *arguments, cwd=company, env=today)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr
    assert not _git(company, "status", "--short")


def test_what_is_given_up_or_reached_early_is_closed_while_the_cycle_runs(
    company: Path, okr: Okr
) -> None:
    for ref, decision in (("instant/p95", "achieved"), ("we-notice-first", "drop")):
        arguments = ("close", ref, "--decision", decision, "--why", "The market moved")
        assert okr(*arguments, cwd=company, env=_RUNNING).code == 0
    again = okr("close", "instant/p95", "--decision", "drop", cwd=company, env=_RUNNING)
    assert "it was closed already (achieved)" in again.stderr


def test_late_edits_are_findings_afterwards(company: Path, okr: Okr) -> None:
    arguments = ("close", "instant", "--decision", "continue", "--why", "Spring", "--commit")
    assert okr(*arguments, cwd=company, env=_OVER).code == 0
    file = company / "okrs/2026-Q4/platform.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("current: 1145", "current: 800"), encoding="utf-8")
    _git(company, "commit", "-qam", "nicer")
    found = okr("audit", "--cycle", "2026-Q4", cwd=company, env=_OVER)
    assert "late-edit" in found.stdout


@pytest.fixture
def terminal(company: Path, plain_env: Mapping[str, str]) -> "Iterator[pexpect.spawn[str]]":
    """Give `okr close platform` on a terminal, once the cycle is over."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "okrcli", "close", "platform"],
        cwd=str(company),
        env={**plain_env, **_OVER, "TERM": "xterm"},
        encoding="utf-8",
        timeout=30,
        dimensions=(40, 80),
    )
    yield child
    child.close(force=True)


pexpects = pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a POSIX terminal")


@pexpects
def test_on_a_terminal_it_shows_how_far_each_came_and_asks(
    company: Path, terminal: "pexpect.spawn[str]"
) -> None:
    terminal.expect("Slowest searches")
    terminal.expect("What becomes of it\\? \\[continue\\]")
    terminal.send("\r")
    terminal.expect("A score by hand\\?")
    terminal.send("\r")
    terminal.expect("Why\\? \\(platform/instant was committed and is not reached\\)")
    terminal.send("\r")
    terminal.expect("this one is needed")
    terminal.send("The index waits\r")
    terminal.expect("What was learned\\?")
    terminal.send("Measure first\r")
    terminal.expect("And\\?")
    terminal.send("\r")
    terminal.expect("What becomes of it\\?")
    terminal.send("drop\r")
    terminal.expect("Why\\?")
    terminal.send("Enough\r")
    terminal.expect("What was learned\\?")
    terminal.send("\r")
    terminal.expect("wanted since 2026-Q3 \\(yusuf\\): Hold the alarm review.*Is it done\\?")
    terminal.send("y\r")
    terminal.expect("Look back on the cycle now\\?")
    terminal.send("\r")
    for question in ("What went well", "What went badly", "What will you change"):
        terminal.expect(question)
        terminal.send("yusuf: Say it earlier\r")
        terminal.expect("And\\?")
        terminal.send("\r")
    terminal.expect("platform looked back on 2026-Q4")
    terminal.expect(pexpect.EOF)
    added = {line[1:].strip() for line in _git(company, "diff").splitlines() if line[0] == "+"}
    assert {"decision: continue", "why: The index waits", "- Measure first"} <= added
    assert {"decision: drop", "done: true", "- action: Say it earlier", "owner: yusuf"} <= added


@pexpects
def test_ctrl_c_keeps_what_was_answered(company: Path, terminal: "pexpect.spawn[str]") -> None:
    terminal.expect("What becomes of it\\?")
    terminal.send("drop\r")
    terminal.expect("Why\\?")
    terminal.send("Enough\r")
    terminal.expect("What was learned\\?")
    terminal.send("\r")
    terminal.expect("What becomes of it\\?")
    terminal.send("\x03")
    terminal.expect("platform/instant closed: drop")
    terminal.expect(pexpect.EOF)
    assert "+      decision: drop" in _git(company, "diff")


@pexpects
def test_what_is_decided_another_time_stays_open(
    company: Path, terminal: "pexpect.spawn[str]"
) -> None:
    for _ in range(2):
        terminal.expect("What becomes of it\\?")
        terminal.send("later\r")
    terminal.expect("nothing was closed")
    terminal.expect(pexpect.EOF)
    assert not _git(company, "status", "--short")
