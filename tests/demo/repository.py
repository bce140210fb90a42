"""A repository with the demo's history in it, as git has it after `git fast-import`."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml_rs

from okrcli.demo.stream import fast_import_stream

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 22)
Document = dict[str, Any]


class Demo:
    """A repository with the demo's history in it."""

    def __init__(self, folder: Path, **arguments: Any) -> None:  # noqa: ANN401  handed through
        """Import the stream and check main out."""
        self.folder = folder
        stream = b"".join(fast_import_stream(**{"today": TODAY, **arguments}))
        subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True)
        self.git("fast-import", "--quiet", given=stream)
        self.git("checkout", "-q", "-f", "main")

    def git(self, *arguments: str, given: bytes = b"") -> str:
        """Return what a git command says."""
        command = ["git", "-C", str(self.folder), *arguments]
        return subprocess.run(command, input=given, check=True, capture_output=True).stdout.decode()

    def lines(self, *arguments: str) -> list[str]:
        """Return the lines of what a git command says."""
        return self.git(*arguments).splitlines()

    def document(self, path: str, revision: str = "main") -> Document:
        """Return what stands in a file at a revision."""
        text = self.git("show", f"{revision}:okrs/{path}")
        document = yaml_rs.loads(text, parse_datetime=False)
        if not isinstance(document, dict):
            raise TypeError(path)
        return document

    def paths(self) -> list[str]:
        """Return the files of the final tree."""
        return self.lines("ls-tree", "-r", "--name-only", "main")

    def key_result(self, path: str, ident: str, revision: str = "main") -> Document:
        """Return one key result of a file at a revision."""
        objectives = self.document(path, revision)["objectives"]
        found = [item for goal in objectives for item in goal["key_results"] if item["id"] == ident]
        return dict(found[0])
