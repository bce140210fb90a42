"""The burn-up of a team."""

from datetime import date

from okrcli.analysis.progress.report import ObjectiveReport
from okrcli.analysis.progress.team_burnup import team_burn_up
from okrcli.model.settings import Settings
from tests.analysis.landscapes import DROP, NOW, goal, half, landscape
from tests.analysis.load_cases import cycles

(_QUARTER,) = cycles("2026-Q4")


def _reports(*values: float) -> list[ObjectiveReport]:
    objectives = [
        goal(f"growth/o{number}", key_results=[half(current=value)])
        for number, value in enumerate(values)
    ]
    found = landscape(*objectives)
    reports = [found.report(each.key) for each in objectives]
    return [each for each in reports if each is not None]


def test_it_ends_with_the_mean_of_the_objectives_today() -> None:
    chart = team_burn_up(_reports(2.0, 6.0), _QUARTER, NOW, Settings())
    assert chart is not None
    day, height = chart.points[-1]
    assert (day, height) == (NOW, 0.4)


def test_it_has_a_point_for_each_week_and_a_guide_to_the_end() -> None:
    chart = team_burn_up(_reports(5.0), _QUARTER, NOW, Settings())
    assert chart is not None
    assert [day for day, _ in chart.points][:2] == [date(2026, 10, 1), date(2026, 10, 8)]
    (guide,) = chart.guides
    assert guide[-1] == (_QUARTER.end, 1.0)
    assert {day for day, _ in chart.points} <= {day for day, _ in guide}


def test_before_the_beginning_there_is_nothing_to_draw() -> None:
    assert team_burn_up(_reports(5.0), _QUARTER, _QUARTER.start, Settings()) is None


def test_what_was_dropped_is_not_drawn() -> None:
    found = landscape(goal("growth/a", close=DROP))
    report = found.report(found.goals.objectives[0].key)
    assert report is not None
    assert team_burn_up([report], _QUARTER, NOW, Settings()) is None
