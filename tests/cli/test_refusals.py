"""What cannot be done is refused in one line, with what to do instead, and nothing is written."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.running import Okr

_TODAY = {"OKR_TODAY": "2026-11-22"}
_WHY = ("--why", "It is over")
_INSTANT = "platform/instant"
_FILE = "okrs/2026-Q4/platform.yaml"


def _refused(okr: Okr, folder: Path, words: tuple[str, ...], message: str, hint: str) -> None:
    before = _texts(folder)
    run = okr(*words, cwd=folder, env=_TODAY)
    assert (run.code, run.stdout) == (2, "")
    said, _, remedy = run.stderr.partition("\n")
    assert message in said
    assert hint in remedy
    assert _texts(folder) == before


def _texts(folder: Path) -> list[bytes]:
    return [each.read_bytes() for each in sorted(folder.rglob("*.yaml"))]


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (
            ("new", "key-result", f"{_INSTANT}/p95", "--title", "x", "--done"),
            "is a key result",
            f"name its objective: {_INSTANT}",
        ),
        (("checkin", _INSTANT, "3"), "is an objective; name a key result", "it has: first-view"),
        (
            ("checkin", "p95", "3", "--cycle", "2031-Q1"),
            "there are no OKRs in a cycle 2031-Q1",
            "cycles with OKRs",
        ),
        (
            ("checkin", "p95", "3", "--all"),
            "--all, --owner and --team are for no REF",
            "okr checkin",
        ),
        (("checkin", "--confidence", "3/10"), "say which key result is meant", "okr checkin"),
        (("rm", _INSTANT, "--why", " "), "a promise is given up for a reason", "--why"),
        (("rm", _INSTANT, "--delete"), f"{_INSTANT} is named by", "take these references away"),
        (("report", "week", _INSTANT), f"{_INSTANT} is no team", f"okr log {_INSTANT}"),
        (("setup", "web"), "there is no part web", "parts: ci"),
        (
            ("setup", "auto-merge", "--forge", "gitlab", "--yes"),
            "auto-merge is for github, not gitlab",
            "",
        ),
        (("setup", "ci", "--yes"), "there is no terminal to ask on", "--forge github"),
        (("setup", "--forge", "github"), "there is no terminal to ask on", "--yes"),
    ],
    ids=lambda value: "-".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_of_a_company_in_order(
    words: tuple[str, ...], message: str, hint: str, own_demo: Path, okr: Okr
) -> None:
    _refused(okr, own_demo, words, message, hint)


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("rm", _INSTANT, *_WHY), "was closed already (drop)", ""),
        (("close", _INSTANT, *_WHY), "was closed already (drop)", "take the `close` away first"),
        (("checkin", f"{_INSTANT}/p95", "900"), "closed", ""),
        (("revise", f"{_INSTANT}/p95", "target", "900", *_WHY), "closed", ""),
        (("new", "key-result", _INSTANT, "--title", "x", "--done"), "was closed (drop)", ""),
    ],
    ids=lambda value: "-".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_of_what_is_closed(
    words: tuple[str, ...], message: str, hint: str, own_demo: Path, okr: Okr
) -> None:
    closed = okr("close", _INSTANT, "--decision", "drop", *_WHY, cwd=own_demo, env=_TODAY)
    assert closed.code == 0
    _refused(okr, own_demo, words, message, hint)


def test_of_a_draft_that_never_began(own_demo: Path, okr: Okr) -> None:
    file = own_demo / _FILE
    file.write_text(f"draft: true\n{file.read_text('utf-8')}", "utf-8")
    words = ("close", _INSTANT, "--decision", "drop", *_WHY)
    _refused(okr, own_demo, words, "is a draft, and never began", f"okr rm {_INSTANT} --delete")


def test_of_what_is_in_no_file_any_more(own_demo: Path, okr: Okr) -> None:
    (own_demo / _FILE).unlink()
    _refused(okr, own_demo, ("show", _INSTANT), "is in no file any more", f"{_INSTANT}`")
    _refused(okr, own_demo, ("checkin", f"{_INSTANT}/p95", "9"), "is no objective and no key", "")


@pytest.mark.parametrize(
    "words", [("checkin", f"{_INSTANT}/p95", "9"), ("mv", _INSTANT, "platform/quick")]
)
def test_of_what_may_stand_in_a_file_that_cannot_be_read(
    words: tuple[str, ...], own_demo: Path, okr: Okr
) -> None:
    file = own_demo / _FILE
    file.write_text(f"<<<<<<< HEAD\n{file.read_text('utf-8')}", "utf-8")
    hint = f"{_FILE} cannot be read: run `okr lint`"
    _refused(okr, own_demo, words, "is no objective and no key result here", hint)


def test_of_a_company_without_an_organization(own_demo: Path, okr: Okr) -> None:
    (own_demo / "okrs/organization.yaml").unlink()
    words = ("new", "team", "care", "--name", "Care")
    _refused(okr, own_demo, words, "there is no organization here", "okrs/organization.yaml")


def test_of_a_workspace_with_nothing_in_it(own_demo: Path, okr: Okr) -> None:
    shutil.rmtree(own_demo / "okrs")
    shutil.rmtree(own_demo / ".git")
    (own_demo / "okrs").mkdir()
    for name in ("plan", "cycle", "health"):
        _refused(okr, own_demo, ("report", name), "there are no OKRs to report on yet", "okr init")


def test_a_second_check_in_of_a_day_that_says_the_same(own_demo: Path, okr: Okr) -> None:
    words = ("checkin", f"{_INSTANT}/p95", "900", "--confidence", "5/10")
    assert okr(*words, cwd=own_demo, env=_TODAY).code == 0
    _refused(okr, own_demo, words, "says that already", "--same where there is no news")
    same = ("checkin", f"{_INSTANT}/p95", "--same")
    _refused(okr, own_demo, same, "was checked in today already", "")


def test_a_commit_that_a_hook_refuses_leaves_the_files_written(own_demo: Path, okr: Okr) -> None:
    hook = own_demo / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho no, thanks >&2\nexit 1\n")
    hook.chmod(0o755)
    words = ("checkin", f"{_INSTANT}/p95", "900", "--commit")
    run = okr(*words, cwd=own_demo, env=_TODAY)
    assert run.code == 3
    assert "no, thanks" in run.stderr
    assert "the files are written; commit them yourself" in run.stderr
    changed = ["git", "status", "--porcelain"]
    said = subprocess.run(changed, cwd=own_demo, capture_output=True, text=True, check=True).stdout
    assert said == f" M {_FILE}\n"
