"""Circles in a directed graph: where following the arrows leads back to where one was."""

from collections import deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

N = TypeVar("N", bound=Hashable)


def tangles(graph: Mapping[N, Sequence[N]]) -> list[Sequence[N]]:
    """Give the parts of a graph in which everything leads to everything, in the graph's order.

    A node alone is one where an arrow leads from it to itself. Arrows to what is no node of the
    graph lead nowhere.
    """
    order = {node: number for number, node in enumerate(graph)}
    search = _Search(graph)
    parts = [sorted(part, key=order.__getitem__) for node in graph for part in search.parts(node)]
    knots = (part for part in parts if len(part) > 1 or part[0] in graph[part[0]])
    return sorted(knots, key=lambda part: order[part[0]])


def shortest_circle(graph: Mapping[N, Sequence[N]], start: N) -> Sequence[N]:
    """Give the nodes of the shortest way from a node back to it, the first arrows first.

    Empty where there is none.
    """
    came_from: dict[N, N] = {}
    ahead = deque([start])
    while ahead:
        node = ahead.popleft()
        for target in graph[node]:
            if target == start:
                return _way(came_from, start, node)
            if target in graph and target not in came_from:
                came_from[target] = node
                ahead.append(target)
    return ()


def _way(came_from: Mapping[N, N], start: N, end: N) -> Sequence[N]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


class _Search(Generic[N]):
    """Tarjan's search for strongly connected parts (1972), without recursion."""

    def __init__(self, graph: Mapping[N, Sequence[N]]) -> None:
        self._graph = graph
        self._numbers: dict[N, int] = {}
        self._lowest: dict[N, int] = {}
        self._open: dict[N, None] = {}  # a stack that knows what is in it

    def parts(self, root: N) -> Iterator[list[N]]:
        """Yield the parts that can be reached from a node and were not yielded before."""
        if root in self._numbers:
            return
        way = [(root, self._enter(root))]
        while way:
            node, targets = way[-1]
            unseen = self._next_unseen(node, targets)
            if unseen is not None:
                way.append((unseen, self._enter(unseen)))
                continue
            way.pop()
            if way:
                above = way[-1][0]
                self._lowest[above] = min(self._lowest[above], self._lowest[node])
            if self._lowest[node] == self._numbers[node]:
                yield self._take_from(node)

    def _enter(self, node: N) -> Iterator[N]:
        self._numbers[node] = self._lowest[node] = len(self._numbers)
        self._open[node] = None
        return iter(self._graph[node])

    def _next_unseen(self, node: N, targets: Iterator[N]) -> N | None:
        for target in targets:
            if target in self._graph and target not in self._numbers:
                return target
            if target in self._open:
                self._lowest[node] = min(self._lowest[node], self._numbers[target])
        return None

    def _take_from(self, node: N) -> list[N]:
        part: list[N] = []
        while not part or part[-1] != node:
            part.append(self._open.popitem()[0])
        return part
