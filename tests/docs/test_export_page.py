"""docs/export.md tells of every column, and its queries run."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from okrcli.analysis.facts.columns import columns
from okrcli.analysis.facts.facts import TABLES
from tests.cli.conftest import TODAY
from tests.history.asking import GROWTH, ORGANIZATION, goals
from tests.history.repositories import Repo
from tests.running import PROJECT, Okr

PAGE = (PROJECT / "docs" / "export.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
WORDS: dict[type, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "truth",
    date: "date",
}
DAY7 = "id: day7, title: Shops come back, baseline: 0, target: "


def test_the_page_has_every_table_and_no_other() -> None:
    assert re.findall(r"^### (\w+)$", PAGE, re.MULTILINE) == list(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_the_page_gives_each_column_its_type(table: str) -> None:
    section = PAGE.partition(f"\n### {table}\n")[2].partition("\n### ")[0]
    told = re.findall(r"^\| (\w+) \| ([a-z ]+(?:, null)?) \| \S", section, re.MULTILINE)
    assert told[0] == ("column", "type")
    assert told[1:] == [
        (column.name, WORDS[column.kind] + (", null" if column.nullable else ""))
        for column in columns(table)
    ]


def _answers(folder: Path) -> list[list[tuple[Any, ...]]]:
    """Run the page's queries beside the folder `facts`."""
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as database:
        database.execute(f"SET file_search_path = '{folder}'")
        return [database.execute(query).fetchall() for query in QUERIES]


def test_the_queries_answer_what_is_asked(tmp_path: Path, okr: Okr) -> None:
    repo = Repo(tmp_path / "repo")
    repo.commit({"okrs/org.yaml": ORGANIZATION, GROWTH: goals(DAY7 + "50")}, date="2026-09-21")
    repo.commit({GROWTH: goals(DAY7 + "50, current: 10, confidence: 0.5")}, date="2026-10-19")
    repo.commit({GROWTH: goals(DAY7 + "40, current: 20, confidence: 0.7")}, date="2026-10-21")
    repo.commit({GROWTH: goals(DAY7 + "40, current: 30, confidence: 0.7")}, date="2026-11-09")
    repo.checkout()
    arguments = ("export", "--format", "parquet", "--output", str(tmp_path / "facts"))
    assert okr(*arguments, cwd=repo.folder, env=TODAY).code == 0
    rhythm, moved, values = _answers(tmp_path)
    assert [(team, str(week)[:10], *rest) for team, week, *rest in rhythm] == [
        ("growth", "2026-10-19", 2, 1, 0.6),
        ("growth", "2026-11-09", 1, 1, 0.7),
    ]
    assert moved == [("2026-Q4", 1, 1, 0, 0)]
    day7 = "2026-Q4:growth/first-minute/day7"
    assert values == [(day7, "Shops come back", 20.0, None, date(2026, 10, 21))]


def test_the_queries_run_on_the_demo_company(tmp_path: Path, okr: Okr) -> None:
    demo = tmp_path / "demo"
    assert okr("demo", str(demo), "--today", "2026-11-22", cwd=tmp_path).code == 0
    arguments = ("export", "--format", "parquet", "--output", str(tmp_path / "facts"))
    assert okr(*arguments, cwd=demo, env=TODAY).code == 0
    rhythm, moved, values = _answers(tmp_path)
    assert len({team for team, *_ in rhythm}) > 3
    assert sum(row[1] for row in moved) >= 2
    assert len(values) > 20
