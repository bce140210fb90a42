"""`okr checkin` alone, on a real terminal."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Protocol

import pexpect
import pytest

from tests.history.repositories import Repo, git
from tests.running import Golden, Okr

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a POSIX terminal")

_TODAY = {"OKR_TODAY": "2026-11-22"}
_ORGANIZATION = """\
organization: Acme
teams: [{id: acme}]
people:
  - {id: ana, emails: [ana@acme.example]}
  - {id: bo, emails: [bo@acme.example]}
"""
_OKRS = """\
team: acme
cycle: 2026-Q4
objectives:
  - id: first-minute
    title: New shops love us from the first minute
    owner: ana
    key_results:
      # how many stay
      - id: day7
        title: More new shops list a second product within a week
        unit: "%"
        baseline: 31
        target: 45
        current: 33
        confidence: 6/10
        note: Nudges shipped
      - id: uptime
        title: Checkout stays available
        unit: "%"
        at_least: 99.9
        current: 99.95
      - id: soc2
        title: Customers can trust us with card data
        milestones:
          - Gap analysis signed off
          - {id: audit, title: "Auditor's report received", due: 2026-11-30}
          - {title: Letter published, weight: 3}
      - id: spain
        title: The first paying shop in Spain
        done: false
      - {id: theirs, title: Support answers at once, owner: bo, baseline: 0, target: 9}
"""
_VALUE, _DONE = "Value \\[[^]]*\\]", "Done by now"
_CONFIDENCE, _NOTE = "Confidence, out of ten", "Note \\["


class Terminal:
    """A terminal of 80 columns and 24 lines, with somebody at it."""

    def __init__(self, child: "pexpect.spawn[str]") -> None:
        """Take what runs in it, and keep what it shows."""
        self._child = child
        self._shown = StringIO()
        child.logfile_read = self._shown

    def sees(self, number: int) -> None:
        """Wait for a screen."""
        self.waits_for(f"{number} of [0-9]")
        self.waits_for("Enter: as in")

    def answer(self, question: str, typed: str) -> None:
        """Wait for a question, and type an answer."""
        self.waits_for(question)
        self.waits_for(">")
        self._child.send(f"{typed}\r")

    def answers(self, *pairs: tuple[str, str]) -> None:
        """Answer some questions."""
        for pair in pairs:
            self.answer(*pair)

    def types(self, typed: str) -> None:
        """Type something."""
        self._child.send(typed)

    def waits_for(self, pattern: str) -> None:
        """Wait for some text."""
        self._child.expect(pattern)

    def ends(self, code: int = 0) -> str:
        """Wait for the end; give all that was shown, and typed."""
        self._child.expect(pexpect.EOF)
        self._child.close()
        assert self._child.exitstatus == code
        return self._shown.getvalue().replace("\r\n", "\n")


class Walk(Protocol):
    """Begin `okr checkin` in the company, with arguments and variables."""

    def __call__(self, *arguments: str, **environ: str) -> Terminal: ...


@pytest.fixture
def company(tmp_path: Path) -> Path:
    repo = Repo(tmp_path / "acme")
    repo.commit(
        {"okr.toml": "", "okrs/organization.yaml": _ORGANIZATION, "okrs/q4.yaml": _OKRS},
        date="2026-10-05",
        message="Begin",
    )
    folder = repo.checkout().folder
    _is(folder, "ana")
    return folder


@pytest.fixture
def walk(company: Path, plain_env: Mapping[str, str]) -> Iterator[Walk]:
    begun: list[pexpect.spawn[str]] = []

    def begin(*arguments: str, **environ: str) -> Terminal:
        env = {**plain_env, **_TODAY, "TERM": "xterm", **environ}
        command = ["-m", "okrcli", "checkin", *arguments]
        child = pexpect.spawn(
            sys.executable,
            command,
            cwd=str(company),
            env={name: value for name, value in env.items() if value},
            encoding="utf-8",
            timeout=12,
            dimensions=(24, 80),
        )
        begun.append(child)
        return Terminal(child)

    yield begin
    for child in begun:
        child.close(force=True)


def _is(folder: Path, person: str) -> None:
    git(folder, "config", "user.name", person)
    git(folder, "config", "user.email", f"{person}@acme.example")


def _changed(folder: Path) -> Sequence[str]:
    lines = git(folder, "diff", "--unified=0").splitlines()
    return [line for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"}]


def test_every_kind_is_asked_about_the_worst_first(
    walk: Walk, company: Path, golden: Golden
) -> None:
    seen = walk(TERM="dumb")
    seen.answers((_DONE, "yes"), (_CONFIDENCE, ""), (_NOTE, "They paid"))
    seen.answers((_DONE, "4"), (_DONE, "1, 3"), (_CONFIDENCE, "0.8"), (_NOTE, ""))
    seen.answers((_VALUE, "36,5"), (_VALUE, "36.5"), (_CONFIDENCE, "7"), (_NOTE, "-"))
    seen.answers((_VALUE, ""), (_CONFIDENCE, ""), (_NOTE, ""))
    shown = seen.ends()
    assert "\x1b" not in shown
    golden("checkin/walk.txt", shown + "\n" + git(company, "diff", "--unified=0") + "\n")


@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": ""}, {"TERM": "screen-256color"}])
def test_it_works_in_terminals_of_many_kinds(
    environ: Mapping[str, str], walk: Walk, company: Path
) -> None:
    seen = walk(**environ)
    seen.answer(_DONE, "s")
    seen.sees(2)
    seen.answers((_DONE, "2"), (_CONFIDENCE, "q"))
    seen.waits_for("1 check-in written, 3 of 4 left")
    seen.waits_for("not committed yet: okrs/q4.yaml")
    seen.ends()
    assert "done: 2026-11-22" in "".join(_changed(company))


def test_an_answer_is_checked_as_it_is_typed(walk: Walk, company: Path) -> None:
    seen = walk()
    seen.answer(_DONE, "s")
    seen.sees(2)
    seen.answer(_DONE, "s")
    seen.waits_for(_VALUE)
    seen.types("38")
    seen.waits_for("that is 50%, 57% expected")
    seen.types("x")
    seen.waits_for("'38x' is not a number")
    seen.types("\r\x7f\r")
    seen.waits_for(_CONFIDENCE)
    seen.types("11")
    seen.waits_for("'11' is no confidence")
    seen.types("\x7f0\r")
    seen.answer(_NOTE, "q")
    seen.ends()
    assert _changed(company) == [
        "-        current: 33",
        "-        confidence: 6/10",
        "+        current: 38",
        "+        confidence: 10/10",
    ]


def test_back_goes_to_the_question_before_and_to_the_screen_before(
    walk: Walk, company: Path
) -> None:
    seen = walk()
    for number, key in ((1, "b"), (1, "s"), (2, "s")):
        seen.sees(number)
        seen.answer(_DONE, key)
    seen.answers((_VALUE, "+4"), (_CONFIDENCE, "b"), (_VALUE, "+5"), (_CONFIDENCE, ""))
    seen.answer(_NOTE, "A/B test read")
    seen.sees(4)
    seen.answer(_VALUE, "b")
    seen.waits_for("Written +38% · confidence 6/10 · A/B test read")
    seen.answers((_VALUE, "39"), (_CONFIDENCE, "s"))
    seen.sees(4)
    seen.answer(_VALUE, "s")
    shown = seen.ends()
    assert "1 check-in written, 3 of 4 left" in shown
    assert _changed(company) == [
        "-        current: 33",
        "+        current: 39",
        "-        note: Nudges shipped",
        "+        note: A/B test read",
    ]


def test_ctrl_c_loses_no_screen_that_was_finished(walk: Walk, company: Path) -> None:
    seen = walk("--commit")
    seen.answers((_DONE, "y"), (_CONFIDENCE, ""), (_NOTE, ""))
    seen.sees(2)
    seen.answer(_DONE, "1")
    seen.waits_for(_CONFIDENCE)
    seen.types("\x03")
    shown = seen.ends(130)
    assert "1 check-in written, 3 of 4 left" in shown
    assert "not committed yet: okrs/q4.yaml" in shown
    assert _changed(company) == ["-        done: false", "+        done: 2026-11-22"]
    assert git(company, "log", "-1", "--format=%s") == "Begin"


def test_there_is_one_commit_at_the_end(walk: Walk, company: Path) -> None:
    seen = walk("--commit")
    seen.answers((_DONE, "y"), (_CONFIDENCE, ""), (_NOTE, "They paid"))
    seen.sees(2)
    seen.answers((_DONE, "s"), (_VALUE, "38"), (_CONFIDENCE, "s"))
    seen.sees(4)
    seen.answer(_VALUE, "q")
    seen.waits_for("2 check-ins written, 2 of 4 left")
    seen.waits_for("committed")
    seen.ends()
    assert git(company, "log", "-1", "--format=%an%n%B").splitlines() == [
        "ana",
        "okrs: 2 check-ins",
        "",
        "- acme/first-minute/spain not done -> done: They paid",
        "- acme/first-minute/day7 33% -> 38%",
    ]
    assert git(company, "rev-list", "--count", "HEAD") == "2"
    assert not git(company, "status", "--short")


def test_the_setting_commits_and_one_check_in_has_the_message_of_one(
    walk: Walk, company: Path
) -> None:
    (company / "okr.toml").write_text("[check_ins]\ncommit = true\n", encoding="utf-8")
    seen = walk("--date", "2026-11-20")
    seen.answers((_DONE, "y"), (_CONFIDENCE, ""), (_NOTE, "They paid"))
    seen.sees(2)
    seen.answer(_DONE, "q")
    seen.ends()
    message = git(company, "log", "-1", "--format=%B").splitlines()
    assert message == ["okrs: acme/first-minute/spain not done -> done", "", "They paid"]
    assert "done: 2026-11-20" in (company / "okrs/q4.yaml").read_text(encoding="utf-8")


def test_skipping_and_quitting_at_once_write_nothing(walk: Walk, company: Path) -> None:
    seen = walk()
    seen.answers((_DONE, ""), (_CONFIDENCE, "s"))
    seen.sees(2)
    seen.answer(_DONE, "q")
    assert "Nothing was written" in seen.ends()
    assert not _changed(company)


def test_others_may_be_asked_for(walk: Walk, company: Path) -> None:
    seen = walk("--owner", "bo")
    seen.waits_for("1 of 1 . acme/first-minute/theirs")
    seen.answer(_VALUE, "q")
    seen.ends()
    seen = walk("--team", "acme")
    seen.waits_for("1 of 5")
    seen.answer("\\[", "q")
    seen.ends()
    _is(company, "bo")
    seen = walk()
    seen.waits_for("1 of 1 . acme/first-minute/theirs")
    seen.waits_for(f"{_VALUE}[^>]*>")
    seen.types("\x04")
    seen.ends(130)


def test_nothing_due_is_said_with_the_day_of_the_next(walk: Walk, company: Path, okr: Okr) -> None:
    theirs = ["acme/first-minute/theirs", "2", "--date", "2026-11-20"]
    assert okr("checkin", *theirs, cwd=company, env=_TODAY).code == 0
    shown = walk("--owner", "bo").ends()
    assert "No check-in of bo is due; --all asks now. The next is on 2026-11-27" in shown
    seen = walk("--owner", "bo", "--all")
    seen.waits_for("1 of 1")
    seen.answers((_VALUE, "3"), (_CONFIDENCE, ""), (_NOTE, ""))
    assert "acme/first-minute/theirs\n  2 → 3   22% → 33%" in seen.ends()


def test_nobody_with_anything_under_way_is_told_so(walk: Walk, company: Path) -> None:
    organization = company / "okrs/organization.yaml"
    more = "  - {id: chi, emails: [chi@acme.example]}\n"
    organization.write_text(_ORGANIZATION + more, encoding="utf-8")
    assert "No key result of chi is under way." in walk("--owner", "chi").ends()


def test_a_file_that_is_changed_meanwhile_is_read_again(walk: Walk, company: Path) -> None:
    file = company / "okrs/q4.yaml"
    seen = walk()
    seen.waits_for(_DONE)
    file.write_text(_OKRS.replace("id: soc2", "id: trust"), encoding="utf-8")
    seen.types("y\r")
    seen.answers((_CONFIDENCE, ""), (_NOTE, ""))
    seen.waits_for("okrs/q4.yaml")
    seen.waits_for("acme/first-minute/soc2 is not in the files, as they are now")
    seen.answer(_VALUE, "38")
    seen.answer(_CONFIDENCE, "q")
    assert "1 check-in written" in seen.ends()
    text = file.read_text(encoding="utf-8")
    assert "current: 38" in text
    assert "done: false" in text


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        ([], "there is no terminal to ask on", "name a key result: `okr checkin REF VALUE`"),
        (["--note", "x"], "say which key result is meant", "okr checkin"),
        (["--dry-run"], "say which key result is meant", "okr checkin"),
        (["day7", "38", "--all"], "are for no REF", "okr checkin"),
        (["day7", "38", "--owner", "bo"], "are for no REF", "okr checkin"),
    ],
)
def test_wrong_use_is_said(
    arguments: Sequence[str], message: str, hint: str, company: Path, okr: Okr
) -> None:
    run = okr("checkin", *arguments, cwd=company, env=_TODAY)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr
    assert not _changed(company)
