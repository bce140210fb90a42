"""The links between objectives: up and down, across teams and cycles, and where they go round."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.alignment.alignment import Alignment, Link
from okrcli.analysis.references import Resolver
from okrcli.model.cycle import Calendar
from okrcli.model.key_result import Close, KeyResult
from okrcli.model.objective import Objective
from okrcli.model.reference import Key

YEAR = Key("2026", "company", "year")
GOAL = Key("2026-Q4", "growth", "goal")
PART = Key("2026-Q4", "growth", "part")
DROP = Close("drop")


def _objective(
    key: Key, supports: Sequence[str] = (), needs: Sequence[str] = (), close: Close | None = None
) -> Objective:
    key_results = (KeyResult("one", needs=needs), KeyResult("two"))
    return Objective(
        key.objective, key.team, key.cycle, supports=supports, key_results=key_results, close=close
    )


def _alignment(*objectives: Objective) -> Alignment:
    keys = {each.key for each in objectives}
    keys |= {key._replace(key_result=name) for key in keys for name in ("one", "two")}
    return Alignment(objectives, Resolver(keys, Calendar()))


def _all(objective: Objective) -> bool:
    return bool(objective.id)


def test_links_lead_from_an_objective_to_what_it_supports_also_across_cycles() -> None:
    alignment = _alignment(
        _objective(YEAR),
        _objective(GOAL, ["company/year/two", "nothing"]),
        _objective(PART, ["growth/goal", "2026:company/year", "company/year/one"]),
    )
    assert alignment.supports == (
        Link(GOAL, YEAR._replace(key_result="two"), 0),
        Link(PART, GOAL, 0),
        Link(PART, YEAR, 1),
        Link(PART, YEAR._replace(key_result="one"), 2),
    )
    assert list(alignment.parents(PART)) == [GOAL, YEAR]
    assert list(alignment.children(YEAR)) == [GOAL, PART]
    assert [link.target.key_result for link in alignment.links_down[YEAR]] == ["two", None, "one"]
    assert list(alignment.above(PART)) == [GOAL, YEAR]
    assert list(alignment.below(YEAR)) == [GOAL, PART]
    assert not alignment.parents(YEAR)
    assert not alignment.children(PART)


def test_ways_end_in_a_circle_too() -> None:
    alignment = _alignment(_objective(GOAL, ["part", "goal"]), _objective(PART, ["goal"]))
    assert list(alignment.above(GOAL)) == [PART]
    assert list(alignment.below(GOAL)) == [PART]


def test_a_circle_of_support_is_told_by_its_links() -> None:
    alignment = _alignment(_objective(GOAL, ["part/one", "part"]), _objective(PART, ["goal"]))
    circle = alignment.support_circles(_all)
    assert [each.tangle for each in circle] == [{GOAL, PART}]
    assert list(circle[0].links) == [Link(GOAL, PART, 1), Link(PART, GOAL, 0)]
    assert not alignment.support_circles(lambda objective: objective.id != "part")


def test_who_needs_an_objective_needs_all_its_key_results() -> None:
    goal, part = (key._replace(key_result="one") for key in (GOAL, PART))
    alignment = _alignment(
        _objective(GOAL, needs=["growth/part"]), _objective(PART, needs=["growth/goal/one"])
    )
    (circle,) = alignment.need_circles(_all)
    assert list(circle.links) == [Link(goal, PART, 0), Link(part, goal, 0)]
    assert circle.tangle == {goal, PART, part}


def test_what_was_given_up_waits_for_nothing() -> None:
    dropped = _objective(PART, needs=["growth/goal/one"], close=DROP)
    alignment = _alignment(_objective(GOAL, needs=["growth/part"]), dropped)
    assert not alignment.need_circles(lambda objective: not objective.dropped)
    assert alignment.is_dropped(PART)
    assert alignment.is_dropped(PART._replace(key_result="one"))
    assert not alignment.is_dropped(GOAL)


def test_the_first_of_two_with_one_key_counts() -> None:
    alignment = _alignment(_objective(GOAL, ["part"]), _objective(GOAL), _objective(PART))
    assert len(alignment.objectives) == 2
    assert alignment.supports == (Link(GOAL, PART, 0),)


@given(st.lists(st.lists(st.integers(0, 7), max_size=3), min_size=1, max_size=8))
def test_up_and_down_are_the_same_links(supports: list[list[int]]) -> None:
    keys = [Key("2026", "growth", f"goal-{number}") for number in range(len(supports))]
    known = [[f"goal-{to}" for to in ends if to < len(keys)] for ends in supports]
    objectives = [_objective(key, ends) for key, ends in zip(keys, known, strict=True)]
    alignment = _alignment(*objectives)
    turned = _alignment(*objectives[::-1])
    assert len(alignment.supports) == sum(map(len, known))
    assert set(alignment.supports) == set(turned.supports)
    for key in keys:
        above = set(alignment.above(key))
        assert above == {other for other in keys if key in set(alignment.below(other))}
        assert above == set(turned.above(key))
