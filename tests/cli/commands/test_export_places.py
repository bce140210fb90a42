"""`okr export` on real repositories, through the real binary: where it goes."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli import exports
from tests.cli.conftest import TODAY
from tests.cli.exports import READ, export
from tests.history.repositories import Repo
from tests.running import Okr


@pytest.fixture
def company(tmp_path: Path) -> Repo:
    """Give a repository of one team, whose history holds what an export has to tell."""
    return exports.company(tmp_path)


def test_an_older_export_is_replaced_and_nothing_else_is(
    okr: Okr, company: Repo, tmp_path: Path
) -> None:
    export(okr, company, "parquet", tmp_path / "facts")
    export(okr, company, "parquet", tmp_path / "facts", "--cycle", "2026-Q4")
    own = tmp_path / "facts" / "mine.txt"
    own.write_text("mine", encoding="utf-8")
    arguments = ("export", "--format", "parquet", "--output", str(tmp_path / "facts"))
    run = okr(*arguments, cwd=company.folder, env=TODAY)
    assert run.code == 2
    assert "mine.txt, which is of no such export" in run.stderr
    assert own.read_text("utf-8") == "mine"


@pytest.mark.parametrize("form", READ)
def test_what_somebody_else_wrote_is_not_replaced(
    okr: Okr, company: Repo, tmp_path: Path, form: str
) -> None:
    place = own = tmp_path / "facts"
    if form != "sqlite":
        place.mkdir()
        own = place / f"people.{form}"
    for text in ("mine", "SQLite format 3\0 or not"):
        own.write_text(text, encoding="utf-8")
        arguments = ("export", "--format", form, "--output", str(place))
        run = okr(*arguments, cwd=company.folder, env=TODAY)
        assert (run.code, own.read_text("utf-8")) == (2, text)
        assert "Traceback" not in run.stderr


def test_a_database_of_other_tables_is_not_replaced(
    okr: Okr, company: Repo, tmp_path: Path
) -> None:
    place = tmp_path / "facts.db"
    export(okr, company, "sqlite", place)
    export(okr, company, "sqlite", place)
    with closing(sqlite3.connect(place)) as database:
        database.execute("CREATE TABLE mine (text TEXT)")
    arguments = ("export", "--format", "sqlite", "--output", str(place))
    run = okr(*arguments, cwd=company.folder, env=TODAY)
    assert run.code == 2
    assert "is no export, and is not replaced" in run.stderr


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--cycle", "2025-Q1"), "there are no OKRs in a cycle 2025-Q1"),
        (("--since", "nowhere"), "'nowhere' is neither a date"),
    ],
)
def test_what_is_not_there_is_named(
    okr: Okr, company: Repo, tmp_path: Path, more: tuple[str, ...], told: str
) -> None:
    arguments = ("export", "--output", str(tmp_path / "facts"), *more)
    run = okr(*arguments, cwd=company.folder, env=TODAY)
    assert run.code == 2
    assert told in run.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["repo"]


def test_without_the_library_the_extra_is_named(
    okr: Okr, company: Repo, tmp_path: Path, plain_env: Mapping[str, str]
) -> None:
    lacking = tmp_path / "lacking"
    lacking.mkdir()
    (lacking / "pyarrow.py").write_text("raise ImportError\n", encoding="utf-8")
    path = os.pathsep.join([str(lacking), plain_env["PYTHONPATH"]])
    arguments = ("export", "--format", "parquet", "--output", str(tmp_path / "facts"))
    run = okr(*arguments, cwd=company.folder, env={**TODAY, "PYTHONPATH": path})
    assert run.code == 2
    assert "pip install 'okrcli[export]'" in run.stderr
    assert not (tmp_path / "facts").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
@pytest.mark.parametrize("form", READ)
def test_a_full_disk_leaves_what_was_there(
    demo_company: Path, tmp_path: Path, plain_env: Mapping[str, str], form: str
) -> None:
    place = tmp_path / "facts"

    def run(limit: int) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "okrcli", "export", "--format", form, "--output", str(place)],
            cwd=demo_company,
            env={**plain_env, **TODAY},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    assert run(2**30).returncode == 0
    before = _bytes(place)
    failed = run(9_000)
    assert failed.returncode == 3, failed.stderr
    assert f"{place} cannot be written" in failed.stderr
    assert _bytes(place) == before
    assert [path.name for path in tmp_path.iterdir()] == ["facts"]


def _bytes(place: Path) -> dict[str, bytes]:
    files = [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in files}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_an_interrupted_export_leaves_nothing(
    company: Repo, tmp_path: Path, plain_env: Mapping[str, str]
) -> None:
    code = (
        "import os, signal, sys; import okrcli.export.csv_files as files\n"
        "def stop(*_):\n  os.kill(os.getpid(), signal.SIGINT)\n"
        "files._WRITTEN = {**files._WRITTEN, float: stop}\n"
        "from okrcli.cli.app import run\n"
        f"sys.exit(run(['export', '--output', {str(tmp_path / 'facts')!r}]))"
    )
    env: dict[str, Any] = {**plain_env, **TODAY}
    done = subprocess.run([sys.executable, "-c", code], cwd=company.folder, env=env, check=False)
    assert done.returncode == 128 + signal.SIGINT
    assert [path.name for path in tmp_path.iterdir()] == ["repo"]
