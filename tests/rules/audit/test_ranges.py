"""A branch: only what it changes since it left its base is held against it."""

import pytest

from okrcli.cli.checking.auditing import AuditQuestion, audit
from okrcli.cli.session import Session
from okrcli.errors import UsageError
from tests.history.asking import GROWTH, goals
from tests.history.repositories import Repo
from tests.rules.audit.asking import BEFORE, DAY7, TODAY, began, told

OTHER = "id: other, title: Another one, baseline: 0, target: 10"
EASED = DAY7.replace("100", "80")
MAIN = AuditQuestion("main..")


def _rules(repo: Repo, written: str) -> list[str]:
    repo.checkout()
    found = audit(Session(repo.folder, {"OKR_TODAY": TODAY}), AuditQuestion(written)).findings
    return sorted(each.rule for each in found)


def _branch(repo: Repo) -> None:
    """Begin a branch of a workspace in which much is wrong already."""
    began(repo)
    repo.commit({GROWTH: goals(DAY7, OTHER)}, date=BEFORE)
    repo.commit({GROWTH: goals(DAY7, OTHER.replace("10", "5"))}, date="2026-10-20")
    repo.commit(
        {"okrs/late.yaml": goals("id: a, done: false", objective="late")}, date="2026-10-25"
    )
    repo.branch("side")


def test_what_was_wrong_before_is_not_told(repo: Repo) -> None:
    _branch(repo)
    repo.commit({"okrs/late.yaml": goals("id: a, done: false, note: Soon", objective="late")})
    assert _rules(repo, "main..side") == []


def test_a_silent_team_is_not_the_branch_s_fault(repo: Repo) -> None:
    _branch(repo)
    repo.commit({GROWTH: goals(DAY7, OTHER)}, date="2026-11-19")
    assert not told(repo, "missing-check-in", question=MAIN)


@pytest.mark.parametrize("written", ["main", "main..", "main..HEAD", "main...side", "main..side"])
def test_every_way_to_write_a_range(written: str, repo: Repo) -> None:
    _branch(repo)
    repo.commit({GROWTH: goals(EASED, OTHER.replace("10", "5"))}, date="2026-11-05")
    assert _rules(repo, written) == ["eased-target"]


def test_what_is_put_back_is_no_change(repo: Repo) -> None:
    _branch(repo)
    repo.commit({GROWTH: goals(EASED, OTHER.replace("10", "5"))}, date="2026-11-05")
    repo.commit({GROWTH: goals(DAY7, OTHER.replace("10", "5"))}, date="2026-11-06")
    assert _rules(repo, "main..side") == []


def test_several_steps_are_one_and_the_last_one_made_it(repo: Repo) -> None:
    _branch(repo)
    for day, target in (("2026-11-05", "90"), ("2026-11-06", "80")):
        last = repo.commit({GROWTH: goals(DAY7.replace("100", target), OTHER)}, date=day)
    repo.commit({GROWTH: goals(EASED + ", note: Fine", OTHER)}, date="2026-11-07")
    [found] = told(repo, "eased-target", question=MAIN)
    assert found.commit == last
    assert found.message.startswith("target was eased from 100 to 80 by Ana Silva on 2026-11-06")


def test_what_main_did_meanwhile_is_not_the_branch_s(repo: Repo) -> None:
    _branch(repo)
    note = goals("id: a, done: false, note: Soon", objective="late")
    repo.commit({"okrs/late.yaml": note}, date="2026-11-05")
    repo.go("main")
    repo.commit({GROWTH: goals(EASED), "okrs/new.yaml": goals(OTHER, objective="new")})
    assert _rules(repo, "main..side") == []
    repo.go("side")
    repo.merge("main", date="2026-11-07")
    assert _rules(repo, "main..side") == []
    repo.commit({GROWTH: goals(DAY7.replace("100", "70"))}, date="2026-11-08")
    [found] = told(repo, "eased-target", question=AuditQuestion("main..side"))
    assert found.message.startswith("target was eased from 80 to 70")


def test_a_rebased_and_a_squashed_branch_say_the_same(repo: Repo) -> None:
    _branch(repo)
    repo.commit({GROWTH: goals(DAY7)}, date="2026-11-05")
    text = goals(EASED, "id: fresh, title: A new one, done: false")
    repo.commit({GROWTH: text}, date="2026-11-06")
    expected = ["dropped-key-result", "eased-target", "late-key-result"]
    assert _rules(repo, "main..side") == expected
    repo.go("main")
    repo.commit({"okrs/b.yaml": goals(OTHER, objective="b", cycle="2026-Q3")}, date="2026-11-07")
    base = repo.head
    repo.branch("rebased", base)
    repo.commit({GROWTH: goals(DAY7)}, date="2026-11-05", committed="2026-11-08")
    repo.commit({GROWTH: text}, date="2026-11-06", committed="2026-11-08")
    assert _rules(repo, "main..rebased") == expected
    repo.branch("squashed", base)
    repo.commit({GROWTH: text}, date="2026-11-08")
    assert _rules(repo, f"{base}..squashed") == expected
    repo.go("main")
    repo.merge("side", date="2026-11-09")
    assert _rules(repo, "main^1..main") == expected


def test_a_renamed_key_result_is_still_the_same(repo: Repo) -> None:
    _branch(repo)
    renamed = EASED.replace("day7", "week1, formerly: [day7]")
    repo.commit({GROWTH: goals(renamed, OTHER.replace("10", "5"))}, date="2026-11-05")
    assert _rules(repo, "main..side") == ["eased-target"]


def test_a_file_that_is_gone_is_named(repo: Repo) -> None:
    _branch(repo)
    repo.commit({"okrs/late.yaml": None, GROWTH: None}, date="2026-11-05")
    found = told(repo, "dropped-key-result", question=MAIN)
    assert [each.place for each in found] == [GROWTH, "okrs/late.yaml"]


def test_a_broken_file_counts_if_it_stays_broken(repo: Repo) -> None:
    _branch(repo)
    repo.commit({GROWTH: "<<<<<<< HEAD\n"}, date="2026-11-05")
    assert _rules(repo, "main..side") == ["unreadable-history"]
    repo.commit({GROWTH: goals(DAY7, OTHER.replace("10", "5"))}, date="2026-11-06")
    assert _rules(repo, "main..side") == []


def test_a_check_in_of_a_branch_is_looked_at(repo: Repo) -> None:
    _branch(repo)
    state = f"{DAY7}, current: 7, updated: 2026-10-20"
    repo.commit({GROWTH: goals(state, OTHER.replace("10", "5"))}, date="2026-11-05")
    assert _rules(repo, "main..side") == ["backdated-check-in"]


def test_a_late_edit_of_a_branch_is_looked_at(repo: Repo) -> None:
    _branch(repo)
    repo.commit(
        {GROWTH: goals(f"{DAY7}, current: 99", OTHER.replace("10", "5"))}, date="2027-02-01"
    )
    assert _rules(repo, "main..side") == ["late-edit"]


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ("nope..HEAD", "'nope' is no commit of this repository"),
        ("main..nope", "'nope' is no commit of this repository"),
        ("main..alone", "the two ends of main..alone have no commit in common"),
    ],
)
def test_a_range_that_is_none(written: str, error: str, repo: Repo) -> None:
    _branch(repo)
    repo.heads["alone"] = repo.commit({GROWTH: goals(DAY7)}, parents=[])
    with pytest.raises(UsageError) as raised:
        _rules(repo, written)
    assert raised.value.message == error
