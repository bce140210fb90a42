"""The health of the process."""

import pytest

from okrcli.analysis.alignment.aligned import Mark
from okrcli.analysis.reports.health import Fault, Health, health
from okrcli.analysis.reports.health_gauges import Gauge, Measure, Reading, Turn
from okrcli.analysis.reports.retrospectives import Looked
from okrcli.model.objective import Action, Retrospective
from okrcli.model.reference import Key
from tests.analysis.landscapes import goal, half, landscape
from tests.analysis.load_cases import cycles

_CYCLES = cycles("2026-Q3", "2026-Q4")
_LANDSCAPE = landscape(
    goal("company/top", cycle="2026-Q3"),
    goal("growth/easy", ["company/top"], [half(current=10.0)], "2026-Q3", ambition="aspirational"),
    goal("growth/real", ["company/top"], [half(current=7.0)], "2026-Q3", ambition="aspirational"),
    goal("growth/now"),
)
_LOOKS = [
    Looked("2026-Q3", "growth", Retrospective(change_next=[Action("a", done=True), Action("b")]))
]


def _health(*faults: Fault, team: str | None = None, looks: list[Looked] = _LOOKS) -> Health:
    return health(_LANDSCAPE, _CYCLES, team, faults, looks)


def _readings(found: Health, measure: Measure) -> list[tuple[int, int]]:
    (gauge,) = (each for each in found.gauges if each.measure is measure)
    return [(each.good, each.all) for each in gauge.readings]


def _fault(rule: str, ref: str, cycle: str = "2026-Q3") -> Fault:
    team, objective, *rest = ref.split("/")
    return Fault(rule, Key(cycle, team, objective, *rest))


@pytest.mark.parametrize(
    ("measure", "rule", "ref", "expected"),
    [
        (Measure.ON_TIME, "late-objective", "growth/easy", (2, 3)),
        (Measure.CLEAN, "", "growth/easy/half", (2, 3)),
        (Measure.PROMISES, "eased-target", "growth/easy/half", (2, 3)),
        (Measure.PROMISES, "dropped-key-result", "growth/easy/gone", (3, 4)),
        (Measure.SETTLED, "late-edit", "growth/easy/half", (2, 3)),
        (Measure.STRETCH, "sandbagging", "growth/real/half", (0, 2)),
    ],
)
def test_what_is_flagged_is_not_as_it_should_be(
    measure: Measure, rule: str, ref: str, expected: tuple[int, int]
) -> None:
    assert _readings(_health(_fault(rule, ref)), measure)[0] == expected


def test_a_stretch_that_was_reached_in_full_was_none() -> None:
    assert _readings(_health(), Measure.STRETCH) == [(1, 2), (0, 0)]


def test_what_is_not_over_has_no_retrospective_to_hold() -> None:
    assert _readings(_health(), Measure.LOOKED_BACK) == [(1, 2), (0, 0)]
    assert _readings(_health(), Measure.ACTIONS) == [(1, 2), (0, 0)]


def test_a_team_is_measured_alone() -> None:
    assert _readings(_health(team="growth"), Measure.LOOKED_BACK) == [(1, 1), (0, 0)]


def test_scores_at_the_ends_are_counted() -> None:
    assert _health().spreads == [(1, 0, 3), (0, 0, 0)]


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [(1, 9, Turn.BETTER), (9, 1, Turn.WORSE), (5, 5, Turn.SAME)],
)
def test_a_trend_compares_the_last_two_that_are_known(before: int, after: int, turn: Turn) -> None:
    gauge = Gauge(Measure.RHYTHM, [Reading(before, 10), Reading(0, 0), Reading(after, 10)])
    assert gauge.turn is turn


def test_one_reading_is_no_trend() -> None:
    gauge = Gauge(Measure.RHYTHM, [Reading(9, 10)])
    assert (gauge.turn, gauge.last, gauge.mark) == (None, 0.9, Mark.OK)


def test_of_nothing_there_is_no_share() -> None:
    found = health(landscape(), [], None, (), ())
    assert all(each.last is None and each.mark is None for each in found.gauges)
