"""The composition root: where the rooms of the house are put together for a command.

Everything heavy is imported inside the functions that need it, so that `okr --version`, help and
completion stay as quick as the command line library.
"""

# ruff: noqa: PLC0415 - see above

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, NamedTuple, TextIO

if TYPE_CHECKING:
    from okrcli.model.finding import Finding
    from okrcli.model.settings import Settings
    from okrcli.render.terminal.console import Terminal
    from okrcli.render.terminal.style import Style
    from okrcli.rules.base import LintInput
    from okrcli.store.loader import LoadResult


_PATIENCE = 0.5  # seconds


def _show(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


def say(kind: str, message: str, hint: str | None = None) -> None:
    """Write one line to standard error, and the remedy below it where there is one."""
    from okrcli.render.text import clean

    lines = [f"okr: {kind}: {clean(message)}", *([f"  hint: {clean(hint)}"] if hint else [])]
    sys.stderr.write(_harmless("".join(f"{line}\n" for line in lines), os.environ))


def _harmless(text: str, environ: Mapping[str, str]) -> str:
    """Keep what GitHub Actions shows from being taken for its commands."""
    if environ.get("GITHUB_ACTIONS") != "true":
        return text
    from okrcli.render.text import without_commands

    return without_commands(text)


class Opened(NamedTuple):
    """A workspace that was read."""

    root: Path
    settings: "Settings"
    loaded: "LoadResult"

    def findings(self) -> "Sequence[Finding]":
        """Find everything that the lint rules flag."""
        from okrcli.rules.runner import run

        return run(self.lint_input(), self.settings, self.other_rules())

    def lint_input(self) -> "LintInput":
        """Give what the lint rules look at."""
        from okrcli.model.ignore import Ignoring
        from okrcli.rules.base import LintInput

        loaded = self.loaded
        ignoring = Ignoring(loaded.ignores)
        return LintInput(
            loaded.workspace, loaded.problems, ignoring, loaded.located, loaded.disorder
        )

    def other_rules(self) -> "Sequence[str]":
        """Give the rules that a comment may name though lint does not run them."""
        return _names_of_audit() if self.loaded.ignores else ()


def _names_of_audit() -> "Sequence[str]":
    from okrcli.rules.audit_rules import AUDIT_RULES

    return [rule.name for rule in AUDIT_RULES]


class Session(NamedTuple):
    """One run: the folder and the environment that it was started in."""

    folder: Path
    environ: Mapping[str, str]

    @classmethod
    def here(cls) -> "Session":
        """Begin a run in the current folder."""
        return cls(Path.cwd(), os.environ)

    def open(self, where: Path | None = None) -> Opened:
        """Find and read the workspace around a file or folder, else the current folder's."""
        from okrcli.store.discovery import find_workspace
        from okrcli.store.loader import load
        from okrcli.store.settings_file import read_settings

        start = self.folder if where is None else self.folder / where
        root = find_workspace(start if start.is_dir() else start.parent)
        settings = read_settings(root)
        return Opened(root, settings, load(root, settings))

    def terminal(self, stream: TextIO | None = None) -> "Terminal":
        """Tell what a stream can show: standard output, or another one."""
        from okrcli.render.terminal.console import terminal

        stream = stream or sys.stdout
        try:
            columns = os.get_terminal_size(stream.fileno()).columns
        except (OSError, ValueError):
            columns = 0
        return terminal(self.environ, stream.isatty(), columns, stream.encoding or "ascii")

    def style(self) -> "Style":
        """Give the colours and the width of standard output."""
        from okrcli.render.terminal.style import Style

        terminal = self.terminal()
        return Style(terminal.color, terminal.width)

    def emit(self, text: str, *, commands: bool = False) -> None:
        """Write to standard output; that nobody reads it any more is no error.

        `commands` says that it may hold commands of GitHub Actions.
        """
        try:
            sys.stdout.write(text if commands else _harmless(text, self.environ))
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def say(self, text: str) -> None:
        """Write one line to standard output; what comes from a file is made harmless."""
        from okrcli.render.text import clean

        self.emit(f"{clean(text)}\n")

    @contextmanager
    def working(self, what: str) -> Iterator[None]:
        """Say on a terminal what takes so long, when it does; the line is gone afterwards."""
        if not sys.stderr.isatty() or self.environ.get("TERM") == "dumb":
            yield
            return
        timer = Timer(_PATIENCE, _show, (f"okr: {what} …\r",))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()
            _show("\x1b[K")

    def tell(self, text: str) -> None:
        """Say one line on standard error beside the result."""
        sys.stderr.write(_harmless(f"{text}\n", self.environ))

    def warn(self, message: str, hint: str | None = None) -> None:
        """Say on standard error what the user should know beside the result."""
        say("warning", message, hint)
