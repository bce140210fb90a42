"""Integrity: a record that can be believed."""

import pytest

from okrcli.cli.checking.auditing import AuditQuestion
from tests.history.asking import GROWTH, goals
from tests.history.repositories import Repo
from tests.rules.audit.asking import BEFORE, DAY7, ORGANIZATION, Told, by, findings, tell, told

REF = "2026-Q4:growth/first-minute/day7"
STEPS = "id: day7, title: It is there, milestones: [{title: Signed, done: $day}, Sent]"
OTHER = "id: other, title: Another one, baseline: 0, target: 10"
BROKEN = "<<<<<<< HEAD\nteam: growth\n"


def test_backdated_check_in(repo: Repo) -> None:
    late = f"{DAY7}, current: 7, updated: 2026-11-01"
    _, commit = tell(repo, (BEFORE, DAY7), ("2026-11-05", late))
    who = by("Ana Silva", "2026-11-05", commit)
    message = f"`updated` was set to 2026-11-01 4 days later, {who}"
    assert told(repo, "backdated-check-in") == [Told(REF, "2026-11-01", message, commit)]


def test_some_days_of_grace_and_an_old_date_that_stays_are_fine(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7), ("2026-11-05", f"{DAY7}, current: 7, updated: 2026-11-02"))
    tell(repo, ("2026-11-19", f"{DAY7}, current: 8, updated: 2026-11-02"))
    assert not told(repo, "backdated-check-in")


def test_one_commit_of_a_team_is_one_finding(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7, OTHER)}, date=BEFORE)
    late = ", current: 7, updated: 2026-10-01"
    repo.commit({GROWTH: goals(DAY7 + late, OTHER + late)}, date="2026-11-05")
    [found] = findings(repo, "backdated-check-in")
    assert "set to 2026-10-01 (and 1 more)" in found.message
    assert len(found.related) == 1


@pytest.mark.parametrize(("written", "late"), [("2026-11-05", True), ("2026-11-02", False)])
def test_of_a_merge_the_commit_that_it_brought_counts(
    written: str, *, late: bool, repo: Repo
) -> None:
    tell(repo, (BEFORE, DAY7))
    repo.branch("side")
    state = f"{DAY7}, current: 7, updated: 2026-11-01"
    repo.commit({GROWTH: goals(state)}, date=written, author="bo")
    repo.go("main")
    merge = repo.merge("side", date="2026-11-15")
    found = told(repo, "backdated-check-in")
    assert [each.commit for each in found] == ([merge] if late else [])


def test_future_date(repo: Repo) -> None:
    early = f"{DAY7}, current: 7, updated: 2026-11-07"
    _, commit = tell(repo, (BEFORE, DAY7), ("2026-11-05", early))
    who = by("Ana Silva", "2026-11-05", commit)
    message = f"`updated` was set to 2026-11-07, which had not come yet, {who}"
    assert told(repo, "future-date") == [Told(REF, "2026-11-07", message, commit)]


def test_a_milestone_cannot_be_done_tomorrow_week(repo: Repo) -> None:
    states = [STEPS.replace("$day", day) for day in ("false", "2026-12-01", "2026-11-30")]
    tell(repo, (BEFORE, states[0]), ("2026-11-05", states[1]))
    [found] = findings(repo, "future-date")
    assert found.message.startswith("`done` of 'Signed' was set to 2026-12-01, which had not come")
    assert found.source.keys[-1] == "milestones"


def test_tomorrow_is_today_somewhere(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7), ("2026-11-05", f"{DAY7}, current: 7, updated: 2026-11-06"))
    assert not told(repo, "future-date")


def test_check_in_by_outsider(repo: Repo) -> None:
    repo.commit({"okrs/organization.yaml": ORGANIZATION})
    tell(repo, (BEFORE, DAY7))
    [commit] = tell(repo, ("2026-11-05", f"{DAY7}, current: 7"), author="cleo")
    message = (
        "the check-in of 2026-11-05 is by cleo, who is neither its owner nor in the team 'growth'"
        f" ({by('cleo', '2026-11-05', commit)})"
    )
    assert told(repo, "check-in-by-outsider") == [Told(REF, "7", message, commit)]


@pytest.mark.parametrize("author", ["ana", "bo"])
def test_the_owner_the_lead_and_the_members_belong_to_it(author: str, repo: Repo) -> None:
    repo.commit({"okrs/organization.yaml": ORGANIZATION})
    tell(repo, (BEFORE, DAY7), author="cleo")
    tell(repo, ("2026-11-05", f"{DAY7}, current: 7"), author=author)
    assert not told(repo, "check-in-by-outsider")


def test_without_addresses_nobody_is_an_outsider(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7))
    tell(repo, ("2026-11-05", f"{DAY7}, current: 7"), author="cleo")
    assert not told(repo, "check-in-by-outsider")


def _weekly(repo: Repo, days: list[str]) -> list[str]:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 0", f"{OTHER}, current: 0")}, date=BEFORE)
    return [
        repo.commit({GROWTH: goals(f"{DAY7}, current: {at}", f"{OTHER}, current: {at}")}, date=day)
        for at, day in enumerate(days, 1)
    ]


def test_bulk_update(repo: Repo) -> None:
    commits = _weekly(repo, ["2026-11-02", "2026-11-19", "2026-11-19T15:00:00+00:00"])
    who = by("Ana Silva", "2026-11-19", commits[-1])
    message = f"4 of the 6 check-ins of 'growth' in 2026-Q4 are of one day, 2026-11-19 ({who})"
    assert told(repo, "bulk-update") == [Told(None, "growth", message, commits[-1])]
    assert not told(repo, "bulk-update", question=AuditQuestion(at="2026-11-10"))


def test_half_of_the_check_ins_on_one_day_are_no_bulk(repo: Repo) -> None:
    _weekly(repo, ["2026-11-02", "2026-11-19"])
    assert not told(repo, "bulk-update")


def test_before_half_of_the_cycle_nothing_is_a_bulk(repo: Repo) -> None:
    _weekly(repo, ["2026-11-02"])
    assert not told(repo, "bulk-update", today="2026-11-16")
    assert told(repo, "bulk-update", today="2026-11-17")


def test_unreadable_history(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7))
    commit = repo.commit({GROWTH: BROKEN}, date="2026-11-01")
    repo.commit({GROWTH: f"{BROKEN}# still\n"}, date="2026-11-02")
    tell(repo, ("2026-11-05", DAY7))
    who = by("Ana Silva", "2026-11-01", commit)
    message = f"the file could not be read as it was committed {who}, and at 1 later commit"
    assert told(repo, "unreadable-history") == [Told(None, "team", message, commit)]


def test_what_broke_before_the_cycles_is_not_theirs(repo: Repo) -> None:
    repo.commit({GROWTH: BROKEN}, date="2026-06-01")
    tell(repo, (BEFORE, DAY7))
    assert not told(repo, "unreadable-history")


def test_disordered_clock(repo: Repo) -> None:
    _, commit = tell(repo, ("2026-10-10", DAY7), ("2026-10-02", f"{DAY7}, current: 1"))
    tell(repo, ("2026-10-11", f"{DAY7}, current: 2"))
    message = (
        "a commit is dated 8 days before the one that it follows; it counts as made"
        f" {by('Ana Silva', '2026-10-10', commit)}"
    )
    assert told(repo, "disordered-clock") == [Told(None, "okrs", message, commit)]


def test_one_clock_is_one_finding(repo: Repo) -> None:
    days = ("2026-10-10", "2026-10-02", "2026-10-11", "2026-10-03", "2026-10-12", "2026-10-04")
    tell(repo, *((day, f"{DAY7}, current: {at}") for at, day in enumerate(days)))
    [found] = findings(repo, "disordered-clock")
    assert "and so are 2 more of the same author; it counts as made" in found.message


def test_a_day_back_is_a_matter_of_time_zones(repo: Repo) -> None:
    tell(repo, ("2026-10-10", DAY7), ("2026-10-09", f"{DAY7}, current: 1"))
    assert not told(repo, "disordered-clock")
