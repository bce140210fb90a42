"""The companies that reports are shown of: the demo, with its history, and the example."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest

from tests.running import PROJECT, Copied, Okr

TODAY: Mapping[str, str] = {"OKR_TODAY": "2026-11-22"}


class Ask(Protocol):
    """Run a command that has nothing to complain about; give what it writes."""

    def __call__(self, *arguments: str, cwd: Path, width: int = 80, code: int = 0) -> str: ...


@pytest.fixture(scope="session")
def _companies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("companies")


@pytest.fixture
def demo_company(_companies: Path, okr: Okr) -> Path:
    """Give the demo company, made once; no test may change it."""
    harbor = _companies / "harbor"
    if not harbor.exists():
        assert okr("demo", str(harbor), "--today", "2026-11-22", cwd=_companies).code == 0
    return harbor


@pytest.fixture
def own_demo(demo_company: Path, tmp_path: Path) -> Path:
    """Give a copy of the demo company that a test may change."""
    return shutil.copytree(demo_company, tmp_path / "harbor", symlinks=True)


@pytest.fixture
def example_company(workspace: Copied) -> Path:
    """Give a copy of the example company, which has no history."""
    return workspace(PROJECT / "examples")


@pytest.fixture
def ask(okr: Okr) -> Ask:
    """Give what asks a company, on the demo's last day."""

    def asked(*arguments: str, cwd: Path, width: int = 80, code: int = 0) -> str:
        run = okr(*arguments, cwd=cwd, env={**TODAY, "COLUMNS": str(width)})
        assert (run.code, run.stderr) == (code, "")
        return run.stdout

    return asked
