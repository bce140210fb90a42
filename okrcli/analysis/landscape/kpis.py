"""Health beside goals: each KPI with its bound, its past, and the key results that move it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.moment import Moment
from okrcli.analysis.progress.report import KeyResultReport, Point
from okrcli.analysis.progress.summary import Goals
from okrcli.model.cycle import Cycle
from okrcli.model.organization import Kpi
from okrcli.model.reference import Key
from okrcli.model.series import KpiReading


class Health(StrEnum):
    """How a KPI stands, the worst first."""

    OUTSIDE = "out-of-bounds"
    UNKNOWN = "no-value"
    UNBOUND = "no-bound"
    INSIDE = "in-bounds"


class KpiReport(NamedTuple):
    """A KPI as it stands; `since` is from when on it has been so, by the bounds of today.

    `bound` is the one that it does not keep. `moved_by` are the key results of the cycles shown.
    """

    kpi: Kpi
    health: Health
    bound: float | None
    since: date | None
    readings: Sequence[KpiReading]
    moved_by: Sequence[KeyResultReport]

    @property
    def trend(self) -> Sequence[Point]:
        """Give the readings as points; a KPI has no progress."""
        return [Point(each.date, each.value, None, each.commit) for each in self.readings]


class KpisReport(NamedTuple):
    """The KPIs of a workspace; `unknown` are key results with a KPI that no file has."""

    moment: Moment
    kpis: Sequence[KpiReport]
    unknown: Sequence[tuple[Key, str]] = ()


def report_kpis(
    goals: Goals,
    cycles: Sequence[Cycle],
    kpis: Sequence[Kpi],
    readings: Mapping[str, Sequence[KpiReading]],
) -> KpisReport:
    """Gather what is known of some KPIs."""
    movers = _movers(Landscape(goals), cycles)
    known = {kpi.id for kpi in kpis}
    return KpisReport(
        Moment.of(goals, cycles),
        [_report(kpi, readings.get(kpi.id, ()), movers.get(kpi.id, ())) for kpi in kpis],
        [(each.key, name) for name in sorted(movers.keys() - known) for each in movers[name]],
    )


def _movers(landscape: Landscape, cycles: Iterable[Cycle]) -> dict[str, list[KeyResultReport]]:
    """Give the key results that say which KPI they move, by its id."""
    names = {cycle.name: place for place, cycle in enumerate(cycles)}
    goals = (each for each in landscape.goals.objectives if each.cycle in names)
    found: dict[str, list[KeyResultReport]] = {}
    for objective in sorted(goals, key=lambda each: names[each.cycle]):
        if any(item.kpi for item in objective.key_results):
            report = landscape.report(objective.key)
            for each in () if report is None else report.key_results:
                if each.key_result.kpi:
                    found.setdefault(each.key_result.kpi, []).append(each)
    return found


def _report(
    kpi: Kpi, readings: Sequence[KpiReading], moved_by: Sequence[KeyResultReport]
) -> KpiReport:
    health = _health(kpi, kpi.current)
    since = None
    for each in reversed(readings):
        if _health(kpi, each.value) is not health:
            break
        since = each.date
    bound = None if kpi.current is None else kpi.crossed(kpi.current)
    return KpiReport(kpi, health, bound, since, readings, moved_by)


def _health(kpi: Kpi, value: float | None) -> Health:
    if value is None:
        return Health.UNKNOWN
    if kpi.at_least is None and kpi.at_most is None:
        return Health.UNBOUND
    return Health.INSIDE if kpi.crossed(value) is None else Health.OUTSIDE
