"""The stream makes a sound repository, the same one for the same arguments, at any size."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from okrcli.demo.stream import fast_import_stream
from tests.demo.repository import TODAY, Demo

if TYPE_CHECKING:
    from pathlib import Path

FIRST_DAYS = [date(2026, 10, 1), date(2026, 1, 1), date(2027, 1, 5), date(2024, 2, 29)]


def head_of(folder: Path, **arguments: int) -> str:
    return Demo(folder, **arguments).git("rev-parse", "main")


def test_the_same_arguments_give_the_same_commit_ids(tmp_path: Path, demo: Demo) -> None:
    assert head_of(tmp_path) == demo.git("rev-parse", "main")


def test_another_seed_gives_another_history(tmp_path: Path, demo: Demo) -> None:
    assert head_of(tmp_path, seed=2) != demo.git("rev-parse", "main")


def test_the_repository_is_sound_and_has_one_branch(demo: Demo) -> None:
    demo.git("fsck", "--strict")

    assert demo.lines("for-each-ref", "--format=%(refname)") == ["refs/heads/main"]
    assert demo.git("status", "--porcelain") == ""


def test_every_team_has_a_file_in_every_cycle(demo: Demo) -> None:
    teams = ["booking", "care", "fleet", "growth", "market", "platform", "product"]

    assert demo.paths() == [
        "okr.toml",
        *sorted(
            [
                "okrs/2026/company.yaml",
                *(f"okrs/2026-Q3/{team}.yaml" for team in teams),
                *(f"okrs/2026-Q4/{team}.yaml" for team in teams),
                "okrs/kpis.yaml",
                "okrs/organization.yaml",
            ]
        ),
    ]


@pytest.mark.parametrize("today", FIRST_DAYS, ids=str)
def test_the_story_makes_sense_on_a_cycles_first_days(tmp_path: Path, today: date) -> None:
    demo = Demo(tmp_path, today=today)
    quarter = f"{today.year}-Q{(today.month + 2) // 3}"
    newest = date.fromisoformat(demo.git("log", "-1", "--format=%as").strip())

    assert f"okrs/{quarter}/growth.yaml" in demo.paths()
    assert f"okrs/{today.year}/company.yaml" in demo.paths()
    assert 0 <= (today - newest).days < 12


def test_a_short_history_begins_with_all_that_was_before(tmp_path: Path) -> None:
    demo = Demo(tmp_path, weeks=1)
    first = demo.lines("rev-list", "--max-parents=0", "main")[0]

    assert len(demo.lines("ls-tree", "-r", "--name-only", first)) == 18
    assert demo.key_result("2026-Q4/growth.yaml", "winter-trials", first)["current"] > 50


def test_more_teams_are_generated_with_three_objectives_each(tmp_path: Path) -> None:
    demo = Demo(tmp_path, teams=30)
    teams = demo.document("organization.yaml")["teams"]
    generated = [team["id"] for team in teams[8:]]
    goals = [demo.document(f"2026-Q4/{team}.yaml")["objectives"] for team in generated]

    assert len(teams) == len({team["id"] for team in teams}) == 30
    assert all(len(objectives) == 3 for objectives in goals)
    assert all(len(goal["key_results"]) == 4 for objectives in goals for goal in objectives)


def test_the_number_of_commits_can_be_asked_for(tmp_path: Path) -> None:
    demo = Demo(tmp_path, teams=30, commits=600)
    versions = demo.lines("log", "--format=", "--raw", "--no-merges", "--no-abbrev", "-m")

    assert 560 <= int(demo.git("rev-list", "--count", "main")) <= 600
    assert 1.2 <= len([line for line in versions if line]) / 600 <= 1.7


@pytest.mark.parametrize(("name", "value"), [("teams", 7), ("weeks", 0)])
def test_a_company_or_a_history_that_is_too_small_is_refused(name: str, value: int) -> None:
    with pytest.raises(ValueError, match="at least"):
        list(fast_import_stream(today=TODAY, **{name: value}))
