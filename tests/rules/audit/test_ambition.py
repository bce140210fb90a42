"""Ambition: goals that stretch, over time."""

import pytest

from tests.history.asking import GROWTH, goals
from tests.history.repositories import Repo
from tests.rules.audit.asking import DAY7, NEXT_YEAR, Told, by, told

REF = "2026-Q4:growth/first-minute/day7"


def _say(repo: Repo, day: str, confidence: str, ambition: str = "aspirational") -> str:
    text = goals(f"{DAY7}, confidence: {confidence}", more=[f"ambition: {ambition}"])
    return repo.commit({GROWTH: text}, date=day)


def test_sandbagging(repo: Repo) -> None:
    _say(repo, "2026-09-20", "0.5")
    commit = _say(repo, "2026-10-14", "95%")
    _say(repo, "2026-10-20", "0.99")
    who = by("Ana Silva", "2026-10-14", commit)
    message = f"a stretch, and 95% sure of it in its first two weeks, {who}"
    assert told(repo, "sandbagging") == [Told(REF, "0.99", message, commit)]


def test_what_was_said_before_the_start_holds_at_it(repo: Repo) -> None:
    commit = _say(repo, "2026-09-20", "0.95")
    assert [each.commit for each in told(repo, "sandbagging")] == [commit]
    assert not told(repo, "sandbagging", today="2026-09-30")
    _say(repo, "2026-09-25", "0.5")
    assert not told(repo, "sandbagging")


@pytest.mark.parametrize(
    ("day", "confidence", "ambition"),
    [
        ("2026-10-15", "0.95", "aspirational"),
        ("2026-10-05", "0.9", "aspirational"),
        ("2026-10-05", "0.95", "committed"),
    ],
)
def test_late_certainty_and_committed_goals_are_fine(
    day: str, confidence: str, ambition: str, repo: Repo
) -> None:
    _say(repo, day, confidence, ambition)
    assert not told(repo, "sandbagging")


def _ended(repo: Repo, third: int, fourth: int) -> None:
    """Write what was reached in two quarters."""
    quarters = (("2026-Q3", third), ("2026-Q4", fourth))
    files = {
        f"okrs/{cycle}.yaml": goals(f"{DAY7}, current: {reached}", cycle=cycle)
        for cycle, reached in quarters
    }
    repo.commit(files, date="2026-07-01")


def test_serial_overachievement(repo: Repo) -> None:
    _ended(repo, 100, 120)
    message = "'growth' reached everything in 2026-Q3 and 2026-Q4"
    rule = "serial-overachievement"
    assert told(repo, rule, today=NEXT_YEAR) == [Told(None, "growth", message, None)]
    assert not told(repo, rule, today="2026-12-31")


@pytest.mark.parametrize("reached", [(99, 100), (100, 99)])
def test_one_miss_is_enough(reached: tuple[int, int], repo: Repo) -> None:
    _ended(repo, *reached)
    assert not told(repo, "serial-overachievement", today=NEXT_YEAR)
