"""Fixtures that every test may use: golden files, workspaces to work on, and the real binary."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.running import DATA, PROJECT, TESTS, Copied, Golden, Okr, Run

FOREIGN = ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "OKR_DEBUG", "TERM", "TZ")

# A slow machine is no failure, and the gate asks the same of every commit.
settings.register_profile("okr", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("okr")

# A shell starts what it runs in the background with interrupts ignored, and so would be all that
# the tests start to interrupt it.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files instead of comparing."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Give what compares a text with its golden file."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(name: str, text: str) -> None:
        path = TESTS / "golden" / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"{name} is new: look at it, then run with --update-golden"
        assert text == path.read_bytes().decode()

    return compare


@pytest.fixture
def workspace(tmp_path: Path) -> Copied:
    """Give what copies a folder to a new place; its name stays, since output may show it."""
    places = count()

    def copied(source: str | Path) -> Path:
        origin = DATA / source
        return Path(shutil.copytree(origin, tmp_path / f"copy-{next(places)}" / origin.name))

    return copied


@pytest.fixture(scope="session", autouse=True)
def _own_caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Leave the developer's caches alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OKR_CACHE_DIR", str(tmp_path_factory.mktemp("caches")))
        yield


@pytest.fixture(scope="session")
def plain_env(_own_caches: None) -> Mapping[str, str]:
    """Give an environment in which nothing of the developer's shows."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in FOREIGN and not name.startswith(("GIT_", "GITHUB_"))
    }
    return {**kept, "NO_COLOR": "1", "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"}


@pytest.fixture
def okr(plain_env: Mapping[str, str]) -> Okr:
    """Give what runs the real binary in a folder."""

    def run(*arguments: str, cwd: Path, env: Mapping[str, str] | None = None) -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "okrcli", *arguments],
            cwd=cwd,
            env={**plain_env, **(env or {})},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    return run
