"""Risk spreads along dependencies, and a dependency more never lowers one."""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.alignment.doubts import Doubt, Promises
from okrcli.analysis.landscape.dependencies import Level, Trouble, Waits
from okrcli.model.key_result import Close, KeyResult, Kind
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from tests.analysis.landscapes import DROP, goal, half, landscape

_TEAMS = ("growth", "platform", "product")
_STATES: Sequence[Mapping[str, Any]] = (
    {},
    {"current": 10.0},
    {"current": 4.3},
    {"current": 1.0},
    {"close": DROP},
    {"close": Close("continue")},
    {"due": date(2026, 11, 30)},
    {"due": date(2026, 11, 20), "current": 2.0},
)


def _part(name: str, *needs: str, **more: Any) -> Objective:  # noqa: ANN401 - of any field
    return goal(f"{name}/goal", key_results=[half(needs=needs, **more)])


def _found(*objectives: Objective, drafts: Sequence[Objective] = ()) -> dict[str, list[str]]:
    """Write the risks of each link: the trouble, behind the teams on the way to it."""
    waits = Waits(landscape(*objectives, drafts=drafts))
    return {
        f"{link.holder.team} {link.target.team}": [
            " ".join([*(key.team for key in risk.way[1:]), risk.trouble])
            for risk in waits.risks(link)
        ]
        for link in waits.links.needs
    }


def test_what_is_needed_may_be_in_trouble_itself() -> None:
    holder = _part("growth", "platform/goal/half")
    assert _found(holder, _part("platform")) == {"growth platform": []}
    for more, trouble in (
        ({"current": 4.3}, "behind"),
        ({"current": 1.0}, "at-risk"),
        ({"close": DROP}, "dropped"),
        ({"close": Close("continue")}, "closed"),
        ({"due": date(2026, 11, 20)}, "closed"),
        ({"current": 10.0}, None),
    ):
        found = _found(holder, _part("platform", **more))
        assert found == {"growth platform": [trouble] if trouble else []}, more


def test_a_draft_is_no_promise() -> None:
    draft = _part("platform")._replace(draft=True)
    found = _found(_part("growth", "platform/goal"), drafts=[draft])
    assert found == {"growth platform": ["draft"]}


def test_risk_spreads_along_the_chain() -> None:
    found = _found(
        _part("growth", "platform/goal/half"),
        _part("platform", "product/goal"),
        _part("product", current=1.0),
    )
    assert found == {"growth platform": ["product at-risk"], "platform product": ["at-risk"]}


def test_a_day_is_in_conflict_along_the_chain() -> None:
    early = _part("growth", "platform/goal", due=date(2026, 12, 1))
    found = _found(early, _part("platform", "product/goal"), _part("product"))
    assert found["growth platform"] == ["late", "product late"]
    assert found["platform product"] == []


def test_the_day_by_which_it_can_be_there_is_that_of_all_it_waits_for() -> None:
    parts = [
        _part("growth", "platform/goal", due=date(2026, 12, 1)),
        _part("platform", "product/goal", due=date(2026, 11, 30)),
        _part("product", due=date(2026, 12, 9)),
    ]
    waits = Waits(landscape(*parts))
    assert [waits.ready(link) for link in waits.links.needs] == [date(2026, 12, 9)] * 2


def test_what_is_there_hangs_on_nothing_any_more() -> None:
    there = _part("platform", "product/goal", current=10.0)
    assert _found(_part("growth", "platform/goal"), there, _part("product", current=1.0)) == {
        "growth platform": [],
        "platform product": ["at-risk"],
    }


def test_what_was_given_up_passes_nothing_on() -> None:
    gone = _part("platform", "product/goal", close=DROP)
    found = _found(_part("growth", "platform/goal"), gone, _part("product", current=1.0))
    assert found["growth platform"] == ["dropped"]


def test_a_circle_is_told_once_for_each_link_and_ends() -> None:
    assert _found(_part("growth", "platform/goal"), _part("platform", "growth/goal")) == {
        "growth platform": ["circle"],
        "platform growth": ["circle"],
    }


def test_who_needs_an_objective_waits_for_all_that_is_open_in_it() -> None:
    parts = [half("one", needs=("product/goal",)), half("two", current=10.0, needs=("gone/goal",))]
    found = _found(
        _part("growth", "platform/goal"),
        goal("platform/goal", key_results=parts),
        _part("product", current=1.0),
        _part("gone", close=DROP),
    )
    assert found["growth platform"] == ["product at-risk"]


def test_a_bound_is_reached_only_at_its_end() -> None:
    kept = KeyResult("half", "Kept", Kind.MAINTAIN, at_least=1.0, current=2.0)
    late = [_part("growth", "platform/goal", due=date(2026, 12, 1)), goal("platform/goal")]
    known = landscape(late[0], late[1]._replace(key_results=(kept,)))
    promises = Promises(known.alignment, known.goals.settings.calendar)
    (link,) = known.alignment.needs
    assert list(promises.doubts(link)) == [Doubt.LATE]


Needs = Mapping[str, Sequence[str]]


def _levels(
    needs: Mapping[int, frozenset[int]], states: Sequence[int], order: Random
) -> dict[tuple[Key, Key], Level]:
    made = [
        goal(
            f"{_TEAMS[at % 3]}/goal-{at}",
            key_results=[
                half(
                    needs=[f"{_TEAMS[to % 3]}/goal-{to}" for to in sorted(needs.get(at, ()))]
                )._replace(**_STATES[state])
            ],
        )
        for at, state in enumerate(states)
    ]
    order.shuffle(made)
    waits = Waits(landscape(*made))
    return {
        (link.holder, link.target): max(
            (risk.trouble.level for risk in waits.risks(link)), default=Level.FINE
        )
        for link in waits.links.needs
    }


_GRAPHS = st.integers(2, 7).flatmap(
    lambda size: st.tuples(
        st.dictionaries(
            st.integers(0, size - 1), st.frozensets(st.integers(0, size - 1), max_size=3)
        ),
        st.lists(st.integers(0, len(_STATES) - 1), min_size=size, max_size=size),
        st.integers(0, size - 1),
        st.integers(0, size - 1),
    )
)


@given(_GRAPHS, st.randoms(use_true_random=False))
def test_a_dependency_more_never_lowers_a_risk_and_order_has_no_part_in_it(
    graph: tuple[Mapping[int, frozenset[int]], Sequence[int], int, int], order: Random
) -> None:
    needs, states, holder, target = graph
    before = _levels(needs, states, order)
    assert _levels(needs, states, order) == before
    more = {**needs, holder: needs.get(holder, frozenset()) | {target}}
    after = _levels(more, states, order)
    assert all(after[link] >= level for link, level in before.items())


def test_the_gravest_trouble_comes_first() -> None:
    levels = [trouble.level for trouble in Trouble]
    assert levels == sorted(levels, reverse=True)
    assert set(levels) == {Level.BROKEN, Level.RISK, Level.WATCH}
