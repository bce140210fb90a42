"""The kick-off of a cycle."""

from collections.abc import Sequence

from okrcli.analysis.reports.plan import News, Plan, plan
from okrcli.model.key_result import Close
from okrcli.model.objective import Objective
from tests.analysis.landscapes import DROP, goal, landscape
from tests.analysis.load_cases import cycles

_LAST, _NOW = cycles("2026-Q3", "2026-Q4")


def _plan(
    *objectives: Objective, drafts: Sequence[Objective] = (), team: str | None = None
) -> Plan:
    return plan(landscape(*objectives, drafts=drafts), _NOW, _LAST, team, ())


def test_what_had_the_same_id_goes_on() -> None:
    before = goal("growth/first", cycle="2026-Q3")
    made = _plan(before, goal("growth/first"), goal("growth/second")._replace(title="Another"))
    assert [(each.objective.id, each.news) for each in made.intents()] == [
        ("first", News.CONTINUED),
        ("second", News.NEW),
    ]
    assert made.ended == []


def test_a_former_id_goes_on_under_the_new_one() -> None:
    before = goal("growth/first", cycle="2026-Q3")
    after = goal("growth/new", formerly=["2026-Q3:growth/first"])
    (intent,) = _plan(before, after).intents()
    assert intent.news is News.CONTINUED


def test_what_nobody_goes_on_with_has_ended_with_its_lessons() -> None:
    close = Close("change", lessons=("Ask first",))
    made = _plan(goal("growth/first", cycle="2026-Q3", close=close), goal("growth/second"))
    assert [each.id for each in made.ended] == ["first"]
    assert [each.text for each in made.lessons] == ["Ask first"]


def test_without_a_cycle_before_nothing_is_called_new() -> None:
    (intent,) = _plan(goal("growth/first")).intents()
    assert intent.news is None


def test_drafts_are_marked_and_dropped_goals_left_out() -> None:
    made = _plan(goal("growth/gone", close=DROP), drafts=[goal("growth/idea", draft=True)])
    assert [(each.objective.id, each.draft) for each in made.intents()] == [("idea", True)]


def test_the_goals_of_the_year_stand_above_those_of_the_quarter() -> None:
    made = _plan(goal("company/top", cycle="2026"), goal("growth/first", ["2026:company/top"]))
    assert [each.objective.id for each in made.above] == ["top"]
    (intent,) = made.intents()
    assert intent.serves == ["The title of company/top"]


def test_a_team_is_announced_with_those_below_it() -> None:
    made = _plan(goal("growth/a"), goal("platform/b"), goal("company/c"), team="product")
    assert [each.team.id for each in made.teams] == ["growth", "platform"]
