"""`okr export` on real repositories, through the real binary."""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from okrcli.analysis.facts import TABLES
from tests.cli.conftest import TODAY
from tests.export.rows import read_csv, read_jsonl, read_parquet, read_sqlite
from tests.history.asking import GROWTH, ORGANIZATION, goals
from tests.history.repositories import Repo
from tests.running import Golden, Okr

DAY7 = "id: day7, title: Shops come back, baseline: 0, target: "
READ = {
    "csv": read_csv,
    "jsonl": read_jsonl,
    "parquet": read_parquet,
    "sqlite": read_sqlite,
}


@pytest.fixture
def company(tmp_path: Path) -> Repo:
    """Give a repository of one team, whose history holds what an export has to tell."""
    repo = Repo(tmp_path / "repo")
    first = goals(DAY7 + "50", "id: gone, title: Spain, done: false")
    repo.commit({"okrs/organization.yaml": ORGANIZATION, GROWTH: first}, date="2026-09-21")
    said = "current: 10, confidence: 0.5, note: '=1+1, says bo@acme.example'"
    repo.commit({GROWTH: goals(f"{DAY7}50, {said}")}, date="2026-10-19")
    repo.commit({GROWTH: goals(f"{DAY7}40, {said}")}, author="bo", date="2026-10-21")
    return repo.checkout()


def _export(okr: Okr, repo: Repo, form: str, place: Path, *more: str) -> str:
    arguments = ("export", "--format", form, "--output", str(place), *more)
    run = okr(*arguments, cwd=repo.folder, env=TODAY)
    assert (run.code, run.stdout) == (0, "")
    return run.stderr


@pytest.mark.parametrize("form", READ)
def test_every_format_holds_the_same_rows(
    okr: Okr, company: Repo, tmp_path: Path, form: str
) -> None:
    _export(okr, company, "csv", tmp_path / "expected")
    _export(okr, company, form, tmp_path / "facts")
    for table in TABLES:
        expected = read_csv(tmp_path / "expected", table)
        assert sorted(map(repr, READ[form](tmp_path / "facts", table))) == sorted(
            map(repr, expected)
        )


def test_the_tables_tell_what_the_history_says(
    okr: Okr, company: Repo, tmp_path: Path, golden: Golden
) -> None:
    assert _export(okr, company, "csv", tmp_path / "facts") == ""
    for table in TABLES:
        golden(f"export/{table}.csv", (tmp_path / "facts" / f"{table}.csv").read_text("utf-8"))


STEPS = """team: growth
cycle: 2026-Q4
objectives:
  - id: trust
    title: Banks trust us
    key_results:
      - id: soc2
        title: The audit
        milestones:
          - {id: gap, title: Gap analysis, due: 2026-10-31, done: 2026-10-28}
          - {title: Report, weight: 3}
      - id: seats
        title: More seats
        baseline: 0
        target: 9
        plan: [{by: 2026-11-15, value: 2.5}]
        close: {decision: drop, why: The market moved}
retrospective:
  went_well: [Weekly demo]
"""


@pytest.mark.parametrize("form", READ)
def test_steps_plans_pillars_and_lessons_have_tables(okr: Okr, tmp_path: Path, form: str) -> None:
    repo = Repo(tmp_path / "repo")
    pillars = f"{ORGANIZATION}pillars:\n  - {{id: delight, title: Guests recommend us}}\n"
    repo.commit({"okrs/organization.yaml": pillars, GROWTH: STEPS}, date="2026-10-19")
    facts = tmp_path / "facts"
    _export(okr, repo.checkout(), form, facts)
    head, home = repo.head, ("2026-Q4:growth/trust", "2026-Q4", "growth")
    soc2, seats = (f"{home[0]}/{name}" for name in ("soc2", "seats"))
    assert READ[form](facts, "pillars") == [("delight", "Guests recommend us")]
    assert READ[form](facts, "milestones") == [
        (soc2, *home, 1, "gap", "Gap analysis", 1.0, date(2026, 10, 31), True, date(2026, 10, 28)),
        (soc2, *home, 2, None, "Report", 3.0, None, False, None),
    ]
    assert READ[form](facts, "plan_points") == [(seats, *home, date(2026, 11, 15), 2.5)]
    said = ("ana", head, date(2026, 10, 19))
    assert READ[form](facts, "lessons") == [
        (home[0], seats, *home[1:], "why", "The market moved", *said),
        (None, None, *home[1:], "went-well", "Weekly demo", *said),
    ]


def test_events_are_of_goals_that_the_other_tables_have(
    okr: Okr, demo_company: Path, tmp_path: Path
) -> None:
    arguments = ("export", "--format", "sqlite", "--output", str(tmp_path / "facts.db"))
    assert okr(*arguments, cwd=demo_company, env=TODAY).code == 0
    with closing(sqlite3.connect(tmp_path / "facts.db")) as database:
        for facts in ("check_ins", "goalposts"):
            every, known = database.execute(
                f"SELECT (SELECT count(*) FROM {facts}), count(*) FROM {facts}_star"  # noqa: S608 - our own names
                " WHERE objective_title IS NOT NULL AND team_name IS NOT NULL"
                " AND (key_result IS NULL OR key_result_title IS NOT NULL)"
                " AND author IN (SELECT person FROM people)"
                " AND cycle IN (SELECT cycle FROM cycles)"
            ).fetchone()
            assert every == known > 0


@pytest.mark.parametrize("form", READ)
def test_no_address_leaves_unless_it_is_asked_for(
    okr: Okr, company: Repo, tmp_path: Path, form: str
) -> None:
    _export(okr, company, form, tmp_path / "facts")
    rows = {table: READ[form](tmp_path / "facts", table) for table in TABLES}
    assert "@" not in repr(rows)
    _export(okr, company, form, tmp_path / "facts", "--with-emails")
    people = READ[form](tmp_path / "facts", "people")
    assert people[1] == ("bo", "Bo Xu", "bo@acme.example\nBo@Home.example", True)


@pytest.mark.parametrize("since", ["HEAD~1", "2026-10-20"])
def test_since_a_moment_only_what_came_after_it_is_there(
    okr: Okr, company: Repo, tmp_path: Path, since: str
) -> None:
    _export(okr, company, "parquet", tmp_path / "facts", "--since", since)
    assert read_parquet(tmp_path / "facts", "check_ins") == []
    (moved,) = read_parquet(tmp_path / "facts", "goalposts")
    assert moved[4:6] == ("eased", "target")
    assert len(read_parquet(tmp_path / "facts", "key_results")) == 2


def test_what_is_remembered_changes_no_byte(okr: Okr, company: Repo, tmp_path: Path) -> None:
    for name, more in (("never", ["--no-cache"]), ("first", []), ("again", [])):
        _export(okr, company, "jsonl", tmp_path / name, *more)
    for table in TABLES:
        texts = {
            (tmp_path / name / f"{table}.jsonl").read_bytes()
            for name in ("never", "first", "again")
        }
        assert len(texts) == 1


def test_at_a_moment_it_is_what_stood_there(okr: Okr, company: Repo, tmp_path: Path) -> None:
    _export(okr, company, "jsonl", tmp_path / "facts", "--at", "2026-09-30")
    (row,) = (tmp_path / "facts" / "exports.jsonl").read_text("utf-8").splitlines()
    assert json.loads(row)["as_of"] == "2026-09-30"
    assert (tmp_path / "facts" / "check_ins.jsonl").read_text("utf-8") == ""


def test_an_older_export_is_replaced_and_nothing_else_is(
    okr: Okr, company: Repo, tmp_path: Path
) -> None:
    _export(okr, company, "parquet", tmp_path / "facts")
    _export(okr, company, "parquet", tmp_path / "facts", "--cycle", "2026-Q4")
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
    _export(okr, company, "sqlite", place)
    _export(okr, company, "sqlite", place)
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
