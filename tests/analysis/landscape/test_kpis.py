"""How a KPI stands, since when, and what moves it."""

from datetime import date

import pytest

from okrcli.analysis.landscape.kpis import Health, report_kpis
from okrcli.analysis.progress.summary import Goals
from okrcli.model.cycle import Calendar, Cycle
from okrcli.model.key_result import Close, KeyResult
from okrcli.model.objective import Objective
from okrcli.model.organization import Kpi, Organization
from okrcli.model.series import HistoryFacts, KpiReading
from okrcli.model.settings import Settings

_CHURN = Kpi("churn", "Churn", at_most=1.2, current=1.9)
_KR = KeyResult("it", "It", baseline=0.0, target=10.0, current=5.0, kpi="churn")


def _cycle(name: str) -> Cycle:
    cycle = Calendar().cycle(name)
    assert cycle is not None
    return cycle


def _goals(*objectives: Objective) -> Goals:
    return Goals(
        objectives,
        Organization(),
        {},
        Settings(),
        date(2026, 11, 22),
        None,
        HistoryFacts(complete=True, commits=1),
    )


def _readings(*values: float) -> list[KpiReading]:
    return [
        KpiReading(date(2026, month, 1), value, "bo", f"c{month}")
        for month, value in enumerate(values, start=1)
    ]


@pytest.mark.parametrize(
    ("kpi", "health", "bound"),
    [
        (_CHURN, Health.OUTSIDE, 1.2),
        (_CHURN._replace(current=1.2), Health.INSIDE, None),
        (_CHURN._replace(current=None), Health.UNKNOWN, None),
        (_CHURN._replace(at_most=None), Health.UNBOUND, None),
        (_CHURN._replace(at_least=2.0, at_most=3.0), Health.OUTSIDE, 2.0),
    ],
)
def test_health_is_whether_the_bound_is_kept(kpi: Kpi, health: Health, bound: float | None) -> None:
    (report,) = report_kpis(_goals(), [], [kpi], {}).kpis
    assert (report.health, report.bound) == (health, bound)


def test_it_tells_since_when_by_the_bounds_of_today() -> None:
    readings = {"churn": _readings(1.5, 1.1, 1.3, 1.9)}
    (report,) = report_kpis(_goals(), [], [_CHURN], readings).kpis
    assert report.since == date(2026, 3, 1)
    assert [each.value for each in report.trend] == [1.5, 1.1, 1.3, 1.9]


def test_what_moves_it_is_of_the_cycles_shown_and_in_no_number() -> None:
    here = Objective("a", "growth", "2026-Q4", key_results=(_KR, _KR._replace(id="x", kpi=None)))
    before = Objective("b", "growth", "2026-Q3", key_results=(_KR,))
    dropped = Objective("c", "growth", "2026-Q4", key_results=(_KR,), close=Close("drop"))
    found = report_kpis(_goals(before, here, dropped), [_cycle("2026-Q4")], [_CHURN], {})
    assert [each.key.ref for each in found.kpis[0].moved_by] == ["growth/a/it", "growth/c/it"]
    assert found.kpis[0].moved_by[1].status.value == "dropped"


def test_a_kpi_that_is_not_there_is_told() -> None:
    here = Objective("a", "growth", "2026-Q4", key_results=(_KR._replace(kpi="chrun"),))
    found = report_kpis(_goals(here), [_cycle("2026-Q4")], [_CHURN], {})
    assert [(key.ref, name) for key, name in found.unknown] == [("growth/a/it", "chrun")]
