"""What a command that edits does with its changes."""

import subprocess
from pathlib import Path

import pytest

from okrcli.cli.editing.writing import (
    How,
    RefusedError,
    carry_out,
    edit_files,
    foreseen,
    new_findings,
)
from okrcli.cli.session import Opened, Session
from okrcli.errors import GitError, NotEditableError, OkrError
from okrcli.store.editing.edits import Set

_FILE = """\
team: growth
cycle: 2026-Q4
objectives:
  - id: first-minute   # \x7f
    title: New shops love us from the first minute
    owner: ana
    ambition: committed
    key_results:
      - {id: day7, title: More come back, unit: "%", baseline: 31, target: 45, current: 36.5}
      - {id: day8, title: More stay here, unit: "%", baseline: 31, target: 45, current: 36.5}
"""
_CURRENT = ("objectives", 0, "key_results", 0, "current")
_PATH = "okrs/growth.yaml"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    (tmp_path / "okrs").mkdir()
    (tmp_path / _PATH).write_text(_FILE.replace("\x7f", "é"), encoding="utf-8")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "it"]):
        _git(tmp_path, *command)
    return Session(tmp_path, {"NO_COLOR": "1"})


def _git(folder: Path, *args: str) -> str:
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@acme.example")
    return subprocess.run(
        ["git", *who, *args], cwd=folder, capture_output=True, text=True, check=True
    ).stdout


def test_a_dry_run_shows_a_diff_that_git_can_apply_and_writes_nothing(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = session.open()
    changes = edit_files(opened, {_PATH: [Set(_CURRENT, 38)]})
    carry_out(session, opened, changes, How(dry_run=True), "")
    assert not _git(session.folder, "status", "--short")
    shown = capsys.readouterr().out
    (session.folder / "it.diff").write_text(shown, encoding="utf-8")
    _git(session.folder, "apply", "it.diff")
    assert (session.folder / _PATH).read_bytes() == changes[_PATH].new
    assert (shown.count("\n-"), shown.count("\n+")) == (1, 2)


def test_what_is_written_can_be_committed_at_once(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Ana")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "ana@acme.example")
    opened = session.open()
    changes = edit_files(opened, {_PATH: [Set(_CURRENT, 38)]})
    carry_out(session, opened, changes, How(commit=True), "okrs: day7 36.5 -> 38 %")
    assert _git(session.folder, "log", "-1", "--format=%s") == "okrs: day7 36.5 -> 38 %\n"
    assert not _git(session.folder, "status", "--short")


def test_a_commit_that_is_refused_leaves_the_file_written(session: Session) -> None:
    hook = session.folder / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    opened = session.open()
    changes = edit_files(opened, {_PATH: [Set(_CURRENT, 38)]})
    with pytest.raises(GitError) as caught:
        carry_out(session, opened, changes, How(commit=True), "it")
    assert caught.value.hint == "the files are written; commit them yourself"
    assert (session.folder / _PATH).read_bytes() == changes[_PATH].new


def _opened(session: Session) -> Opened:
    return session.open()


def test_what_the_format_refuses_is_not_written(session: Session) -> None:
    with pytest.raises(RefusedError, match="nothing was written"):
        edit_files(_opened(session), {_PATH: [Set(_CURRENT, "much")]})


def test_a_place_that_is_not_there_is_refused(session: Session) -> None:
    with pytest.raises(NotEditableError):
        edit_files(_opened(session), {_PATH: [Set(("objectives", 7, "title"), "x")]})


def test_a_file_that_changed_since_it_was_read_is_left_alone(session: Session) -> None:
    opened = session.open()
    (session.folder / _PATH).write_text("team: other\n", encoding="utf-8")
    with pytest.raises(OkrError, match="changed by someone else"):
        edit_files(opened, {_PATH: [Set(_CURRENT, 38)]})


def test_lint_tells_what_a_change_brings_before_it_is_written(session: Session) -> None:
    opened = session.open()
    path = ("objectives", 0, "owner")
    after = foreseen(opened, edit_files(opened, {_PATH: [Set(path, "ana and bo")]}))
    assert [each.rule for each in new_findings(opened, after)] == ["several-owners"]
