"""Repositories for the tests of the history, in an environment without anybody's configuration."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.history.folders import build
from tests.history.repositories import CLEAN, Repo


@pytest.fixture(autouse=True)
def _no_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program under test, too, see no configuration of git but the repository's own."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in CLEAN.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Give an empty repository."""
    return Repo(tmp_path / "repo")


@pytest.fixture
def history(tmp_path: Path) -> Callable[[str], Repo]:
    """Give what builds a repository from a folder of tests/data/histories."""
    return lambda name: build(name, tmp_path / name)
