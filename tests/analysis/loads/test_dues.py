"""Whose check-in is due, and from when on it is overdue."""

from datetime import date, timedelta

import pytest

from okrcli.analysis.loads.dues import Due, owed
from okrcli.analysis.progress.summary import Goals, reports_of
from okrcli.model.cycle import Calendar
from okrcli.model.key_result import Close, KeyResult
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization, Team
from okrcli.model.series import CheckIn, HistoryFacts, Series
from okrcli.model.settings import Settings

_SAID = date(2026, 11, 2)
_IT = KeyResult("it", "It", baseline=0.0, target=10.0, current=4.0)


def _goals(now: date, *key_results: KeyResult, every: int | None = None) -> Goals:
    objective = Objective("one", "growth", "2026-Q4", owner="ana", key_results=key_results)
    said = Series((CheckIn(_SAID, "bo", "c1", _IT),))
    return Goals(
        (objective,),
        Organization(teams=(Team("growth", check_in_days=every),)),
        {objective.key._replace(key_result="it"): said},
        Settings(),
        now,
        None,
        HistoryFacts(complete=True, commits=1),
    )


def _owed(goals: Goals) -> list[tuple[str, Due, int]]:
    cycle = Calendar().cycle("2026-Q4")
    assert cycle is not None
    found = owed(reports_of(goals, [cycle]), goals)
    return [(each.key.key_result or "", each.state, each.days) for each in found]


@pytest.mark.parametrize(
    ("days", "state"),
    [(0, Due.WAITING), (7, Due.WAITING), (8, Due.GRACE), (10, Due.GRACE), (11, Due.OVERDUE)],
)
def test_a_check_in_is_due_then_in_grace_then_overdue(days: int, state: Due) -> None:
    assert _owed(_goals(_SAID + timedelta(days), _IT)) == [("it", state, days - 7)]


def test_overdue_is_what_is_stale() -> None:
    cycle = Calendar().cycle("2026-Q4")
    assert cycle is not None
    for days in range(60):
        goals = _goals(_SAID + timedelta(days), _IT, _IT._replace(id="other"))
        reports = reports_of(goals, [cycle])
        stale = {each.key for report in reports for each in report.key_results if each.stale}
        found = owed(reports, goals)
        assert {each.key for each in found if each.state is Due.OVERDUE} == stale


def test_the_days_are_told() -> None:
    cycle = Calendar().cycle("2026-Q4")
    assert cycle is not None
    goals = _goals(date(2026, 11, 22), _IT)
    (found,) = owed(reports_of(goals, [cycle]), goals)
    assert (found.due, found.late_from) == (date(2026, 11, 9), date(2026, 11, 13))
    assert (found.last, found.author, found.owner) == (_SAID, "bo", "ana")


def test_a_team_may_wait_longer() -> None:
    assert _owed(_goals(date(2026, 11, 16), _IT, every=14)) == [("it", Due.WAITING, 0)]


def test_the_longest_overdue_comes_first() -> None:
    other = _IT._replace(id="never")
    found = _owed(_goals(date(2026, 11, 22), _IT, other))
    assert [name for name, _, _ in found] == ["never", "it"]


@pytest.mark.parametrize(
    "finished",
    [
        _IT._replace(current=10.0),
        _IT._replace(close=Close("drop")),
        _IT._replace(due=date(2026, 11, 21)),
        _IT._replace(starts=date(2026, 12, 1)),
    ],
)
def test_nothing_is_owed_of_what_is_finished_over_or_to_begin(finished: KeyResult) -> None:
    assert not _owed(_goals(date(2026, 11, 22), finished))
