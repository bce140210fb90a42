"""Rhythm: check-ins that come in time, and say what is believed."""

import pytest

from tests.history.asking import GROWTH, goals
from tests.history.repositories import Repo
from tests.rules.audit.asking import BEFORE, DAY7, ORGANIZATION, Told, tell, told

REF = "2026-Q4:growth/first-minute/day7"


def test_stale_check_in(repo: Repo) -> None:
    _, last = tell(repo, (BEFORE, DAY7), ("2026-11-02", f"{DAY7}, current: 7"))
    expected = "no check-in since that of 2026-11-02 by Ana Silva: 18 days of silence, and 10"
    assert told(repo, "stale-check-in") == [Told(REF, "7", f"{expected} are fine", last)]
    assert not told(repo, "stale-check-in", today="2026-11-12")
    assert not told(repo, "missing-check-in")


def test_a_team_may_have_its_own_rhythm(repo: Repo) -> None:
    organization = ORGANIZATION.replace("lead: ana", "lead: ana, check_in_days: 30")
    repo.commit({"okrs/organization.yaml": organization})
    tell(repo, (BEFORE, DAY7), ("2026-11-02", f"{DAY7}, current: 7"))
    assert not told(repo, "stale-check-in")


def test_what_is_achieved_dropped_or_over_may_be_silent(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7), ("2026-10-12", f"{DAY7}, current: 100"))
    assert not told(repo, "stale-check-in")
    tell(repo, ("2026-10-13", f"{DAY7}, current: 7, close: {{decision: drop}}"))
    assert not told(repo, "stale-check-in")
    tell(repo, ("2026-10-14", f"{DAY7}, current: 8, due: 2026-10-31"))
    assert not told(repo, "stale-check-in")


def test_missing_check_in(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7))
    message = "no check-in yet, 50 days into its time"
    assert told(repo, "missing-check-in") == [Told(REF, "day7", message, None)]
    assert not told(repo, "missing-check-in", today="2026-10-11")
    assert not told(repo, "stale-check-in")


def test_missing_confidence(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7), ("2026-10-07", f"{DAY7}, current: 7"))
    message = "no confidence, 7 days into its time"
    assert told(repo, "missing-confidence", today="2026-10-08") == [Told(REF, "7", message, None)]
    assert not told(repo, "missing-confidence", today="2026-10-07")
    tell(repo, ("2026-10-08", f"{DAY7}, current: 7, confidence: 5/10"))
    assert not told(repo, "missing-confidence", today="2026-10-08")


def test_unmeasured_baseline(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7.replace("baseline: 0", "baseline: unknown")))
    message = "the baseline is still unknown, 22 days into its time"
    rule = "unmeasured-baseline"
    assert told(repo, rule, today="2026-10-23") == [Told(REF, "unknown", message, None)]
    assert not told(repo, rule, today="2026-10-22")
    tell(repo, ("2026-10-23", DAY7))
    assert not told(repo, rule, today="2026-10-23")


def test_confidence_against_pace(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7), ("2026-11-16", f"{DAY7}, current: 20, confidence: 70%"))
    message = "confidence 70%, and 20% done where 54.3% is expected by now"
    rule = "confidence-against-pace"
    assert told(repo, rule) == [Told(REF, "70%", message, None)]


@pytest.mark.parametrize("state", ["current: 30, confidence: 0.8", "current: 20, confidence: 0.69"])
def test_hope_near_the_pace_and_doubt_behind_it_are_fine(state: str, repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7), ("2026-11-16", f"{DAY7}, {state}"))
    assert not told(repo, "confidence-against-pace")


def test_unearned_confidence(repo: Repo) -> None:
    state = f"{DAY7}, current: 40, confidence: 0.7"
    tell(repo, (BEFORE, DAY7), ("2026-10-20", state), ("2026-11-16", f"{state}, note: It comes"))
    message = "confidence 70%, and nothing has moved for 31 days"
    assert told(repo, "unearned-confidence") == [Told(REF, "0.7", message, None)]
    assert not told(repo, "unearned-confidence", today="2026-11-16")
    tell(repo, ("2026-11-17", state.replace("40", "41")))
    assert not told(repo, "unearned-confidence")


@pytest.mark.parametrize(
    "key_result",
    [
        "id: up, title: It stays up, at_least: 99, current: 99.5",
        "id: it, title: It is, done: false",
    ],
)
def test_what_does_not_grow_need_not_move(key_result: str, repo: Repo) -> None:
    state = f"{key_result}, confidence: 0.9"
    tell(repo, (BEFORE, state), ("2026-11-16", f"{state}, note: Fine"))
    assert not told(repo, "unearned-confidence")


def test_silence_is_told_once(repo: Repo) -> None:
    tell(repo, (BEFORE, DAY7), ("2026-10-12", f"{DAY7}, current: 40, confidence: 0.7"))
    assert told(repo, "stale-check-in")
    assert not told(repo, "unearned-confidence")


def test_kpi_out_of_bounds(repo: Repo) -> None:
    kpis = "kpis:\n  - {id: churn, title: Shops leave, at_most: 1.2, current: 1.9}\n"
    repo.commit({"okrs/kpis.yaml": kpis, GROWTH: goals(DAY7)})
    message = "'churn' is at 1.9, and should be at most 1.2"
    assert told(repo, "kpi-out-of-bounds") == [Told(None, "1.9", message, None)]
    repo.commit({"okrs/kpis.yaml": kpis.replace("1.9", "1.2")})
    assert not told(repo, "kpi-out-of-bounds")
