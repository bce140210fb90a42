"""The frame: help, version, wrong use, and the one boundary where failures become words."""

import inspect
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

import pytest
import typer

from okrcli import __version__
from okrcli.cli import app
from okrcli.cli.commands import COMMANDS
from okrcli.errors import GitError, OkrError
from tests.running import Copied, Okr


def test_the_version(okr: Okr, tmp_path: Path) -> None:
    assert okr("--version", cwd=tmp_path) == (0, f"okr {__version__}\n", "")


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"]])
def test_alone_it_shows_its_help(arguments: Sequence[str], okr: Okr, tmp_path: Path) -> None:
    run = okr(*arguments, cwd=tmp_path)
    assert (run.code, run.stderr) == (0, "")
    assert run.stdout.startswith("Usage: okr [OPTIONS] COMMAND [ARGS]...\n")
    assert " lint " in run.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(command: str, okr: Okr, tmp_path: Path) -> None:
    run = okr(command, "-h", cwd=tmp_path)
    assert (run.code, run.stderr) == (0, "")
    assert run.stdout.startswith(f"Usage: okr {command} ")
    assert max(map(len, run.stdout.splitlines())) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_named_by_the_sentence_that_its_own_help_begins_with(command: str) -> None:
    module = command.replace("-", "_")
    found = getattr(import_module(f"okrcli.cli.commands.{module}"), module)
    said = found.info.help if isinstance(found, typer.Typer) else inspect.getdoc(found)
    first = (said or "").partition("\n\n")[0]
    assert " ".join(first.split()) == COMMANDS[command]


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["lint", "--foo"], "No such option: --foo", "see `okr lint --help`"),
        (["lnt"], "No such command 'lnt'", "see `okr --help`"),
        (["lint", "--format", "xml"], "Invalid value for '--format': 'xml'", "okr lint --help"),
        (["lint", "--fail-on"], "Option '--fail-on' requires an argument", "--help"),
        (["lint", "\x1b[31m"], "no such file or folder: \\x1b[31m", ""),
    ],
)
def test_wrong_use_is_one_line_and_a_hint(
    arguments: Sequence[str], message: str, hint: str, okr: Okr, tmp_path: Path
) -> None:
    run = okr(*arguments, cwd=tmp_path)
    assert (run.code, run.stdout) == (2, "")
    first, *rest = run.stderr.splitlines()
    assert first.startswith(f"okr: error: {message}")
    assert hint in "".join(rest)
    assert len(rest) <= 1


def _fails_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> int:
    def broken() -> int:
        raise error

    monkeypatch.setattr(app, "COMMANDS", {"broken": ""})
    monkeypatch.setattr(app, "_command", lambda _: broken)
    return app.run(["broken"])


def test_a_failure_is_one_line_with_its_own_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("OKR_DEBUG", raising=False)
    assert _fails_with(OkrError("it \x1b cannot go on", "try again"), monkeypatch) == 3
    assert capsys.readouterr() == ("", "okr: error: it \\x1b cannot go on\n  hint: try again\n")
    assert _fails_with(GitError("git says no"), monkeypatch) == 3
    assert capsys.readouterr().err == "okr: error: git says no\n"


def test_a_fault_of_the_program_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("OKR_DEBUG", raising=False)
    assert _fails_with(ZeroDivisionError("a\nb"), monkeypatch) == 3
    expected = (
        "okr: internal error: ZeroDivisionError: a\\x0ab, set OKR_DEBUG=1 for the traceback\n"
    )
    assert capsys.readouterr() == ("", expected)


@pytest.mark.parametrize("error", [OkrError("known"), ZeroDivisionError("unknown")])
def test_debugging_shows_the_traceback(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OKR_DEBUG", "1")
    assert _fails_with(error, monkeypatch) == 3
    said = capsys.readouterr().err
    assert said.startswith("Traceback")
    assert "in broken" in said


def test_an_interrupt_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _fails_with(KeyboardInterrupt(), monkeypatch) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_help_into_a_closed_pipe_is_no_error(plain_env: Mapping[str, str], tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run(
        [sys.executable, "-m", "okrcli", "--help"],
        cwd=tmp_path,
        env=plain_env,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (run.returncode, run.stderr) == (0, b"")


def test_on_a_terminal_there_is_colour(workspace: Copied, plain_env: Mapping[str, str]) -> None:
    ours, theirs = pytest.importorskip("pty").openpty()
    env = {**plain_env, "NO_COLOR": "", "TERM": "xterm-256color"}
    subprocess.run(
        [sys.executable, "-m", "okrcli", "lint"],
        cwd=workspace("lint/clean"),
        env=env,
        stdout=theirs,
        check=True,
    )
    assert b"\x1b[32m" in os.read(ours, 10_000)
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete(shell: str, okr: Okr, tmp_path: Path) -> None:
    asked = {"COMP_WORDS": "okr li", "COMP_CWORD": "1", "_TYPER_COMPLETE_ARGS": "okr li"}
    env = {**asked, "_OKR_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    run = okr(cwd=tmp_path, env=env)
    assert "lint" in run.stdout
