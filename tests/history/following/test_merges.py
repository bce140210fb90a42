"""Who said what a merge brought: on real repositories."""

from collections.abc import Callable

from tests.history.asking import DAY7, GROWTH, goals, points, recorded, series
from tests.history.repositories import Repo


def _author(repo: Repo, merge: str) -> str | None:
    """Give the author of the check-in that a merge is."""
    found = {check_in.commit: check_in.author for check_in in series(repo).check_ins}
    return found[merge]


def test_a_merge_of_two_branches_names_the_author_of_each_check_in(
    history: Callable[[str], Repo],
) -> None:
    found = recorded(history("merged"))
    assert points(found) == [("2026-10-06", "Bo Xu", 12), ("2026-10-13", "Chi Okoro", 15)]
    spain = series(found, "growth/first-minute/spain").check_ins
    assert [(check_in.date.isoformat(), check_in.author) for check_in in spain] == [
        ("2026-10-07", "Ana Silva")
    ]


def _begin(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7)})
    repo.branch("side")


def test_it_is_the_newest_commit_that_changed_the_check_in(repo: Repo) -> None:
    _begin(repo)
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2")}, author="chi")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2, weight: 9")}, author="cleo")
    repo.go("main")
    assert _author(repo, repo.merge("side")) == "Chi Okoro"


def test_a_commit_is_compared_with_its_own_parent(repo: Repo) -> None:
    _begin(repo)
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2")}, author="chi")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2, weight: 2")}, author="cleo")
    repo.go("main")
    assert _author(repo, repo.merge("side")) == "Chi Okoro"


def test_merges_inside_a_side_branch_are_not_asked(repo: Repo) -> None:
    _begin(repo)
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo")
    repo.go("main")
    repo.commit({"okrs/other.yaml": goals(DAY7, team="other")}, author="chi")
    repo.go("side")
    repo.merge("main", author="cleo")
    repo.go("main")
    assert _author(repo, repo.merge("side", author="dana")) == "Bo Xu"


def test_a_file_that_was_broken_in_between_is_compared_as_it_was(repo: Repo) -> None:
    _begin(repo)
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo")
    repo.commit({GROWTH: "<<<<<<< ours\n"}, author="chi")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="cleo")
    repo.go("main")
    assert _author(repo, repo.merge("side")) == "Bo Xu"


def test_a_file_that_moved_is_compared_with_where_it_was(repo: Repo) -> None:
    _begin(repo)
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo")
    moved = {GROWTH: None, "okrs/moved.yaml": goals(f"{DAY7}, current: 1")}
    repo.commit(moved, author="chi")
    repo.go("main")
    assert _author(repo, repo.merge("side")) == "Bo Xu"


def test_where_nobody_changed_it_it_is_the_merge_itself(repo: Repo) -> None:
    _begin(repo)
    repo.commit({GROWTH: goals(f"{DAY7}, weight: 2")}, author="bo")
    repo.go("main")
    merge = repo.merge("side", files={GROWTH: goals(f"{DAY7}, current: 3")}, author="dana")
    assert _author(repo, merge) == "Dana Host"


def test_a_branch_without_a_common_ancestor_may_be_merged(repo: Repo) -> None:
    repo.commit({"README.md": "x"})
    repo.current = "other"
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo")
    repo.go("main")
    assert _author(repo, repo.merge("other")) == "Bo Xu"


def test_the_newest_is_told_by_the_clock_of_parallel_branches(repo: Repo) -> None:
    _begin(repo)
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo", date="2026-10-20")
    repo.branch("third", repo.heads["main"])
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2")}, author="chi", date="2026-10-10")
    repo.go("main")
    text = goals(f"{DAY7}, current: 1")
    assert _author(repo, repo.merge("side", "third", files={GROWTH: text})) == "Bo Xu"


def test_a_hundred_merges_are_no_trouble(repo: Repo) -> None:
    _begin(repo)
    for value in range(100):
        repo.branch("side", repo.heads["main"])
        repo.commit({GROWTH: goals(f"{DAY7}, current: {value}")}, author="bo")
        repo.go("main")
        merge = repo.merge("side")
    assert _author(repo, merge) == "Bo Xu"


def test_on_a_merge_author_and_date_are_those_of_the_commit_it_brought_in(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7)}, date="2026-10-01")
    repo.branch("side")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo", date="2026-10-05")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2")}, author="chi", date="2026-10-06")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2, weight: 2")}, author="cleo", date="2026-10-07")
    repo.go("main")
    merge = repo.merge("side", author="dana", date="2026-10-12")
    assert points(repo) == [("2026-10-06", "Chi Okoro", 2)]
    assert series(repo).check_ins[0].commit == merge


def test_on_a_merge_updated_goes_before_the_date_of_the_commit(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7)}, date="2026-10-01")
    repo.branch("side")
    text = goals(f"{DAY7}, current: 1, updated: 2026-10-03")
    repo.commit({GROWTH: text}, author="bo", date="2026-10-05")
    repo.go("main")
    repo.merge("side", date="2026-10-12")
    assert points(repo) == [("2026-10-03", "Bo Xu", 1)]


def test_a_merge_that_checks_in_by_itself_is_its_own_author(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7)})
    repo.branch("side")
    repo.commit({GROWTH: goals(f"{DAY7}, weight: 2")}, author="bo")
    repo.go("main")
    text = goals(f"{DAY7}, weight: 2, current: 7")
    repo.merge("side", files={GROWTH: text}, author="dana", date="2026-10-12")
    assert points(repo) == [("2026-10-12", "Dana Host", 7)]


def test_an_octopus_merge_asks_all_that_it_brought(repo: Repo) -> None:
    second = "okrs/second.yaml"
    repo.commit({GROWTH: goals(DAY7), second: goals(DAY7, objective="second")})
    repo.branch("one")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo")
    repo.branch("two", repo.heads["main"])
    repo.commit({second: goals(f"{DAY7}, current: 2", objective="second")}, author="chi")
    repo.branch("three", repo.heads["main"])
    repo.commit({"README.md": "three"}, author="cleo")
    repo.go("main")
    repo.merge("one", "two", "three", author="dana")
    found = recorded(repo)
    assert points(found)[0][1:] == ("Bo Xu", 1)
    assert points(series(found, "growth/second/day7"))[0][1:] == ("Chi Okoro", 2)


def test_a_merge_asks_only_what_it_brought_itself(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7)})
    repo.branch("side")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo")
    repo.go("main")
    repo.merge("side", author="dana")
    repo.go("side")
    repo.commit({"README.md": "more"}, author="chi")
    repo.go("main")
    text = goals(f"{DAY7}, current: 9")
    repo.merge("side", files={GROWTH: text}, author="dana")
    assert [author for _, author, _ in points(repo)] == ["Bo Xu", "Dana Host"]


def test_what_an_ignored_merge_brought_is_not_asked_again(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7)})
    repo.branch("side")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo")
    repo.go("main")
    repo.merge("side", files={GROWTH: goals(DAY7)}, author="dana")
    repo.branch("other")
    repo.commit({"README.md": "more"}, author="chi")
    repo.go("main")
    repo.merge("other", files={GROWTH: goals(f"{DAY7}, current: 9")}, author="cleo")
    assert [author for _, author, _ in points(repo)] == ["Cleo Marsh"]


def test_a_merge_that_brings_the_first_okrs_names_who_wrote_them(repo: Repo) -> None:
    repo.commit({"README.md": "hello"}, author="chi")
    repo.branch("side")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo", date="2026-10-05")
    repo.go("main")
    repo.commit({"README.md": "hello again"}, author="chi")
    repo.merge("side", author="dana", date="2026-10-12")
    assert points(repo) == [("2026-10-05", "Bo Xu", 1)]


def test_a_merge_of_merges_names_who_wrote_it(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7)})
    repo.branch("side")
    repo.commit({"README.md": "side"}, author="chi")
    repo.branch("deep")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo", date="2026-10-05")
    repo.go("side")
    repo.commit({"README.md": "more"}, author="chi")
    repo.merge("deep", author="cleo", date="2026-10-09")
    repo.go("main")
    repo.commit({"LICENSE": "free"}, author="chi")
    repo.merge("side", author="dana", date="2026-10-12")
    assert points(repo) == [("2026-10-05", "Bo Xu", 1)]


def test_a_rename_on_a_side_branch_keeps_its_author(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    repo.branch("side")
    renamed = DAY7.replace("day7", "week1")
    text = goals(f"{renamed}, formerly: [day7], current: 2")
    repo.commit({GROWTH: text}, author="bo", date="2026-10-05")
    repo.go("main")
    repo.merge("side", author="dana", date="2026-10-12")
    found = series(repo, "growth/first-minute/week1")
    assert points(found)[-1] == ("2026-10-05", "Bo Xu", 2)


def test_a_squash_has_its_own_author_and_date(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7)})
    repo.branch("side")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="bo", date="2026-10-05")
    repo.go("main")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author="dana", date="2026-10-12")
    assert points(repo) == [("2026-10-12", "Dana Host", 1)]
