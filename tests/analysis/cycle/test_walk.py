"""Which check-ins somebody is walked through, and in which order."""

from collections.abc import Mapping
from datetime import date

from okrcli.analysis.cycle.walk import Walk, walk
from okrcli.analysis.loads.dues import owed
from okrcli.analysis.progress.summary import Goals, reports_of
from okrcli.model.cycle import Calendar
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization
from okrcli.model.series import CheckIn, HistoryFacts, Series
from okrcli.model.settings import Settings

_NOW = date(2026, 11, 22)


def _walk(said: Mapping[str, tuple[int, float]], *, everything: bool = False) -> Walk:
    """Walk through key results; of each is told on which day of November it was at what."""
    key_results = [
        KeyResult(name, baseline=0.0, target=10.0, current=value)
        for name, (_, value) in said.items()
    ]
    objective = Objective("one", "growth", "2026-Q4", key_results=key_results)
    series = {
        objective.key._replace(key_result=each.id): Series(
            (CheckIn(date(2026, 11, said[each.id][0]), "ana", "c1", each),)
        )
        for each in key_results
    }
    goals = Goals(
        (objective,),
        Organization(),
        series,
        Settings(),
        _NOW,
        None,
        HistoryFacts(complete=True, commits=1),
    )
    cycle = Calendar().cycle("2026-Q4")
    assert cycle is not None
    reports = reports_of(goals, [cycle])
    return walk(reports, owed(reports, goals), everything=everything)


def _names(found: Walk) -> list[str | None]:
    return [stop.key.key_result for stop in found.stops]


def test_the_longest_overdue_comes_first_of_equals_the_one_that_stands_worst() -> None:
    said = {"good": (10, 9.0), "late": (2, 9.0), "bad": (10, 1.0), "grace": (14, 1.0)}
    assert _names(_walk(said)) == ["late", "bad", "good", "grace"]


def test_what_is_due_today_is_asked_for_and_what_is_due_tomorrow_is_not() -> None:
    found = _walk({"today": (15, 5.0), "tomorrow": (16, 5.0), "later": (20, 5.0)})
    assert _names(found) == ["today"]
    assert [each.key.key_result for each in found.ahead] == ["tomorrow", "later"]


def test_all_may_be_asked_for() -> None:
    found = _walk({"later": (20, 5.0), "today": (15, 5.0)}, everything=True)
    assert _names(found) == ["today", "later"]
    assert not found.ahead
