"""The story's elements are in the history: what a review of it is there to find."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

from tests.demo.repository import TODAY, Demo


def test_eight_teams_stand_on_three_levels(demo: Demo) -> None:
    parents = {
        team["id"]: team.get("parent") for team in demo.document("organization.yaml")["teams"]
    }
    depth = Counter(
        0 if parent is None else 1 if parents[parent] is None else 2 for parent in parents.values()
    )

    assert depth == {0: 1, 1: 2, 2: 5}


def test_the_history_is_made_by_many_people_in_working_hours(demo: Demo) -> None:
    log = demo.lines("log", "--format=%ae %ad", "--date=format:%u %H")
    authors = {line.split()[0] for line in log}

    assert len(authors) >= 15
    assert {line.split()[1] for line in log} <= set("12345")
    assert all(8 <= int(line.split()[2]) < 17 for line in log)


def test_the_clock_of_the_main_line_never_runs_backwards(demo: Demo) -> None:
    times = [int(line) for line in demo.lines("log", "--first-parent", "--format=%ct", "--reverse")]

    assert all(earlier <= later for earlier, later in pairwise(times))
    assert 19 * 7 <= (times[-1] - times[0]) / 86_400 <= 20 * 7 + 3


def test_people_check_in_on_several_key_results_in_one_commit(demo: Demo) -> None:
    changed = [
        line.split("\t")[0] for line in demo.lines("log", "--format=", "--numstat", "--no-merges")
    ]

    assert sum(int(count) >= 4 for count in changed) > 50


def test_one_branch_with_two_check_ins_is_merged(demo: Demo) -> None:
    merges = demo.lines("rev-list", "--merges", "main")
    brought = demo.lines("log", "--format=%an", f"{merges[0]}^1..{merges[0]}", "--no-merges")

    assert len(merges) == 1
    assert brought == ["Lucía Paredes", "Lucía Paredes"]
    assert demo.lines("diff", "--name-only", f"{merges[0]}^1", merges[0]) == [
        "okrs/2026-Q4/growth.yaml"
    ]


def targets(demo: Demo, path: str, ident: str) -> list[float]:
    """Return the targets that a key result had, oldest first."""
    commits = demo.lines("log", "--first-parent", "--reverse", "--format=%H", "--", f"okrs/{path}")
    values = [demo.key_result(path, ident, commit)["target"] for commit in commits]
    return [
        value for value, before in zip(values, [None, *values], strict=False) if value != before
    ]


def test_one_target_is_eased_without_a_word(demo: Demo) -> None:
    assert targets(demo, "2026-Q4/booking.yaml", "finish") == [60, 55]
    assert "revised" not in demo.key_result("2026-Q4/booking.yaml", "finish")


def test_one_target_is_eased_with_a_reason(demo: Demo) -> None:
    revised = demo.key_result("2026-Q4/platform.yaml", "p95")["revised"]

    assert targets(demo, "2026-Q4/platform.yaml", "p95") == [600, 800]
    assert (revised[0]["was"], revised[0]["now"], revised[0]["agreed"]) == (600, 800, "ines")


def test_one_team_is_silent_for_five_weeks(demo: Demo) -> None:
    last = demo.lines("log", "-1", "--format=%as", "--", "okrs/2026-Q4/care.yaml")

    assert 35 <= (TODAY - date.fromisoformat(last[0])).days < 45


def test_one_team_is_well_ahead(demo: Demo) -> None:
    item = demo.key_result("2026-Q4/growth.yaml", "winter-trials")

    assert (item["current"] - item["baseline"]) / (item["target"] - item["baseline"]) > 0.8


def test_the_other_turning_points_are_in_the_files(demo: Demo) -> None:
    fleet = demo.document("2026-Q4/fleet.yaml")
    drafts = [goal["id"] for goal in demo.document("2026-Q4/product.yaml")["objectives"]][2:]
    every = {
        team["id"]: team.get("check_in_days")
        for team in demo.document("organization.yaml")["teams"]
    }

    assert fleet["objectives"][1]["formerly"] == ["tidy-timetables"]
    assert demo.key_result("2026-Q4/fleet.yaml", "radio")["close"]["decision"] == "drop"
    assert demo.key_result("2026-Q4/fleet.yaml", "surprises")["baseline"] == 7.5
    assert demo.key_result("2026-Q4/platform.yaml", "offline")["blocker"]
    assert drafts == ["whole-journey"]
    assert every["fleet"] == 14


def test_a_baseline_is_unknown_at_first(demo: Demo) -> None:
    path = "2026-Q4/fleet.yaml"
    oldest = demo.lines("log", "--format=%H", "--", f"okrs/{path}")[-1]

    assert demo.key_result(path, "surprises", oldest)["baseline"] == "unknown"


def test_every_kind_of_key_result_occurs(demo: Demo) -> None:
    paths = [path.removeprefix("okrs/") for path in demo.paths() if "-Q4/" in path]
    goals = [goal for path in paths for goal in demo.document(path)["objectives"]]
    fields = {field for goal in goals for item in goal["key_results"] for field in item}

    assert fields >= {"target", "at_least", "milestones", "done", "plan", "stretch", "kept"}


def test_the_quarter_before_is_closed_with_what_was_learned(demo: Demo) -> None:
    paths = [path.removeprefix("okrs/") for path in demo.paths() if "-Q3/" in path]
    documents = [demo.document(path) for path in paths]
    closes = [goal["close"] for document in documents for goal in document["objectives"]]

    assert all(document["retrospective"]["change_next"] for document in documents)
    assert all(close["why"] and close["lessons"] for close in closes)
    assert {close["decision"] for close in closes} == {"achieved", "continue", "change"}
