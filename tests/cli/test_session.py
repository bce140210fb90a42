"""A session says on a terminal what takes long, and nothing where nobody watches."""

import sys
import time
from pathlib import Path

import pytest

from okrcli.cli import session as module
from okrcli.cli.session import Session


def test_on_a_terminal_long_work_is_named_and_the_line_is_cleared(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    shown = ""
    with Session(Path(), {}).working("reading the history"):
        until = time.monotonic() + 10
        while not shown and time.monotonic() < until:
            shown = capsys.readouterr().err
    assert shown == "okr: reading the history …\r"
    assert capsys.readouterr().err == "\x1b[K"


def test_where_nobody_watches_it_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    with Session(Path(), {}).working("reading the history"):
        time.sleep(0.01)
    assert capsys.readouterr() == ("", "")
