"""The heights of a burn-up chart."""

from datetime import date

import pytest

from okrcli.analysis.progress.burnup import BurnUp, Level, burn_up, objective_burn_up
from okrcli.analysis.progress.key_result_report import report_key_result
from okrcli.analysis.progress.status import Frame
from okrcli.analysis.progress.summary import Goals, report_objective
from okrcli.model.cycle import Calendar, Cycle
from okrcli.model.key_result import KeyResult, Kind, Milestone, PlanPoint
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization, Team
from okrcli.model.series import CheckIn, HistoryFacts, Series
from okrcli.model.settings import Settings

_NOW = date(2026, 11, 22)
_METRIC = KeyResult("m", "M", baseline=0.0, target=10.0)
_OBJECTIVE = Objective("o", "t", "2026-Q4", key_results=[_METRIC])


def _cycle() -> Cycle:
    cycle = Calendar().cycle("2026-Q4")
    assert cycle is not None
    return cycle


def _frame(objective: Objective = _OBJECTIVE) -> Frame:
    return Frame(objective, _cycle(), _NOW, Settings())


def _series(key_result: KeyResult, *values: tuple[int, float], target: float = 10.0) -> Series:
    said = [
        CheckIn(date(2026, 10, day), "ana", "c", key_result._replace(current=value))
        for day, value in values
    ]
    return Series(said, 0.0, target)


def _drawn(key_result: KeyResult, series: Series) -> BurnUp:
    return burn_up(report_key_result(_frame(), key_result, series, Team("t")), _frame())


def test_a_metric_goes_from_baseline_to_target() -> None:
    found = _drawn(_METRIC._replace(current=4.0), _series(_METRIC, (5, 1.0), (20, 4.0), target=20))
    assert found.points == [(date(2026, 10, 5), 0.1), (date(2026, 10, 20), 0.4)]
    assert found.levels == [Level(0, 0), Level(1, 10), Level(2, 20)]
    (expected,) = found.guides
    assert expected == [(date(2026, 10, 1), 0), (date(2027, 1, 1), 1)]


def test_a_plan_bends_the_expected_line() -> None:
    planned = _METRIC._replace(plan=[PlanPoint(date(2026, 11, 30), 2.0)])
    (expected,) = _drawn(planned, Series()).guides
    assert expected[1] == (date(2026, 12, 1), 0.2)
    assert len(expected) == 3


def test_a_bound_is_drawn_by_its_values() -> None:
    kept = KeyResult("m", "M", Kind.MAINTAIN, at_least=2.0, at_most=5.0, current=3.0)
    found = _drawn(kept, _series(kept, (5, 3.0)))
    assert (found.by_value, found.stepped) == (True, True)
    assert found.points == [(date(2026, 10, 5), 3.0)]
    assert [guide[0][1] for guide in found.guides] == [2.0, 5.0]


def test_without_a_baseline_values_are_all_there_is() -> None:
    unknown = _METRIC._replace(baseline=None, current=3.0)
    found = _drawn(unknown, _series(unknown, (5, 3.0)))
    assert (found.by_value, found.stepped, found.guides, found.levels) == (True, False, [], [])


def test_milestones_stay_until_the_next() -> None:
    steps = [Milestone("A", due=date(2026, 10, 10)), Milestone("B")]
    found = _drawn(KeyResult("m", "M", Kind.MILESTONES, milestones=steps), Series())
    assert found.stepped
    assert found.levels == []


def test_an_objective_is_the_mean_of_its_key_results_day_by_day() -> None:
    other = _METRIC._replace(id="n", weight=3.0, current=2.0)
    bound = KeyResult("b", "B", Kind.MAINTAIN, at_least=2.0, current=1.0)
    objective = _OBJECTIVE._replace(key_results=[_METRIC._replace(current=4.0), other, bound])
    key = objective.key
    series = {
        key._replace(key_result="m"): _series(_METRIC, (5, 1.0), (20, 4.0)),
        key._replace(key_result="n"): _series(other, (10, 2.0)),
        key._replace(key_result="b"): _series(bound, (5, 2.0), (15, 1.0)),
    }
    goals = Goals(
        [objective],
        Organization(),
        series,
        Settings(),
        _NOW,
        None,
        HistoryFacts(complete=True, commits=3),
    )
    report = report_objective(goals, objective, goals.resolver())
    found = objective_burn_up(report, _frame(objective))
    days = [day.day for day, _ in found.points]
    heights = [height for _, height in found.points]
    assert days == [5, 10, 15, 20, 22]
    assert heights[0] == pytest.approx((0.1 + 0 + 1) / 5)
    assert heights[1] == pytest.approx((0.1 + 3 * 0.2 + 1) / 5)
    assert heights[-1] == report.progress
    assert objective_burn_up(report._replace(key_results=[]), _frame()).guides == []
