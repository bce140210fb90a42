"""Circles are found wherever they are, whatever the order of the graph."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.alignment.circles import shortest_circle, tangles

Graph = Mapping[int, Sequence[int]]

GRAPHS = st.integers(1, 9).flatmap(
    lambda size: st.fixed_dictionaries(
        {node: st.lists(st.integers(0, size + 1), max_size=3) for node in range(size)}
    )
)


def _reached(graph: Graph, start: int) -> set[int]:
    found: set[int] = set()
    ahead = list(graph[start])
    while ahead:
        node = ahead.pop()
        if node in graph and node not in found:
            found.add(node)
            ahead.extend(graph[node])
    return found


@given(GRAPHS)
def test_a_tangle_is_what_reaches_itself_and_one_another(graph: Graph) -> None:
    reached = {node: _reached(graph, node) for node in graph}
    expected = {
        frozenset(other for other in reached[node] if node in reached[other])
        for node in graph
        if node in reached[node]
    }
    found = tangles(graph)
    assert {frozenset(part) for part in found} == expected
    order = list(graph).index
    in_order = (sorted(part, key=order) for part in found)
    assert found == sorted(in_order, key=lambda part: order(part[0]))


@given(GRAPHS, st.randoms(use_true_random=False))
def test_the_order_of_a_graph_changes_no_tangle(graph: Graph, dice: object) -> None:
    nodes = list(graph)
    getattr(dice, "shuffle")(nodes)  # noqa: B009 - hypothesis gives it no type
    turned = {node: graph[node][::-1] for node in nodes}
    assert set(map(frozenset, tangles(turned))) == set(map(frozenset, tangles(graph)))


@given(GRAPHS)
def test_the_shortest_circle_is_one_and_begins_where_it_was_asked_for(graph: Graph) -> None:
    for node in graph:
        way = shortest_circle(graph, node)
        assert list(way[:1]) == ([node] if node in _reached(graph, node) else [])
        assert all(end in graph[start] for start, end in pairwise([*way, *way[:1]]))


@pytest.mark.parametrize(
    ("graph", "way"),
    [
        ({0: [1, 2], 1: [2], 2: [0]}, [0, 2]),
        ({0: [0, 1], 1: [0]}, [0]),
        ({0: [1], 1: [2], 2: [1]}, []),
        ({0: [7]}, []),
    ],
)
def test_shortest_circles(graph: Graph, way: Sequence[int]) -> None:
    assert list(shortest_circle(graph, 0)) == way


def test_depth_is_no_limit() -> None:
    many = 50_000
    graph = {node: [(node + 1) % many] for node in range(many)}
    assert tangles(graph) == [list(range(many))]
    assert len(shortest_circle(graph, 0)) == many
