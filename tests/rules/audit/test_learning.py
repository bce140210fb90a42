"""Learning: ends that leave something behind."""

from tests.history.asking import GROWTH, goals
from tests.history.repositories import Repo
from tests.rules.audit.asking import BEFORE, DAY7, NEXT_YEAR, Told, told

CLOSED = goals(DAY7, more=["close: {decision: continue}"])


def test_unclosed_objective(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7)}, date=BEFORE)
    message = "2026-Q4 ended on 2026-12-31, and 'first-minute' was never closed"
    expected = [Told("2026-Q4:growth/first-minute", "first-minute", message, None)]
    assert told(repo, "unclosed-objective", today="2027-01-15") == expected
    assert not told(repo, "unclosed-objective", today="2027-01-14")
    repo.commit({GROWTH: CLOSED}, date="2027-01-10")
    assert not told(repo, "unclosed-objective", today=NEXT_YEAR)


def test_missing_retrospective(repo: Repo) -> None:
    repo.commit({GROWTH: CLOSED}, date=BEFORE)
    message = "2026-Q4 ended on 2026-12-31, and 'growth' has written down nothing about it"
    expected = [Told(None, "2026-Q4", message, None)]
    assert told(repo, "missing-retrospective", today="2027-01-15") == expected
    assert not told(repo, "missing-retrospective", today="2027-01-14")
    other = f"{goals('id: x, done: true', objective='two')}retrospective: {{went_well: [Demos]}}\n"
    repo.commit({"okrs/other.yaml": other}, date="2027-01-10")
    assert not told(repo, "missing-retrospective", today=NEXT_YEAR)
