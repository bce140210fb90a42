"""Each objective at one place; what random companies must never break."""

from collections import Counter
from collections.abc import Mapping
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.landscape.cascade import Cascade
from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.landscape.tree import ObjectiveLine, Tree
from okrcli.analysis.landscape.tree_report import tree
from okrcli.analysis.landscape.tree_selection import Wanted, cascade, members
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from tests.analysis.cascades import CYCLE, companies, goal, key, landscape

ALL = Wanted(frozenset({CYCLE}))


def placed(found: Landscape) -> Cascade:
    return cascade(found, members(found, ALL), None)


def drawn(company: Mapping[str, Objective], wanted: Wanted = ALL) -> Tree:
    return tree(landscape(company.values()), [], wanted)


def keys(found: Tree) -> list[Key]:
    return [line.key for line in found.objectives()]


def test_the_first_reference_that_leads_on_is_the_place() -> None:
    found = placed(
        landscape(
            [
                goal("company/a"),
                goal("company/b"),
                goal("growth/c", "nowhere/x", "company/b/two", "company/a"),
            ]
        )
    )
    place = found.places[key("growth/c")]
    assert place is not None
    assert place.target == key("company/b/two")
    assert found.below(key("company/b/two")) == [key("growth/c")]
    assert found.below(key("company/a")) == ()
    assert found.tops == [key("company/a"), key("company/b")]


def test_of_a_circle_the_highest_stays_above() -> None:
    found = placed(
        landscape(
            [
                goal("growth/low", "product/mid"),
                goal("product/mid", "company/top"),
                goal("company/top", "growth/low"),
            ]
        )
    )
    assert found.tops == [key("company/top")]
    assert found.circles == [[key("company/top"), key("growth/low"), key("product/mid")]]
    assert [(link.holder, link.target) for link in found.cut] == [
        (key("company/top"), key("growth/low"))
    ]
    assert list(found.above(key("growth/low"))) == [key("product/mid"), key("company/top")]


def test_what_supports_itself_stands_where_it_stood() -> None:
    found = placed(landscape([goal("company/a", "company/a"), goal("growth/b", "growth/b/one")]))
    assert found.tops == [key("company/a"), key("growth/b")]
    assert len(found.cut) == 2


@given(companies())
def test_a_company_without_circles_comes_out_with_every_link_once(
    company: Mapping[str, Objective],
) -> None:
    found = drawn(company)
    links = landscape(company.values()).alignment.supports
    told = [(edge.link.holder, edge.link.target) for edge in found.edges]
    assert Counter(told) == Counter({(link.holder, link.target) for link in links})
    lines = list(found.objectives())
    assert sum(edge.drawn for edge in found.edges) == sum(
        line.beneath is not None for line in lines
    )
    for line in lines:
        told_of = [edge.link.target for edge in found.edges if edge.link.holder == line.key]
        assert {*line.also, *([line.beneath] if line.beneath else [])} == set(told_of)


@given(companies(circles=True))
def test_with_circles_each_objective_is_drawn_once_and_beneath_what_it_supports(
    company: Mapping[str, Objective],
) -> None:
    found = drawn(company)
    assert Counter(keys(found)) == Counter(each.key for each in company.values())
    seen: set[Key] = set()
    for line in found.lines():
        if isinstance(line, ObjectiveLine) and line.beneath is not None:
            assert line.beneath in seen
            assert line.beneath in [edge.link.target for edge in found.edges]
        seen.add(line.key)
    for circle in found.circles:
        links = {(edge.link.holder, edge.link.target.of_objective) for edge in found.edges}
        assert set(zip(circle, [*circle[1:], circle[0]], strict=True)) <= links


@given(companies(circles=True), st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing(
    company: Mapping[str, Objective], random: Random
) -> None:
    objectives = list(company.values())
    shuffled = objectives.copy()
    random.shuffle(shuffled)
    assert tree(landscape(shuffled), [], ALL) == tree(landscape(objectives), [], ALL)


@given(companies(circles=True))
def test_up_and_down_are_inverse(company: Mapping[str, Objective]) -> None:
    def found(wanted: Wanted) -> set[Key]:
        return set(keys(drawn(company, wanted)))

    goals = [one.key for one in company.values()]
    down = {one: found(ALL._replace(about=one)) for one in goals}
    for one in goals:
        assert one in down[one]
        assert found(ALL._replace(up=one)) == {other for other in goals if one in down[other]}


def test_a_chain_of_thousands_is_no_trouble() -> None:
    chain = [goal("growth/o0")]
    chain += [goal(f"growth/o{number}", f"growth/o{number - 1}") for number in range(1, 3000)]
    found = tree(landscape(chain), [], ALL)
    assert max(line.level for line in found.lines()) == 3000
