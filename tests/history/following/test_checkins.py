"""What is a check-in, who made it and when: on real repositories."""

import pytest

from tests.history.asking import (
    DAY7,
    GROWTH,
    ORGANIZATION,
    goals,
    points,
    recorded,
    series,
    values,
)
from tests.history.repositories import Repo


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("current: 1", "current: 2"),
        ("current: 1", "current: null"),
        ("confidence: 0.5", "confidence: 6/10"),
        ("updated: 2026-10-01", "updated: 2026-10-02"),
        ("note: slow", "note: fast"),
        ("note: slow", "weight: 1"),
        ("weight: 1", "blocker: no machine"),
    ],
)
def test_a_change_of_a_check_in_field_is_a_check_in(before: str, after: str, repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, {before}")})
    commit = repo.commit({GROWTH: goals(f"{DAY7}, {after}")}, author="bo")
    assert series(repo).check_ins[-1].commit == commit


@pytest.mark.parametrize(
    "after",
    [
        "title: Another, baseline: 0, target: 100, current: 1",
        "title: T, baseline: 5, target: 90, current: 1",
        "title: T, baseline: 0, target: 100, current: 1.0",
        "title: T, baseline: 0, target: 100, current: 1, weight: 3, owner: bo, unit: '%'",
        "title: T, baseline: 0, target: 100, current: 1, starts: 2026-10-05, due: 2026-12-01",
        "title: T, baseline: 0, target: 100, current: 1, plan: [{by: 2026-11-01, value: 3}]",
        "title: T, baseline: 0, target: 100, current: 1, stretch: 200, evidence: 'https://x'",
        "title: T, baseline: 0, target: 100, current: 1, close: {decision: drop, why: no}",
        "title: T, baseline: 0, target: 100, current: 1, x-board: 7",
        "title: T, baseline: 0, target: 100, current: 1, done: false",
        "title: T, baseline: 0, target: 100, current: 1, note: null",
    ],
)
def test_a_change_of_anything_else_is_no_check_in(after: str, repo: Repo) -> None:
    repo.commit({GROWTH: goals("id: day7, title: T, baseline: 0, target: 100, current: 1")})
    repo.commit({GROWTH: goals(f"id: day7, {after}")})
    assert values(repo) == [1]


def test_confidence_is_the_same_however_it_is_written(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1, confidence: 0.6")})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1, confidence: 6/10")})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1, confidence: 60%")})
    assert values(repo) == [1]


@pytest.mark.parametrize(
    "created", ["done: true", "done: 2026-10-01", "milestones: [{title: a, done: true}, b]"]
)
def test_a_creation_with_something_done_is_a_check_in(created: str, repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"id: day7, title: T, {created}")}, date="2026-10-04")
    assert points(repo) == [("2026-10-04", "Ana Silva", None)]


@pytest.mark.parametrize(
    "created",
    [
        "baseline: 0, target: 9, note: hello, confidence: 0.9, blocker: b, updated: 2026-10-01",
        "done: false",
        "done: null",
        "milestones: [a, {title: b, done: false}]",
    ],
)
def test_a_creation_without_a_value_is_no_check_in(created: str, repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"id: day7, title: T, {created}")})
    assert points(repo) == []


def test_done_false_null_and_missing_are_equal(repo: Repo) -> None:
    for step in ("{title: a, done: false}", "{title: a, done: null}", "{title: a}", "a"):
        repo.commit({GROWTH: goals(f"id: day7, title: T, milestones: [{step}, b]")})
    assert points(repo) == []


def test_milestones_are_matched_by_id_else_by_title(repo: Repo) -> None:
    for steps in (
        "{id: x, title: a, done: true}, {title: b, done: true}",
        "{title: b, done: true}, {id: x, title: another title, done: true}",
    ):
        repo.commit({GROWTH: goals(f"id: day7, title: T, milestones: [{steps}]")})
    assert len(points(repo)) == 1
    steps = "{title: renamed, done: true}, {id: x, title: a, done: true}"
    repo.commit({GROWTH: goals(f"id: day7, title: T, milestones: [{steps}]")})
    assert len(points(repo)) == 2


def test_a_milestone_that_is_finished_or_undone_is_a_check_in(repo: Repo) -> None:
    for done in ("false", "true", "2026-10-03", "false"):
        steps = f"[{{title: a, done: {done}}}]"
        repo.commit({GROWTH: goals(f"id: day7, title: T, milestones: {steps}")})
    assert len(points(repo)) == 3


def test_its_date_is_updated_where_that_commit_set_or_changed_it(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1, updated: 2026-10-02")}, date="2026-10-05")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2, updated: 2026-10-08")}, date="2026-10-12")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 3, updated: 2026-10-08")}, date="2026-10-19")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 4")}, date="2026-10-26")
    assert [day for day, _, _ in points(repo)] == [
        "2026-10-02",
        "2026-10-08",
        "2026-10-19",
        "2026-10-26",
    ]


def test_points_stay_in_the_order_of_the_history_though_dates_run_backwards(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1, updated: 2026-10-20")})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2, updated: 2026-10-10")})
    assert [day for day, _, _ in points(repo)] == ["2026-10-20", "2026-10-10"]


def test_two_check_ins_in_one_commit_are_one(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 5, note: a squash of five weeks")})
    assert values(repo) == [1, 5]


def test_the_author_is_the_person_whose_e_mail_it_is(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7), "okrs/organization.yaml": ORGANIZATION})
    for value, author in enumerate(
        ["ana", "Bo at home <bo@HOME.example>", "Zoe <zoe@acme.example>", "ana <zoe@acme.example>"]
    ):
        repo.commit({GROWTH: goals(f"{DAY7}, current: {value}")}, author=author)
    assert [author for _, author, _ in points(repo)] == ["ana", "bo", "Zoe", "ana"]


def test_people_are_those_of_the_state_shown(repo: Repo) -> None:
    first = repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo")
    repo.commit({"okrs/organization.yaml": ORGANIZATION})
    assert [author for _, author, _ in points(recorded(repo))] == ["bo"]
    assert [author for _, author, _ in points(recorded(repo, at=first))] == ["Bo Xu"]


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("UTC", "2026-10-10"),
        ("Pacific/Auckland", "2026-10-11"),
        ("America/Los_Angeles", "2026-10-10"),
        ("Europe/Berlin", "2026-10-11"),
    ],
)
def test_a_day_is_a_day_in_the_workspaces_time_zone(zone: str, day: str, repo: Repo) -> None:
    repo.commit({"okr.toml": f'timezone = "{zone}"\n', GROWTH: goals(DAY7)}, date="2026-10-02")
    late = "2026-10-10T16:30:00-06:00"
    commit = repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, date=late)
    assert points(repo)[-1][0] == day
    assert recorded(repo, at=commit).now.isoformat() == day
    assert bool(values(recorded(repo, at="2026-10-10"))) == (day == "2026-10-10")
