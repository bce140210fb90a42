"""What a history says: check-ins, who and when, renames, gaps, and what was promised at first.

The tests are the sentences of the definition of history, on real repositories.
"""

from collections.abc import Callable

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

UPTIME = "id: uptime, title: It stays up, at_least: 99.9"


# --- the line of history ---


def test_only_commits_that_touch_the_okr_folder_or_the_settings_are_on_the_line(repo: Repo) -> None:
    repo.commit({"README.md": "hello"})
    repo.commit({GROWTH: goals(DAY7)})
    repo.commit({"src/main.c": "int main;", "okrs.yaml": "no", "sub/okrs/a.yaml": goals(DAY7)})
    repo.commit({"okr.toml": ""})
    assert recorded(repo).facts.commits == 2


def test_the_line_follows_first_parents(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7)})
    repo.branch("side")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2")})
    repo.go("main")
    repo.commit({"README.md": "meanwhile"})
    merge = repo.merge("side")
    found = recorded(repo)
    assert found.facts.commits == 2
    assert [check_in.commit for check_in in series(found).check_ins] == [merge]
    assert values(found) == [2]


def test_the_clock_never_runs_backwards(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, date="2026-10-10")
    late = repo.commit({GROWTH: goals(f"{DAY7}, current: 2")}, date="2026-11-10")
    back = repo.commit({GROWTH: goals(f"{DAY7}, current: 3")}, date="2026-10-20")
    assert values(recorded(repo, at="2026-10-31")) == [1]
    assert values(recorded(repo, at="2026-11-10")) == [1, 2, 3]
    assert recorded(repo, at=back).now.isoformat() == "2026-11-10"
    assert recorded(repo, at=late).now.isoformat() == "2026-11-10"


def test_the_clock_is_the_committer_date_and_a_check_in_has_the_author_date(repo: Repo) -> None:
    text = goals(f"{DAY7}, current: 1")
    commit = repo.commit({GROWTH: text}, date="2026-10-05", committed="2026-10-20")
    found = recorded(repo, at=commit)
    assert found.now.isoformat() == "2026-10-20"
    assert points(found) == [("2026-10-05", "Ana Silva", 1)]


def test_the_uncommitted_state_is_the_last_point_and_marked(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, date="2026-10-05")
    assert recorded(repo).revision == repo.head
    repo.write({GROWTH: goals(f"{DAY7}, current: 2")})
    found = recorded(repo, today="2026-11-02")
    assert found.revision is None
    assert found.timeline.uncommitted
    assert points(found) == [("2026-10-05", "Ana Silva", 1), ("2026-11-02", None, 2)]
    assert series(found).check_ins[-1].commit is None


def test_an_uncommitted_check_in_has_the_date_that_it_updated(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, date="2026-10-05")
    repo.write({GROWTH: goals(f"{DAY7}, current: 2, updated: 2026-10-30")})
    assert points(repo)[-1] == ("2026-10-30", None, 2)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: "# a remark\n" + text,
        lambda text: text + "x-tracker: {board: 7}\n",
        lambda text: text.replace("baseline: 0", "baseline: 0.0"),
    ],
)
def test_only_decoded_values_make_a_change_uncommitted(
    change: Callable[[str], str], repo: Repo
) -> None:
    text = goals(f"{DAY7}, current: 1")
    repo.commit({GROWTH: text})
    repo.write({GROWTH: change(text)})
    found = recorded(repo)
    assert found.revision == repo.head
    assert values(found) == [1]


def test_a_file_moved_without_a_commit_is_no_uncommitted_change(repo: Repo) -> None:
    text = goals(f"{DAY7}, current: 1")
    repo.commit({GROWTH: text})
    repo.write({GROWTH: None, "okrs/2026/growth.yml": text})
    found = recorded(repo)
    assert found.revision == repo.head
    assert values(found) == [1]


@pytest.mark.parametrize(
    "change",
    [
        {GROWTH: None},
        {"okrs/new.yaml": goals(DAY7, objective="second")},
        {"okr.toml": "closing_days = 7\n"},
        {"okrs/organization.yaml": ORGANIZATION},
    ],
)
def test_every_other_change_of_the_working_tree_is_uncommitted(
    change: dict[str, str | None], repo: Repo
) -> None:
    repo.commit({GROWTH: goals(DAY7), "okrs/other.yaml": goals(DAY7, team="other")})
    repo.write(change)
    assert recorded(repo).revision is None


def test_settings_that_only_look_different_are_no_change(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7), "okr.toml": "closing_days = 7\n"})
    repo.write({"okr.toml": "# a remark\r\nclosing_days = 7\r\n"})
    assert recorded(repo).revision == repo.head


# --- files that move, vanish, break and compete ---


def test_a_moved_or_renamed_file_changes_nothing(repo: Repo) -> None:
    text = goals(f"{DAY7}, current: 1")
    repo.commit({GROWTH: text})
    repo.commit({GROWTH: None, "okrs/2026/q4/growth.yml": text})
    repo.commit({"okrs/2026/q4/growth.yml": None, "okrs/a.yaml": text})
    assert values(repo) == [1]
    assert series(repo).original_target == 100


def test_a_key_result_may_move_to_another_file_of_its_team(repo: Repo) -> None:
    other = "id: other, title: O, baseline: 0, target: 1"
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1", other)})
    repo.commit(
        {GROWTH: goals(other, objective="second"), "okrs/a.yaml": goals(DAY7 + ", current: 2")}
    )
    assert values(repo) == [1, 2]


def test_one_that_vanishes_and_comes_back_is_the_same_one(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    repo.commit({GROWTH: None})
    repo.commit({"README.md": "meanwhile"})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1, weight: 3")})
    assert values(repo) == [1]
    repo.commit({GROWTH: None})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2")})
    assert values(repo) == [1, 2]


def test_what_is_gone_is_not_shown(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1"), "okrs/b.yaml": goals(DAY7, team="b")})
    repo.commit({GROWTH: None})
    assert [key.team for key in recorded(repo).timeline.series] == ["b"]


BROKEN = (
    "<<<<<<< HEAD\nteam: growth\n=======\nteam: b\n>>>>>>> side\n",
    "team: growth\ncycle: 2026-Q4\nobjectives: later\n",
    "team: growth\nteam: growth\ncycle: 2026-Q4\nobjectives: []\n",
    "- a\n- list\n",
    "",
    b"\xff\xfe\x00",
    "team: [growth\n",
)


@pytest.mark.parametrize("broken", BROKEN)
def test_an_unreadable_file_keeps_its_last_readable_content(
    broken: str | bytes, repo: Repo
) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    for day in range(10):
        text = broken if isinstance(broken, bytes) else f"{broken}# {day}\n"
        repo.commit({GROWTH: text})
    found = recorded(repo)
    assert values(found) == [1]
    assert found.timeline.unreadable == [GROWTH]
    assert found.revision == repo.head
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2")}, author="bo")
    found = recorded(repo)
    assert [(author, value) for _, author, value in points(found)] == [
        ("Ana Silva", 1),
        ("Bo Xu", 2),
    ]
    assert found.timeline.unreadable == []


def test_an_unreadable_file_that_is_removed_is_gone(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1"), "okrs/b.yaml": goals(DAY7, team="b")})
    repo.commit({GROWTH: "team: [growth"})
    repo.commit({GROWTH: None})
    found = recorded(repo)
    assert {key.team for key in found.timeline.series} == {"b"}
    assert found.timeline.unreadable == []


def test_a_file_that_breaks_in_the_working_tree_is_shown_as_it_was(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    repo.write({GROWTH: "team: [growth"})
    found = recorded(repo)
    assert values(found) == [1]
    assert found.timeline.unreadable == [GROWTH]


def test_old_files_are_read_leniently(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, colour: red, weight: heavy, due: soon, current: 1")})
    repo.commit({GROWTH: goals(f"{DAY7}, confidence: certain, current: two")})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 3", more=["unknown: field"])})
    assert values(repo) == [1, None, 3]


def test_of_two_files_that_claim_a_key_result_the_last_path_wins(repo: Repo) -> None:
    repo.commit({"okrs/a.yaml": goals(f"{DAY7}, current: 1")})
    repo.commit({"okrs/b.yaml": goals(f"{DAY7}, current: 2")})
    repo.commit({"okrs/a.yaml": goals(f"{DAY7}, current: 3")})
    assert values(repo) == [1, 2]
    repo.commit({"okrs/b.yaml": None})
    assert values(repo) == [1, 2, 3]


def test_of_two_files_that_claim_a_key_result_the_readable_one_wins(repo: Repo) -> None:
    text = goals(f"{DAY7}, current: 1")
    repo.commit({"okrs/a.yaml": text, "okrs/b.yaml": goals(f"{DAY7}, current: 2")})
    assert values(repo) == [2]
    repo.commit({"okrs/b.yaml": "<<<<<<< ours\n"})
    assert values(repo) == [2, 1]


def test_a_draft_does_not_exist_until_it_is_published_and_is_created_then(repo: Repo) -> None:
    draft = DAY7.replace("target: 100", "target: 50")
    repo.commit({GROWTH: goals(f"{draft}, current: 1", more=["draft: true"])}, date="2026-10-02")
    assert recorded(repo).timeline.series == {}
    repo.commit({GROWTH: goals(f"{draft}, current: 2", more=["draft: true"])}, date="2026-10-05")
    text = goals(f"{DAY7}, current: 2")
    repo.commit({GROWTH: text}, author="bo", date="2026-10-12")
    found = recorded(repo)
    assert points(found) == [("2026-10-12", "Bo Xu", 2)]
    assert series(found).original_target == 100


def test_a_whole_file_may_be_a_draft(repo: Repo) -> None:
    repo.commit({GROWTH: "draft: true\n" + goals(f"{DAY7}, current: 1")})
    assert recorded(repo).timeline.objectives == []


# --- what was promised at first ---


def test_the_original_is_the_last_state_before_the_cycle(history: Callable[[str], Repo]) -> None:
    told = series(recorded(history("goalposts")))
    assert (told.original_baseline, told.original_target) == (10, 50)


def test_the_first_day_of_the_cycle_is_already_too_late(repo: Repo) -> None:
    repo.commit({GROWTH: goals("id: day7, baseline: 1, target: 50")}, date="2026-09-30T23:59:00Z")
    repo.commit({GROWTH: goals("id: day7, baseline: 2, target: 40")}, date="2026-10-01T00:00:00Z")
    told = series(repo)
    assert (told.original_baseline, told.original_target) == (1, 50)


def test_of_a_key_result_created_later_the_original_is_what_it_was_created_with(repo: Repo) -> None:
    other = "id: other, title: O, baseline: 0, target: 1"
    repo.commit({GROWTH: goals(other)}, date="2026-09-01")
    repo.commit({GROWTH: goals(other, "id: day7, baseline: 1, target: 50")}, date="2026-10-20")
    repo.commit({GROWTH: goals(other, "id: day7, baseline: 2, target: 40")}, date="2026-10-30")
    told = series(repo)
    assert (told.original_baseline, told.original_target) == (1, 50)


def test_before_the_cycle_the_original_is_the_present_one(repo: Repo) -> None:
    repo.commit({GROWTH: goals("id: day7, baseline: 1, target: 50")}, date="2026-08-01")
    repo.commit({GROWTH: goals("id: day7, baseline: 2, target: 40")}, date="2026-09-01")
    repo.write({GROWTH: goals("id: day7, baseline: 3, target: 30")})
    told = series(recorded(repo, today="2026-09-30"))
    assert (told.original_baseline, told.original_target) == (3, 30)
    told = series(recorded(repo, today="2026-10-01"))
    assert (told.original_baseline, told.original_target) == (2, 40)


def test_a_commit_whose_clock_is_behind_is_dated_by_the_line(repo: Repo) -> None:
    repo.commit({GROWTH: goals("id: day7, baseline: 1, target: 50")}, date="2026-09-01")
    repo.commit({"okr.toml": ""}, date="2026-10-02")
    repo.commit({GROWTH: goals("id: day7, baseline: 2, target: 40")}, date="2026-09-15")
    assert series(repo).original_target == 50


def test_where_the_baseline_was_unknown_it_is_the_first_number_it_got(repo: Repo) -> None:
    repo.commit({GROWTH: goals("id: day7, baseline: unknown, target: 50")}, date="2026-09-01")
    repo.commit({GROWTH: goals("id: day7, baseline: 12, target: 50")}, date="2026-10-20")
    repo.commit({GROWTH: goals("id: day7, baseline: 15, target: 50")}, date="2026-10-30")
    assert series(repo).original_baseline == 12


def test_a_baseline_known_before_the_original_is_not_the_first_number(repo: Repo) -> None:
    repo.commit({GROWTH: goals("id: day7, baseline: 5, target: 50")}, date="2026-08-01")
    repo.commit({GROWTH: goals("id: day7, baseline: unknown, target: 50")}, date="2026-09-01")
    assert series(repo).original_baseline is None
    repo.commit({GROWTH: goals("id: day7, baseline: 7, target: 50")}, date="2026-10-20")
    assert series(repo).original_baseline == 7


def test_a_renamed_key_result_keeps_its_original(repo: Repo) -> None:
    repo.commit({GROWTH: goals("id: day7, baseline: 1, target: 50")}, date="2026-09-01")
    text = "id: week1, formerly: [day7], baseline: 1, target: 40"
    repo.commit({GROWTH: goals(text)}, date="2026-10-20")
    assert series(repo, "growth/first-minute/week1").original_target == 50


def test_a_maintained_bound_has_no_original_target(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{UPTIME}, current: 99.95")})
    told = series(repo, "growth/first-minute/uptime")
    assert (told.original_baseline, told.original_target) == (None, None)
