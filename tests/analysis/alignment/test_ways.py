"""Whether what objectives support leads on to the vision."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.alignment.ways import Way, Ways, pillars_served, supporters
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization
from tests.analysis.landscapes import ACME, DROP, goal, half, landscape

_TOP = goal("company/top", cycle="2026", pillar="delight")
_MID = goal("product/mid", ["top"])


def _ways(*objectives: Objective, organization: Organization = ACME) -> Ways:
    found = landscape(*objectives, organization=organization)
    return Ways(found.alignment, found.teams, listed=bool(organization.teams))


@pytest.mark.parametrize(
    ("objective", "way"),
    [
        (_TOP, Way.TOP),
        (goal("company/quarter"), Way.TOP),
        (_MID, Way.LINKED),
        (goal("growth/it", ["product/mid"]), Way.LINKED),
        (goal("growth/it", ["nothing", "product/mid/half"]), Way.LINKED),
        (goal("growth/it", standalone="The law asks for it"), Way.STANDALONE),
        (goal("growth/it"), Way.NOTHING),
        (goal("growth/it", ["nothing"]), Way.UNKNOWN),
        (goal("growth/it", ["product/gone"]), Way.GIVEN_UP),
        (goal("growth/it", ["product/lost"]), Way.DEAD_END),
        (goal("growth/it", ["growth/it"]), Way.CIRCLE),
    ],
)
def test_an_objective_stands_somewhere(objective: Objective, way: Way) -> None:
    others = [_TOP, _MID, goal("product/gone", ["top"], close=DROP), goal("product/lost")]
    kept = [each for each in others if each.key != objective.key]
    assert _ways(*kept, objective).way(objective.key) is way


def test_a_circle_that_something_leads_out_of_is_no_dead_end() -> None:
    one, two = goal("growth/one", ["two"]), goal("growth/two", ["one", "product/mid"])
    ways = _ways(_TOP, _MID, one, two)
    assert {ways.way(one.key), ways.way(two.key)} == {Way.LINKED}
    assert len(ways.circles) == 1


def test_a_key_result_that_was_given_up_leads_nowhere() -> None:
    mid = goal("product/mid", ["top"], [half(), half("gone", close=DROP)])
    it = goal("growth/it", ["product/mid/gone"])
    assert _ways(_TOP, mid, it).way(it.key) is Way.GIVEN_UP


def test_without_a_list_of_teams_the_top_is_what_only_others_support() -> None:
    up, it = goal("first/up"), goal("second/it", ["first/up"])
    ways = _ways(up, it, goal("third/odd"), organization=Organization())
    assert ways.has_top
    assert (ways.way(up.key), ways.way(it.key)) == (Way.TOP, Way.LINKED)
    assert ways.way(goal("third/odd").key) is Way.NOTHING
    assert not _ways(up, goal("third/odd"), organization=Organization()).has_top


def test_who_supports_it_is_of_another_team_or_time() -> None:
    part = goal("company/part", ["top"])
    same = goal("company/same", ["top"], cycle="2026")
    gone = goal("growth/gone", ["top"], close=DROP)
    links = landscape(_TOP, part, same, gone, _MID).alignment
    assert set(supporters(links, _TOP.key)) == {part.key, _MID.key}


def test_a_pillar_is_served_through_what_is_above() -> None:
    links = landscape(_TOP, _MID, goal("growth/it", ["product/mid"], pillar="own")).alignment
    assert list(pillars_served(links, goal("growth/it").key)) == ["own", "delight"]


@given(
    st.lists(st.lists(st.integers(0, 7), max_size=3), max_size=8), st.randoms(use_true_random=False)
)
def test_a_link_more_takes_nothing_off_its_way_and_order_has_no_part_in_it(
    supports: list[list[int]], order: Random
) -> None:
    made = [
        goal(f"growth/goal-{number}", [f"goal-{to}" if to else "company/top" for to in ends])
        for number, ends in enumerate(supports, 1)
    ]
    before = _ways(_TOP, *made)
    mixed = [_TOP, *made]
    order.shuffle(mixed)
    after = _ways(*mixed)
    assert all(before.way(each.key) is after.way(each.key) for each in made)
    for each in made:
        more = each._replace(supports=(*each.supports, "company/top"))
        ways = _ways(_TOP, *(more if one is each else one for one in made))
        assert ways.way(more.key) is Way.LINKED
        linked = [one for one in made if before.way(one.key) is Way.LINKED]
        assert all(ways.way(one.key) is Way.LINKED for one in linked)
