"""Questions, asked on a real terminal."""

import os
import subprocess
import sys
from io import StringIO

import pexpect
import pytest

_ASK = """
from okrcli.cli.editing.asking import ask, choose, confirm
number = lambda text: None if text.isdigit() else "a number is wanted"
long = lambda text: "that is much" if len(text) > 2 else None
print("got", repr(ask("How many?", default="7", check=number, hint=long)))
ways = {"continue": "go on", "change": "another way", "drop": "end it"}
print("got", repr(choose("What now?", ways, "drop")))
print("got", repr(confirm("Sure?", default=True)))
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a POSIX terminal")


def _started(**environ: str) -> "pexpect.spawn[str]":
    env = {**os.environ, "TERM": "xterm", **environ}
    return pexpect.spawn(
        sys.executable,
        ["-c", _ASK],
        env=env,
        encoding="utf-8",
        timeout=20,
        dimensions=(24, 80),
    )


@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": "1"}])
def test_answers_are_given_by_typing_or_by_taking_the_default(environ: dict[str, str]) -> None:
    child = _started(**environ)
    child.expect("How many\\?")
    child.send("5\r")
    child.expect("got '75'")
    child.expect("What now\\? \\[drop\\]")
    child.send("cont\r")
    child.expect("got 'continue'")
    child.expect("Sure\\? \\[Y/n\\]")
    child.send("\r")
    child.expect("got True")
    child.expect(pexpect.EOF)


def test_a_dumb_terminal_is_given_plain_lines() -> None:
    child = _started(TERM="dumb")
    shown = StringIO()
    child.logfile_read = shown
    for question, answer in (
        ("How many\\? \\[7\\]", "x"),
        ("a number is wanted\r\nHow many\\? \\[7\\]", "775"),
        ("that is much\r\ngot '775'", "cont"),
        ("got 'continue'\r\nSure\\? \\[Y/n\\]", ""),
    ):
        child.expect(question)
        child.expect("> ")
        child.send(f"{answer}\r")
    child.expect("got True")
    child.expect(pexpect.EOF)
    assert "\x1b" not in shown.getvalue()


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_ctrl_c_and_ctrl_d_end_the_run_on_a_dumb_terminal_too(key: str) -> None:
    child = _started(TERM="dumb")
    child.expect("> ")
    child.send(key)
    child.expect("KeyboardInterrupt")


def test_a_wrong_answer_is_not_taken_and_nothing_of_it_is_lost() -> None:
    child = _started()
    child.expect("How many\\?")
    child.send("x")
    child.expect("a number is wanted")
    child.send("\r")
    child.send("\x7f\r")
    child.expect("got '7'")
    child.expect("What now\\?")
    child.send("c\r")
    child.expect("say one of: continue, change, drop")
    child.send("\x7fdr\r")
    child.expect("got 'drop'")
    child.expect("Sure\\?")
    child.send("no\r")
    child.expect("got False")


def test_what_could_be_better_is_said_and_the_answer_is_taken() -> None:
    child = _started()
    child.expect("How many\\?")
    child.send("77")
    child.expect("that is much")
    child.send("\r")
    child.expect("got '777'")


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_ctrl_c_and_ctrl_d_end_the_run(key: str) -> None:
    child = _started()
    child.expect("How many\\?")
    child.send("\x15" + key)
    child.expect("KeyboardInterrupt")


def test_without_a_terminal_nothing_is_asked() -> None:
    code = (
        "from okrcli.cli.editing.asking import can_ask, must_ask\n"
        "print(can_ask())\nmust_ask('say --why')"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, input=""
    )
    assert run.stdout == "False\n"
    assert "UsageError" in run.stderr
