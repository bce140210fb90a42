"""Integrity: goalposts that moved, vanished or were reworded."""

import pytest

from tests.history.asking import GROWTH, goals
from tests.history.repositories import Repo
from tests.rules.audit.asking import BEFORE, DAY7, TODAY, Told, by, findings, tell, told

REF = "2026-Q4:growth/first-minute/day7"
UPTIME = "id: day7, title: It stays up, at_least: 99.9, current: 99.95"
STEPS = "id: day7, title: It is there, milestones: [{title: Signed, due: 2026-11-01}, Sent]"
OTHER = "id: other, title: Another one, baseline: 0, target: 10"
UNSAID = ", and `revised` does not say why"


def _entry(inside: str) -> str:
    return f"revised: [{{on: 2026-11-05, {inside}, why: The market moved}}]"


def test_eased_target(repo: Repo) -> None:
    eased = DAY7.replace("100", "80")
    _, commit = tell(repo, (BEFORE, DAY7), ("2026-11-05", eased))
    message = f"target was eased from 100 to 80 {by('Ana Silva', '2026-11-05', commit)}{UNSAID}"
    assert told(repo, "eased-target") == [Told(REF, "80", message, commit)]
    [found] = findings(repo, "eased-target")
    assert (
        found.hint
        == "add to `revised`: {on: 2026-11-05, field: target, was: 100, now: 80, why: ...}"
    )
    tell(repo, (TODAY, f"{eased}, {_entry('field: target, was: 100, now: 80')}"))
    assert not told(repo, "eased-target")


@pytest.mark.parametrize(
    "steps",
    [
        ((BEFORE, DAY7), ("2026-09-30", DAY7.replace("100", "80"))),
        ((BEFORE, DAY7), ("2026-11-05", DAY7.replace("100", "120"))),
        ((BEFORE, DAY7), ("2026-11-05", f"{DAY7}, current: 5, weight: 2")),
        ((BEFORE, UPTIME), ("2026-11-05", UPTIME.replace("99.9,", "99.95,"))),
    ],
    ids=["before the start", "raised", "another field", "a stricter bound"],
)
def test_what_is_not_eased(steps: tuple[tuple[str, str], ...], repo: Repo) -> None:
    tell(repo, *steps)
    assert not told(repo, "eased-target")


def test_a_loosened_bound_is_an_eased_target(repo: Repo) -> None:
    _, commit = tell(repo, (BEFORE, UPTIME), ("2026-11-05", UPTIME.replace("99.9,", "99,")))
    who = by("Ana Silva", "2026-11-05", commit)
    message = f"at_least was eased from 99.9 to 99 {who}{UNSAID}"
    assert told(repo, "eased-target") == [Told(REF, "99", message, commit)]


def test_what_is_not_committed_yet_is_found_too(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7))
    repo.write({GROWTH: goals(DAY7.replace("100", "80"))})
    message = f"target was eased from 100 to 80 in what is not committed yet{UNSAID}"
    assert told(repo, "eased-target") == [Told(REF, "80", message, None)]


def test_rewritten_baseline(repo: Repo) -> None:
    rewritten = DAY7.replace("baseline: 0", "baseline: 20.5")
    _, commit = tell(repo, (BEFORE, DAY7), ("2026-11-05", rewritten))
    who = by("Ana Silva", "2026-11-05", commit)
    message = f"baseline was rewritten from 0 to 20.5 {who}{UNSAID}"
    assert told(repo, "rewritten-baseline") == [Told(REF, "20.5", message, commit)]
    tell(repo, (TODAY, f"{rewritten}, {_entry('field: baseline')}"))
    assert not told(repo, "rewritten-baseline")


def test_an_unknown_baseline_may_become_known(repo: Repo) -> None:
    unknown = DAY7.replace("baseline: 0", "baseline: unknown")
    tell(repo, (BEFORE, unknown), ("2026-11-05", DAY7))
    assert not told(repo, "rewritten-baseline")
    _, commit = tell(repo, ("2026-11-06", unknown), ("2026-11-07", DAY7))
    [found] = told(repo, "rewritten-baseline")
    assert "from 0 to unknown" in found.message
    assert found.commit != commit


def test_moved_deadline(repo: Repo) -> None:
    _, commit = tell(
        repo, (BEFORE, f"{DAY7}, due: 2026-11-15"), ("2026-11-05", f"{DAY7}, due: 2026-12-18")
    )
    who = by("Ana Silva", "2026-11-05", commit)
    message = f"due was moved from 2026-11-15 to 2026-12-18 {who}{UNSAID}"
    assert told(repo, "moved-deadline") == [Told(REF, "2026-12-18", message, commit)]
    tell(repo, (TODAY, f"{DAY7}, due: 2026-12-18, {_entry('field: due')}"))
    assert not told(repo, "moved-deadline")


def test_a_deadline_that_was_left_out_is_the_cycle_s(repo: Repo) -> None:
    tell(repo, (BEFORE, f"{DAY7}, due: 2026-11-15"), ("2026-11-05", DAY7))
    [found] = told(repo, "moved-deadline")
    assert found.message.startswith("due was moved from 2026-11-15 to 2026-12-31 by Ana Silva")
    assert found.place.startswith("{id: day7")


def test_a_milestone_has_a_deadline_too(repo: Repo) -> None:
    _, commit = tell(repo, (BEFORE, STEPS), ("2026-10-30", STEPS.replace("11-01", "12-01")))
    [found] = findings(repo, "moved-deadline")
    assert found.message.startswith("the due day of 'Signed' was moved from 2026-11-01 to 2026-12")
    assert (found.commit, found.source.keys[-1]) == (commit, "milestones")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (DAY7, f"{DAY7}, plan: [{{by: 2026-12-01, value: 10}}]"),
        (STEPS, STEPS.replace("Sent", "{title: Sent, due: 2026-12-01}")),
    ],
    ids=["a plan", "a first due day of a milestone"],
)
def test_what_is_no_moved_deadline(was: str, now: str, repo: Repo) -> None:
    tell(repo, (BEFORE, was), ("2026-11-05", now))
    assert not told(repo, "moved-deadline")


def test_dropped_key_result(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7, OTHER)}, date=BEFORE)
    commit = repo.commit({GROWTH: goals(OTHER)}, date="2026-11-05", author="bo")
    who = by("Bo Xu", "2026-11-05", commit)
    message = f"'day7' of 'first-minute' left the file without a `close` {who}"
    assert told(repo, "dropped-key-result") == [Told(REF, "key_results", message, commit)]


def test_a_whole_objective_that_left_is_one_finding(repo: Repo) -> None:
    second = goals("id: one, done: false", "id: two, done: false", objective="second")
    repo.commit({GROWTH: goals(DAY7), "okrs/second.yaml": second}, date=BEFORE)
    commit = repo.commit({"okrs/second.yaml": None}, date="2026-11-05")
    who = by("Ana Silva", "2026-11-05", commit)
    message = f"'one' and 'two' of 'second' left the file without a `close` {who}"
    expected = Told("2026-Q4:growth/second", "team", message, commit)
    assert told(repo, "dropped-key-result") == [expected]


def test_a_gap_is_told_and_so_is_a_draft(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7))
    repo.commit({GROWTH: goals(OTHER)}, date="2026-11-02")
    tell(repo, ("2026-11-05", DAY7))
    [other, gap] = told(repo, "dropped-key-result")
    assert other.ref == "2026-Q4:growth/first-minute/other"
    assert gap.message.endswith(", and came back")
    repo.commit({GROWTH: goals(DAY7, more=["draft: true"])}, date="2026-11-06")
    messages = [each.message for each in told(repo, "dropped-key-result")]
    assert sum(each.endswith(", to be a draft again") for each in messages) == 2


@pytest.mark.parametrize(
    "steps",
    [
        ((BEFORE, f"{DAY7}, close: {{decision: drop}}"), ("2026-11-05", OTHER)),
        ((BEFORE, DAY7), ("2026-09-30", OTHER)),
        ((BEFORE, DAY7), ("2026-11-05", DAY7.replace("day7", "day8, formerly: [day7]"))),
    ],
    ids=["closed", "before the start", "renamed"],
)
def test_what_is_not_dropped(steps: tuple[tuple[str, str], ...], repo: Repo) -> None:
    tell(repo, *steps)
    assert not told(repo, "dropped-key-result")


def test_reworded_key_result(repo: Repo) -> None:
    words = DAY7.replace("More shops come back", "More shops open the mail")
    _, commit = tell(repo, (BEFORE, DAY7), ("2026-10-15", words))
    who = by("Ana Silva", "2026-10-15", commit)
    message = f"it was 'More shops come back' until it was reworded {who}"
    expected = Told(REF, "More shops open the mail", message, commit)
    assert told(repo, "reworded-key-result") == [expected]
    tell(repo, (TODAY, f"{words}, {_entry('field: title')}"))
    assert not told(repo, "reworded-key-result")


@pytest.mark.parametrize(
    ("day", "title"),
    [("2026-10-14", "More shops open the mail"), ("2026-11-05", "more shops come bakc!")],
    ids=["while it settles", "spelling"],
)
def test_what_is_not_reworded(day: str, title: str, repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7), (day, DAY7.replace("More shops come back", title)))
    assert not told(repo, "reworded-key-result")
