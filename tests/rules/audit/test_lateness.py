"""Integrity: what came late, and what was changed after the end."""

import pytest

from okrcli.cli.checking.auditing import AuditQuestion
from tests.history.asking import GROWTH, goals
from tests.history.repositories import Repo
from tests.rules.audit.asking import (
    BEFORE,
    DAY7,
    NEXT_YEAR,
    Told,
    began,
    by,
    tell,
    told,
)

REF = "2026-Q4:growth/first-minute/day7"
OTHER = "id: other, title: Another one, baseline: 0, target: 10"
STEPS = "id: day7, title: It is there, milestones: [{title: Signed, done: false}, Sent]"


def test_late_objective(repo: Repo) -> None:
    began(repo)
    commit = repo.commit({GROWTH: goals(DAY7, OTHER)}, date="2026-10-16")
    who = by("Ana Silva", "2026-10-16", commit)
    message = f"'first-minute' was added 15 days into 2026-Q4 {who}"
    expected = [Told("2026-Q4:growth/first-minute", "first-minute", message, commit)]
    assert told(repo, "late-objective") == expected
    assert not told(repo, "late-key-result")


def test_two_weeks_are_not_late(repo: Repo) -> None:
    began(repo)
    repo.commit({GROWTH: goals(DAY7)}, date="2026-10-15")
    assert not told(repo, "late-objective")


def test_what_the_first_commit_holds_may_be_older(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7)}, date="2026-11-05")
    assert not told(repo, "late-objective")
    assert not told(repo, "late-key-result")


def test_a_renamed_objective_is_not_late_and_a_published_draft_is(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7))
    text = goals(DAY7, objective="second", more=["formerly: [first-minute]"])
    repo.commit({GROWTH: text}, date="2026-11-05")
    assert not told(repo, "late-objective")
    idea = goals(OTHER, objective="idea", more=["draft: true"])
    repo.commit({"okrs/idea.yaml": idea}, date="2026-10-02")
    repo.commit({"okrs/idea.yaml": goals(OTHER, objective="idea")}, date="2026-11-06")
    assert [each.ref for each in told(repo, "late-objective")] == ["2026-Q4:growth/idea"]


def test_late_key_result(repo: Repo) -> None:
    began(repo, {GROWTH: goals(DAY7)})
    commit = repo.commit({GROWTH: goals(DAY7, OTHER)}, date="2026-11-05", author="bo")
    message = f"'other' was added 35 days into 2026-Q4 {by('Bo Xu', '2026-11-05', commit)}"
    expected = [Told("2026-Q4:growth/first-minute/other", "other", message, commit)]
    assert told(repo, "late-key-result") == expected
    assert not told(repo, "late-objective")


def test_a_key_result_in_time_or_from_elsewhere_is_not_late(repo: Repo) -> None:
    began(repo, {GROWTH: goals(DAY7), "okrs/b.yaml": goals(OTHER, objective="b")})
    moved = f"{OTHER}, formerly: [growth/b/other]"
    fresh = "id: fresh, title: A new one, done: false"
    repo.commit({GROWTH: goals(DAY7, fresh)}, date="2026-10-15")
    repo.commit({GROWTH: goals(DAY7, fresh, moved), "okrs/b.yaml": None}, date="2026-11-05")
    assert not told(repo, "late-key-result")


def test_late_edit(repo: Repo) -> None:
    state = f"{DAY7}, current: 90"
    _, commit = tell(repo, (BEFORE, state), ("2027-01-15", state.replace("90", "100")))
    who = by("Ana Silva", "2027-01-15", commit)
    message = f"current was changed after the closing window of 2026-Q4 {who}"
    assert told(repo, "late-edit", today=NEXT_YEAR) == [Told(REF, "100", message, commit)]


def test_until_the_window_closes_numbers_may_come_in(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7), ("2027-01-14", f"{DAY7}, current: 90"))
    tell(repo, ("2027-01-20", f"{DAY7}, current: 90, note: Said later"))
    assert not told(repo, "late-edit", today=NEXT_YEAR)


@pytest.mark.parametrize(
    ("was", "now", "fields"),
    [
        (f"{DAY7}, current: 9", f"{DAY7}, current: 99, weight: 2", "current and weight were"),
        (DAY7, DAY7.replace("100", "80"), "target was"),
        (STEPS, STEPS.replace("done: false", "done: true"), "milestones were"),
    ],
)
def test_nothing_changes_after_the_close(was: str, now: str, fields: str, repo: Repo) -> None:
    close = ["close: {decision: continue}"]
    repo.commit({GROWTH: goals(was)}, date=BEFORE)
    repo.commit({GROWTH: goals(was, more=close)}, date="2026-12-20")
    assert not told(repo, "late-edit", today=NEXT_YEAR)
    commit = repo.commit({GROWTH: goals(now, more=close)}, date="2026-12-21")
    who = by("Ana Silva", "2026-12-21", commit)
    found = told(repo, "late-edit", today=NEXT_YEAR)
    assert [each.message for each in found] == [f"{fields} changed after its close {who}"]


def test_a_score_is_a_number_too_and_its_objective_s(repo: Repo) -> None:
    scored = "close: {{decision: continue, score: {score}, why: Agreed}}"
    for day, score in (("2026-12-20", "0.6"), ("2026-12-22", "0.9")):
        text = goals(DAY7, OTHER, more=[scored.format(score=score)])
        commit = repo.commit({GROWTH: text}, date=day)
    who = by("Ana Silva", "2026-12-22", commit)
    message = f"the score was changed after its close {who}"
    expected = [Told("2026-Q4:growth/first-minute", "0.9", message, commit)]
    assert told(repo, "late-edit", today=NEXT_YEAR) == expected


def test_a_named_cycle_is_audited_long_after_its_end(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7), ("2027-06-01", f"{DAY7}, current: 100"))
    repo.commit({"okrs/now.yaml": goals(DAY7, cycle="2027-Q2", objective="now")})
    assert not told(repo, "late-edit", today="2027-06-10")
    asked = AuditQuestion(cycle="2026-Q4")
    assert told(repo, "late-edit", today="2027-06-10", question=asked)
