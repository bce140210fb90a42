"""What the fixtures of conftest.py give to tests."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

TESTS = Path(__file__).parent
DATA = TESTS / "data"
PROJECT = TESTS.parent


class Run(NamedTuple):
    """What a finished program left behind."""

    code: int
    stdout: str
    stderr: str


class Okr(Protocol):
    """Run the real binary; `env` adds to a plain environment without colour."""

    def __call__(self, *arguments: str, cwd: Path, env: Mapping[str, str] | None = None) -> Run: ...


class Golden(Protocol):
    """Compare a text with a file below tests/golden, or write it with --update-golden."""

    def __call__(self, name: str, text: str) -> None: ...


class Copied(Protocol):
    """Copy a folder below tests/data (or any folder) to a place where it may be changed."""

    def __call__(self, source: str | Path) -> Path: ...
