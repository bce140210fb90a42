"""`okr export` on real repositories, through the real binary: what is in it."""

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from okrcli.analysis.facts.facts import TABLES
from tests.cli import exports
from tests.cli.conftest import TODAY
from tests.cli.exports import READ, export
from tests.export.rows import read_csv, read_parquet
from tests.history.asking import GROWTH, ORGANIZATION
from tests.history.repositories import Repo
from tests.running import Golden, Okr


@pytest.fixture
def company(tmp_path: Path) -> Repo:
    """Give a repository of one team, whose history holds what an export has to tell."""
    return exports.company(tmp_path)


@pytest.mark.parametrize("form", READ)
def test_every_format_holds_the_same_rows(
    okr: Okr, company: Repo, tmp_path: Path, form: str
) -> None:
    export(okr, company, "csv", tmp_path / "expected")
    export(okr, company, form, tmp_path / "facts")
    for table in TABLES:
        expected = read_csv(tmp_path / "expected", table)
        assert sorted(map(repr, READ[form](tmp_path / "facts", table))) == sorted(
            map(repr, expected)
        )


def test_the_tables_tell_what_the_history_says(
    okr: Okr, company: Repo, tmp_path: Path, golden: Golden
) -> None:
    assert export(okr, company, "csv", tmp_path / "facts") == ""
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
    export(okr, repo.checkout(), form, facts)
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
    export(okr, company, form, tmp_path / "facts")
    rows = {table: READ[form](tmp_path / "facts", table) for table in TABLES}
    assert "@" not in repr(rows)
    export(okr, company, form, tmp_path / "facts", "--with-emails")
    people = READ[form](tmp_path / "facts", "people")
    assert people[1] == ("bo", "Bo Xu", "bo@acme.example\nBo@Home.example", True)


@pytest.mark.parametrize("since", ["HEAD~1", "2026-10-20"])
def test_since_a_moment_only_what_came_after_it_is_there(
    okr: Okr, company: Repo, tmp_path: Path, since: str
) -> None:
    export(okr, company, "parquet", tmp_path / "facts", "--since", since)
    assert read_parquet(tmp_path / "facts", "check_ins") == []
    (moved,) = read_parquet(tmp_path / "facts", "goalposts")
    assert moved[4:6] == ("eased", "target")
    assert len(read_parquet(tmp_path / "facts", "key_results")) == 2


def test_what_is_remembered_changes_no_byte(okr: Okr, company: Repo, tmp_path: Path) -> None:
    for name, more in (("never", ["--no-cache"]), ("first", []), ("again", [])):
        export(okr, company, "jsonl", tmp_path / name, *more)
    for table in TABLES:
        texts = {
            (tmp_path / name / f"{table}.jsonl").read_bytes()
            for name in ("never", "first", "again")
        }
        assert len(texts) == 1


def test_at_a_moment_it_is_what_stood_there(okr: Okr, company: Repo, tmp_path: Path) -> None:
    export(okr, company, "jsonl", tmp_path / "facts", "--at", "2026-09-30")
    (row,) = (tmp_path / "facts" / "exports.jsonl").read_text("utf-8").splitlines()
    assert json.loads(row)["as_of"] == "2026-09-30"
    assert (tmp_path / "facts" / "check_ins.jsonl").read_text("utf-8") == ""
