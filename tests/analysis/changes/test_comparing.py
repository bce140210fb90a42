"""What differs between two states of the goals."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.changes.changes import Changes, State, Turn
from okrcli.analysis.progress.report import Status
from okrcli.analysis.story.goalposts import Move
from okrcli.model.key_result import Close, KeyResult, Kind, Milestone, Revision
from okrcli.model.objective import Objective, Retrospective
from okrcli.model.organization import Kpi, Team
from okrcli.model.settings import Settings, Thresholds
from tests.analysis.states import COMPANY, DAY7, FIRST, STATES, changes, of, state

_OPPOSITE = {
    Turn.ADDED: {Turn.REMOVED},
    Turn.DRAFTED: {Turn.REMOVED},
    Turn.REMOVED: {Turn.ADDED, Turn.DRAFTED},
    Turn.PUBLISHED: {Turn.WITHDRAWN},
    Turn.WITHDRAWN: {Turn.PUBLISHED},
}


@given(STATES)
def test_a_state_does_not_differ_from_itself(one: State) -> None:
    assert not changes(one, one)


@given(STATES, st.randoms(use_true_random=False))
def test_the_order_of_objectives_and_key_results_is_no_change(one: State, rng: Any) -> None:  # noqa: ANN401 - hypothesis has no public name for it
    objectives = [
        each._replace(key_results=tuple(rng.sample(each.key_results, len(each.key_results))))
        for each in (*one.goals.objectives, *one.goals.drafts)
    ]
    rng.shuffle(objectives)
    other = state(*objectives, kpis=one.kpis, retrospectives=one.retrospectives)
    assert not changes(one, other)


@given(STATES, STATES)
def test_what_comes_one_way_leaves_the_other_way(one: State, other: State) -> None:
    there, back = changes(one, other), changes(other, one)
    turns = {each.key: each.turn for each in there.fates if each.turn in _OPPOSITE}
    opposite = {each.key: each.turn for each in back.fates if each.turn in _OPPOSITE}
    assert turns.keys() == opposite.keys()
    assert all(opposite[key] in _OPPOSITE[turn] for key, turn in turns.items())
    assert [each.key for each in there.check_ins] == [each.key for each in back.check_ins]
    assert [
        (each.cycle, each.team, each.objective, each.before, each.after) for each in there.effects
    ] == [(each.cycle, each.team, each.objective, each.after, each.before) for each in back.effects]


@given(STATES, STATES)
def test_nothing_that_differs_is_left_untold(one: State, other: State) -> None:
    def goals(state: State) -> object:
        every = (*state.goals.objectives, *state.goals.drafts)
        held = {each.key: each._replace(key_results=()) for each in every}
        items = {
            each.key._replace(key_result=item.id): item
            for each in every
            for item in each.key_results
        }
        return held, items, state.kpis, state.retrospectives

    assert bool(changes(one, other)) == (goals(one) != goals(other))


def _one(**fields: object) -> Changes:
    """Change some fields of a key result."""
    return changes([FIRST], [of(FIRST, DAY7._replace(**fields))])  # type: ignore[arg-type] # any


def _parts(found: Changes) -> list[str]:
    """Name the parts that are not empty."""
    return [name for name, part in found._asdict().items() if part]


def test_a_check_in_has_its_numbers_before_and_after() -> None:
    found = _one(current=44.0, note="Nudges shipped.")
    (checked,) = found.check_ins
    assert checked.before is not None
    assert checked.after is not None
    assert (round(checked.before.progress or 0, 4), checked.before.status) == (
        0.3929,
        Status.BEHIND,
    )
    assert (round(checked.after.progress or 0, 4), checked.after.status) == (
        0.9286,
        Status.ON_TRACK,
    )
    assert _parts(found) == ["check_ins", "effects"]
    (effect,) = found.effects
    assert (effect.team, effect.cycle) == ("growth", "2026-Q4")


def test_a_check_in_does_not_change_what_it_supports() -> None:
    parent = FIRST._replace(id="love", team="company")
    child = of(FIRST, supports=("company/love",))
    found = changes([parent, child], [parent, of(child, DAY7._replace(current=44.0))])
    assert [each.team for each in found.effects] == ["growth"]


def test_the_roots_own_objectives_are_told_with_their_team() -> None:
    parent = FIRST._replace(id="love", team="company")
    found = changes([parent], [of(parent, DAY7._replace(current=44.0))])
    assert [each.objective and each.objective.ref for each in found.effects] == [
        None,
        "company/love",
    ]


def test_what_was_eased_comes_first_and_says_whether_anybody_gave_a_reason() -> None:
    told = Revision(None, "target", 45, 40, "Traffic halved.")
    second = DAY7._replace(id="second", due=date(2026, 12, 1))
    before = of(FIRST, second._replace(due=None), DAY7)
    after = of(FIRST, second, DAY7._replace(target=40.0))
    found = changes([before], [after]).goalposts
    assert [(each.goalpost.kind, each.unexplained) for each in found] == [
        (Move.EASED, True),
        (Move.RESCHEDULED, True),
    ]
    explained = of(FIRST, second, DAY7._replace(target=40.0, revised=[told]))
    found = changes([before], [explained]).goalposts
    assert [(each.goalpost.reason, each.unexplained) for each in found] == [
        ("Traffic halved.", False),
        (None, True),
    ]


def test_nobody_owes_a_reason_before_the_cycle_begins() -> None:
    later = FIRST._replace(cycle="2027-Q1")
    found = changes([later], [of(later, DAY7._replace(target=40.0))]).goalposts
    assert [each.unexplained for each in found] == [False]


@pytest.mark.parametrize(
    ("fields", "parts"),
    [
        ({"confidence": 0.6}, ["check_ins"]),
        ({"blocker": "No consent banner"}, ["check_ins"]),
        ({"updated": date(2026, 11, 20)}, ["check_ins"]),
        ({"owner": "chi"}, ["links"]),
        ({"needs": ("platform/fast",)}, ["links"]),
        ({"kpi": "activation"}, ["links"]),
        ({"evidence": "https://metrics.example"}, ["fields"]),
        ({"stretch": 50.0}, ["fields"]),
        ({"title": "Shops come bakc"}, ["fields"]),
        ({"title": "Something else entirely"}, ["goalposts"]),
        ({"baseline": 30.0}, ["goalposts", "effects"]),
        ({"weight": 2.0}, ["goalposts"]),
        ({"close": Close("drop", why="The market moved")}, ["fates", "effects"]),
        ({"revised": (Revision(None, "target", 50, 45, "Late."),)}, ["fields"]),
    ],
)
def test_where_a_field_is_told(fields: dict[str, object], parts: Sequence[str]) -> None:
    assert _parts(_one(**fields)) == parts


@pytest.mark.parametrize(
    ("fields", "parts"),
    [
        ({"owner": "bo"}, ["links"]),
        ({"supports": ("company/x",)}, ["links"]),
        ({"standalone": "Regulatory"}, ["links"]),
        ({"pillar": "delight"}, ["links"]),
        ({"why": "Half of them never return."}, ["fields"]),
        ({"priority": 1.0}, ["fields"]),
        ({"initiatives": ("Wizard",)}, ["fields"]),
        ({"ambition": "aspirational"}, ["goalposts"]),
        ({"ambition": None}, ["fields"]),
        ({"title": "Nobody waits"}, ["goalposts"]),
        ({"close": Close("continue", 0.6)}, ["fates"]),
    ],
)
def test_where_a_field_of_an_objective_is_told(
    fields: dict[str, object], parts: Sequence[str]
) -> None:
    assert _parts(changes([FIRST], [of(FIRST, **fields)])) == parts


def _turns(found: Changes) -> list[tuple[str, str]]:
    return [(each.turn.value, each.key.ref) for each in found.fates]


def test_an_objective_that_comes_brings_its_key_results() -> None:
    assert _turns(changes([], [FIRST])) == [
        ("added", "growth/first-minute"),
        ("added", "growth/first-minute/day7"),
    ]


def test_a_draft_that_is_published_is_told_once_whatever_else_changed() -> None:
    draft = FIRST._replace(draft=True)
    other = of(FIRST, DAY7._replace(target=99.0), title="Something else")
    found = changes([draft], [other])
    assert _turns(found) == [
        ("published", "growth/first-minute"),
        ("published", "growth/first-minute/day7"),
    ]
    assert _parts(found) == ["fates", "effects"]


def test_what_changes_in_a_draft_is_no_goalpost_and_no_check_in() -> None:
    draft = FIRST._replace(draft=True)
    found = changes([draft], [of(draft, DAY7._replace(target=99.0, current=40.0), owner="bo")])
    assert _parts(found) == ["fields"]
    assert [each.field for each in found.fields] == ["owner", "target", "current"]


def test_a_renamed_objective_carries_its_key_results() -> None:
    after = FIRST._replace(id="first-hour", formerly=("first-minute",))
    old = FIRST.key._replace(key_result="day7")
    found = changes([FIRST], [after], {old._replace(objective="first-hour"): old})
    assert _turns(found) == [("renamed", "growth/first-hour")]
    assert _parts(found) == ["fates"]


def test_a_key_result_that_goes_elsewhere_is_moved_with_its_check_in() -> None:
    other = FIRST._replace(id="love", key_results=(DAY7._replace(id="x"),))
    moved = of(
        other, *other.key_results, DAY7._replace(current=40.0, formerly=("first-minute/day7",))
    )
    stays = of(FIRST, DAY7._replace(id="y"))
    before = of(FIRST, DAY7, DAY7._replace(id="y"))
    old = FIRST.key._replace(key_result="day7")
    found = changes([before, other], [stays, moved], {old._replace(objective="love"): old})
    assert _turns(found) == [("moved", "growth/love/day7")]
    assert [each.key.ref for each in found.check_ins] == ["growth/love/day7"]


def test_a_milestone_that_is_done_is_a_check_in() -> None:
    plan = KeyResult(
        "soc2", "Safe", Kind.MILESTONES, milestones=(Milestone("Gap"), Milestone("Report"))
    )
    done = plan._replace(
        milestones=(Milestone("Gap", done=date(2026, 10, 28)), Milestone("Report"))
    )
    found = changes([of(FIRST, plan)], [of(FIRST, done)])
    assert _parts(found) == ["check_ins", "effects"]


def test_a_cycle_that_nobody_knows_has_no_numbers() -> None:
    odd = FIRST._replace(cycle="someday")
    found = changes([odd], [of(odd, DAY7._replace(current=40.0))])
    assert [(each.before, each.after) for each in found.check_ins] == [(None, None)]
    assert _parts(found) == ["check_ins"]


def _workspace(before: State, after: State) -> list[tuple[str, str, object, object]]:
    found = changes(before, after).workspace
    return [(each.about, each.field, each.was, each.now) for each in found]


def test_settings_are_named_as_in_okr_toml() -> None:
    before = state(FIRST)
    after = state(FIRST, settings=Settings(status=Thresholds(behind=0.3), closing_days=7))
    assert _workspace(before, after) == [
        ("okr.toml", "closing_days", 14, 7),
        ("okr.toml", "status.behind", 0.25, 0.3),
    ]


def test_people_and_teams_that_come_go_or_change() -> None:
    teams = (*COMPANY.teams[:1], COMPANY.teams[1]._replace(lead="bo"), Team("care", "Care"))
    other = COMPANY._replace(vision="Every shop sells online", teams=teams, people=())
    assert _workspace(state(), state(organization=other)) == [
        ("the organization", "vision", None, "Every shop sells online"),
        ("team care", "", None, "Care"),
        ("team growth", "lead", "ana", "bo"),
        ("person ana", "", "Ana Silva", None),
    ]


def test_kpis_and_retrospectives() -> None:
    key = ("growth", "2026-Q4")
    before = state(kpis={"nps": Kpi("nps", current=30.0)})
    after = state(
        kpis={"nps": Kpi("nps", current=31.0)},
        retrospectives={key: Retrospective(went_well=("Weekly demo",))},
    )
    assert _workspace(before, after) == [
        ("KPI nps", "current", 30.0, 31.0),
        ("retrospective of growth, 2026-Q4", "went_well", None, ("Weekly demo",)),
    ]


def test_one_that_is_published_and_a_draft_at_once_is_published() -> None:
    one: Sequence[Objective] = [FIRST, FIRST._replace(draft=True, title="As it may become")]
    assert not changes(one, [FIRST])
