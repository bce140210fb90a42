"""The composition root: where the rooms of the house are put together for a command.

Everything heavy is imported inside the functions that need it, so that `okr --version`, help and
completion stay as quick as the command line library.
"""

# ruff: noqa: PLC0415 - see above

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.model.finding import Finding
    from okrcli.model.settings import Settings
    from okrcli.model.source import Source, Span
    from okrcli.render.console import Terminal
    from okrcli.render.findings import Checked, Findings
    from okrcli.render.style import Style
    from okrcli.store.loader import LoadResult

SETTINGS_FILE = "okr.toml"


class Opened(NamedTuple):
    """A workspace that was read."""

    root: Path
    settings: "Settings"
    loaded: "LoadResult"


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

    def lint(self, paths: Sequence[Path]) -> "Findings":
        """Check a workspace; with paths, show what is found in them."""
        from okrcli.render.findings import Findings
        from okrcli.rules.base import LintInput
        from okrcli.rules.runner import check_names, in_order, run
        from okrcli.store.loader import locate

        for path in paths:
            if not os.path.lexists(self.folder / path):
                raise UsageError(f"no such file or folder: {path}")
        opened = self.open(paths[0] if paths else None)
        check_names(opened.settings)
        loaded = opened.loaded
        selection = _Selection([self._inside(path, opened) for path in paths])
        everything = run(LintInput(loaded.workspace, loaded.problems), opened.settings)
        findings = list(filter(selection.concerns, everything))
        return Findings(
            in_order(locate(findings, loaded.texts)),
            _checked(loaded, selection),
            loaded.texts,
            _places(findings, loaded),
            self._shown(opened.root, findings),
        )

    def style(self) -> "Style":
        """Give colour and width as standard output and the environment have them."""
        from shutil import get_terminal_size

        from okrcli.render.style import Style

        return Style(self._colour(), get_terminal_size((80, 24)).columns)

    def terminal(self) -> "Terminal":
        """Tell what standard output can show."""
        from shutil import get_terminal_size

        from okrcli.render.console import terminal

        columns = get_terminal_size((0, 0)).columns
        encoding = sys.stdout.encoding or "ascii"
        return terminal(self.environ, sys.stdout.isatty(), columns, encoding)

    def warn(self, message: str, hint: str | None = None) -> None:
        """Say on standard error what the reader should know."""
        from okrcli.render.text import clean

        remedy = f"; {clean(hint)}" if hint else ""
        sys.stderr.write(f"okr: warning: {clean(message)}{remedy}\n")

    def emit(self, text: str) -> None:
        """Write to standard output; that nobody reads it any more is no error."""
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _colour(self) -> bool:
        if self.environ.get("NO_COLOR"):
            return False
        forced = self.environ.get("FORCE_COLOR")
        if forced:
            return forced not in {"0", "false"}
        return sys.stdout.isatty() and self.environ.get("TERM") != "dumb"

    def _inside(self, path: Path, opened: Opened) -> str:
        """Give the part of the OKR folder that a path means, relative to the root; "" for all."""
        start = self.folder / path
        real = start.resolve() if start.is_dir() else start.parent.resolve() / start.name
        root, okrs = opened.root.resolve(), opened.settings.okrs
        okr_folder = root / okrs
        if real in (okr_folder, *okr_folder.parents) and real.is_relative_to(root):
            return ""
        if real == root / SETTINGS_FILE:
            return ""
        if real.is_relative_to(okr_folder):
            return real.relative_to(root).as_posix()
        raise UsageError(
            f"{path} is no part of the workspace {opened.root}", f"its OKR files are below {okrs}/"
        )

    def _shown(self, root: Path, findings: "Sequence[Finding]") -> Mapping[str, str]:
        """Give each path as it is written from the current folder."""
        if root.resolve() == self.folder.resolve():
            return {}
        sources = (source for finding in findings for source in (finding.source, *finding.related))
        paths = {source.path for source in sources}
        here = self.folder.resolve()
        return {path: os.path.relpath(root.resolve() / path, here) for path in paths}


class _Selection(NamedTuple):
    """The parts of a workspace that were asked for; none means all of it."""

    parts: Sequence[str]

    def holds(self, path: str) -> bool:
        """Tell whether a file is in it."""
        return not self.parts or any(
            not part or path == part or path.startswith(f"{part}/") for part in self.parts
        )

    def concerns(self, finding: "Finding") -> bool:
        """Tell whether a finding has a place in it."""
        return any(self.holds(source.path) for source in (finding.source, *finding.related))


def _places(findings: "Sequence[Finding]", loaded: "LoadResult") -> "Mapping[Source, Span]":
    """Look up the spans of all related places."""
    from okrcli.store.loader import locate

    related = [finding._replace(source=at) for finding in findings for at in finding.related]
    return {found.source: found.span for found in locate(related, loaded.texts) if found.span}


def _checked(loaded: "LoadResult", selection: _Selection) -> "Checked":
    """Count what was read and asked for."""
    from okrcli.render.findings import Checked

    workspace = loaded.workspace
    held = [
        document.content
        for document in workspace.documents
        if selection.holds(document.source.path)
    ]
    objectives = [objective for content in held for objective in content.objectives]
    paths = {*loaded.texts, *(problem.source.path for problem in loaded.problems)}
    files = sum(map(selection.holds, paths)) if selection.parts else workspace.files
    return Checked(len(objectives), sum(len(each.key_results) for each in objectives), files)
