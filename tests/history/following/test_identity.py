"""Which key result is which: step by step without git, and on real repositories."""

from collections.abc import Callable
from datetime import UTC, date

import pytest

from okrcli.history.following.contents import Line, clock, decode
from okrcli.history.following.former import former_keys
from okrcli.history.following.snapshot import Claim
from okrcli.history.following.timeline import timeline
from okrcli.history.plumbing.log import Change, Commit
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from okrcli.model.settings import Settings
from tests.history.asking import DAY7, GROWTH, goals, recorded, series, values
from tests.history.repositories import Repo

HOME = Key("2026-Q4", "growth", "first-minute")


def _follow(*steps: dict[str, str]) -> dict[str, list[float | None]]:
    """Give the check-ins of each key result through steps: what each says beside its id."""
    commits, contents = [], {}
    for at, step in enumerate(steps):
        text = goals(*(f"id: {name}, {said}" for name, said in step.items()))
        contents[f"{at}"] = decode(text.encode())
        changes = (Change("a.yaml", f"{at - 1}" if at else None, f"{at}"),)
        commits.append(Commit(f"{at}", (), "", "", at, at, changes))
    line = Line(commits, clock(commits, UTC), contents)
    told = timeline(line, now=date(2026, 11, 20), zone=UTC, settings=Settings())
    return {
        str(key.key_result): [check_in.state.current for check_in in found.check_ins]
        for key, found in sorted(told.series.items())
    }


def test_an_id_is_followed_by_itself() -> None:
    assert _follow({"a": "current: 1"}, {"a": "current: 2"}) == {"a": [1, 2]}


def test_a_former_id_is_followed() -> None:
    assert _follow({"a": "current: 1"}, {"b": "current: 2, formerly: [a]"}) == {"b": [1, 2]}


def test_one_that_was_away_is_the_same_again() -> None:
    steps = ({"a": "current: 1", "z": "current: 0"}, {"z": "current: 0"})
    back = {"a": "current: 2", "z": "current: 0"}
    assert _follow(*steps, back) == {"a": [1, 2], "z": [0]}


def test_a_former_id_that_is_gone_goes_on_after_a_gap() -> None:
    steps = ({"a": "current: 1"}, {"z": "current: 0"}, {"b": "current: 2, formerly: [a]"})
    assert _follow(*steps) == {"b": [1, 2]}


def test_only_one_goes_on_where_two_name_the_same_former_id() -> None:
    new = {"b": "current: 2, formerly: [a]", "c": "current: 3, formerly: [a]"}
    assert _follow({"a": "current: 1"}, new) == {"b": [1, 2], "c": [3]}


def test_a_former_id_that_was_never_there_is_no_harm() -> None:
    assert _follow({"a": "current: 1, formerly: [nothing, '', a/b/c]"}) == {"a": [1]}


def test_its_own_id_among_the_former_is_no_harm() -> None:
    new = {"a": "current: 2, formerly: [a]"}
    assert _follow({"a": "current: 1"}, new, new) == {"a": [1, 2]}


def test_three_may_go_round() -> None:
    before = {"a": "current: 1", "b": "current: 2", "c": "current: 3"}
    after = {
        "a": "current: 30, formerly: [c]",
        "b": "current: 10, formerly: [a]",
        "c": "current: 20, formerly: [b]",
    }
    assert _follow(before, after) == {"a": [3, 30], "b": [1, 10], "c": [2, 20]}


def test_a_shift_along_a_chain_keeps_all_histories() -> None:
    before = {"a": "current: 1", "b": "current: 2"}
    after = {"b": "current: 10, formerly: [a]", "c": "current: 20, formerly: [b]"}
    assert _follow(before, after) == {"b": [1, 10], "c": [2, 20]}


def test_a_late_formerly_joins_what_was_before() -> None:
    steps = ({"a": "current: 1"}, {"b": "current: 2"}, {"b": "current: 3, formerly: [a]"})
    assert _follow(*steps) == {"b": [1, 2, 3]}


def test_formerly_that_stays_written_does_not_take_a_new_holders_history() -> None:
    steps = (
        {"a": "current: 1"},
        {"b": "current: 2, formerly: [a]"},
        {"b": "current: 2, formerly: [a]", "a": "current: 70"},
        {"b": "current: 3, formerly: [a]"},
        {"b": "current: 4, formerly: [a]"},
    )
    assert _follow(*steps) == {"b": [1, 2, 3, 4]}


@pytest.mark.parametrize(
    ("of_objective", "of_key_result", "expected"),
    [
        ([], [], []),
        ([], ["old"], ["2026-Q4:growth/first-minute/old"]),
        (["before"], [], ["2026-Q4:growth/before/day7"]),
        (
            ["before"],
            ["old"],
            [
                "2026-Q4:growth/first-minute/old",
                "2026-Q4:growth/before/old",
                "2026-Q4:growth/before/day7",
            ],
        ),
        ([], ["care/love/day"], ["2026-Q4:care/love/day", "2026:care/love/day"]),
        ([], ["2025:care/love/day"], ["2025:care/love/day"]),
        (["2025:care/love"], [], ["2025:care/love/day7"]),
        ([], ["day7", "", " ", "a/b/c/d", ":x"], []),
    ],
)
def test_formerly_names_ids_here_or_anywhere(
    of_objective: list[str], of_key_result: list[str], expected: list[str]
) -> None:
    objective = Objective("first-minute", "growth", "2026-Q4", formerly=of_objective)
    claim = Claim(objective, KeyResult("day7", formerly=of_key_result))
    key = HOME._replace(key_result="day7")
    found = former_keys(key, claim, lambda _: ["2026"])
    assert [former.seen_from("") for former in found if str(former.key_result).strip()] == expected


def test_formerly_keeps_the_history_of_a_renamed_key_result(history: Callable[[str], Repo]) -> None:
    found = recorded(history("renamed"))
    assert values(series(found, "growth/first-minute/week1")) == [1, 2, 3]
    assert [ref for ref in found.timeline.series if ref.key_result == "day7"] == []


def test_formerly_on_an_objective_keeps_the_history_of_its_key_results(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1", objective="first-hour")})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2", more=["formerly: [first-hour]"])})
    assert values(repo) == [1, 2]


def test_both_an_objective_and_its_key_result_may_be_renamed(repo: Repo) -> None:
    old = DAY7.replace("day7", "day-7")
    repo.commit({GROWTH: goals(f"{old}, current: 1", objective="first-hour")})
    new = f"{DAY7}, formerly: [day-7], current: 2"
    repo.commit({GROWTH: goals(new, more=["formerly: [first-hour]"])})
    assert values(repo) == [1, 2]


def test_a_full_reference_keeps_the_history_from_elsewhere(repo: Repo) -> None:
    repo.commit({"okrs/care.yaml": goals(f"{DAY7}, current: 1", team="care", objective="love")})
    new = f"{DAY7}, formerly: [care/love/day7], current: 2"
    repo.commit({"okrs/care.yaml": None, GROWTH: goals(new)})
    assert values(repo) == [1, 2]


def test_a_full_reference_may_name_another_cycle(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1", cycle="2026-Q3")})
    more = ["formerly: ['2026-Q3:growth/first-minute']"]
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2", more=more)})
    assert values(repo) == [1, 2]


def test_formerly_may_be_written_long_after_the_rename(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    renamed = DAY7.replace("day7", "week1")
    repo.commit({GROWTH: goals(f"{renamed}, current: 2")})
    repo.commit({GROWTH: goals(f"{renamed}, current: 3")})
    assert values(series(repo, "growth/first-minute/week1")) == [2, 3]
    repo.commit({GROWTH: goals(f"{renamed}, formerly: [day7], current: 3")})
    assert values(series(repo, "growth/first-minute/week1")) == [1, 2, 3]


def test_an_old_id_that_is_used_again_belongs_to_its_new_holder(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    renamed = f"{DAY7.replace('day7', 'week1')}, formerly: [day7]"
    repo.commit({GROWTH: goals(f"{renamed}, current: 2")})
    repo.commit({GROWTH: goals(f"{renamed}, current: 2", f"{DAY7}, current: 70")})
    repo.commit({GROWTH: goals(f"{renamed}, current: 3", f"{DAY7}, current: 80")})
    assert values(series(repo, "growth/first-minute/week1")) == [1, 2, 3]
    assert values(series(repo)) == [70, 80]


def test_an_id_that_is_used_again_in_the_commit_of_the_rename_is_a_new_one(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    renamed = f"{DAY7.replace('day7', 'week1')}, formerly: [day7], current: 2"
    repo.commit({GROWTH: goals(renamed, f"{DAY7}, current: 70")})
    assert values(series(repo, "growth/first-minute/week1")) == [1, 2]
    assert values(series(repo)) == [70]


def test_an_id_that_is_taken_back_is_the_same_key_result_again(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    repo.commit({GROWTH: goals(f"{DAY7.replace('day7', 'week1')}, formerly: [day7], current: 2")})
    repo.commit({GROWTH: goals(f"{DAY7}, formerly: [week1], current: 3")})
    assert values(repo) == [1, 2, 3]


def test_a_rename_that_is_reverted_is_the_same_key_result_again(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    repo.commit({GROWTH: goals(f"{DAY7.replace('day7', 'week1')}, formerly: [day7], current: 2")})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 3")})
    assert values(repo) == [1, 2, 3]


def test_a_chain_of_renames_is_one_history(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    before: list[str] = ["day7"]
    for value, name in enumerate(("b", "c", "d"), 2):
        former = ", ".join(before)
        text = f"{DAY7.replace('day7', name)}, formerly: [{former}], current: {value}"
        repo.commit({GROWTH: goals(text)})
        before = [name] if value == 2 else [*before, name]
    assert values(series(repo, "growth/first-minute/d")) == [1, 2, 3, 4]


def test_two_key_results_may_swap_their_ids(repo: Repo) -> None:
    one, other = DAY7, DAY7.replace("day7", "day9")
    repo.commit({GROWTH: goals(f"{one}, current: 1", f"{other}, current: 10")})
    swapped = (f"{one}, formerly: [day9], current: 20", f"{other}, formerly: [day7], current: 2")
    repo.commit({GROWTH: goals(*swapped)})
    found = recorded(repo)
    assert values(series(found)) == [10, 20]
    assert values(series(found, "growth/first-minute/day9")) == [1, 2]


def test_a_rename_alone_is_no_check_in(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    repo.commit({GROWTH: goals(f"{DAY7.replace('day7', 'week1')}, formerly: [day7], current: 1")})
    assert values(series(repo, "growth/first-minute/week1")) == [1]


def test_without_formerly_a_new_id_is_a_new_key_result(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    repo.commit({GROWTH: goals(f"{DAY7.replace('day7', 'week1')}, current: 2")})
    assert values(series(repo, "growth/first-minute/week1")) == [2]


def test_an_uncommitted_rename_keeps_its_history(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    renamed = f"{DAY7.replace('day7', 'week1')}, formerly: [day7], current: 2"
    repo.write({GROWTH: goals(renamed)})
    assert values(series(repo, "growth/first-minute/week1")) == [1, 2]
