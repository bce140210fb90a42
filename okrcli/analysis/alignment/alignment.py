"""Alignment: who works for what, and who waits for whom.

Two kinds of links connect the objectives of all teams and cycles. An objective `supports`
objectives or key results; these links lead up, and several may lead from one. A key result `needs`
objectives or key results. Both are read once, and followed from here by everything that asks.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from okrcli.analysis.alignment.circles import shortest_circle, tangles
from okrcli.analysis.references import Resolver
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.reference import Key

T = TypeVar("T")
Counts = Callable[[Objective], bool]
Waits = Callable[[Key], bool]


class Link(NamedTuple):
    """A reference that names something: who gives it, what it names, its position in its list."""

    holder: Key
    target: Key
    position: int


class Circle(NamedTuple):
    """A way that leads back to its beginning, and all that is tangled up with it."""

    links: Sequence[Link]
    tangle: frozenset[Key]


class Alignment:
    """The links between objectives, in the order in which those are given.

    What a reference names is looked up among everything that the resolver knows; a link to what is
    not among the objectives is left out. Of two objectives with one key the first counts.
    """

    def __init__(self, objectives: Iterable[Objective], resolver: Resolver) -> None:
        """Keep the objectives and what finds the targets of their references."""
        self.objectives: dict[Key, Objective] = {}
        for objective in objectives:
            self.objectives.setdefault(objective.key, objective)
        self._resolver = resolver

    @cached_property
    def supports(self) -> Sequence[Link]:
        """Give the links up, each from an objective."""
        return tuple(
            link
            for key, objective in self.objectives.items()
            for link in self._links(key, objective.supports)
        )

    @cached_property
    def needs(self) -> Sequence[Link]:
        """Give the dependencies, each of a key result."""
        return tuple(
            link
            for key, key_result in self.key_results.items()
            for link in self._links(key, key_result.needs)
        )

    @cached_property
    def key_results(self) -> Mapping[Key, KeyResult]:
        """Give the key results by their keys."""
        found: dict[Key, KeyResult] = {}
        for key, objective in self.objectives.items():
            for key_result in objective.key_results:
                if key_result.id:
                    found.setdefault(key._replace(key_result=key_result.id), key_result)
        return found

    @cached_property
    def links_up(self) -> Mapping[Key, Sequence[Link]]:
        """Give, by objective, its links to what it supports."""
        return _grouped(self.supports, lambda link: link.holder)

    @cached_property
    def links_down(self) -> Mapping[Key, Sequence[Link]]:
        """Give, by objective, the links of what supports it or one of its key results."""
        return _grouped(self.supports, lambda link: link.target.of_objective)

    def parents(self, key: Key) -> Sequence[Key]:
        """Give the objectives that an objective supports, in its order, each once."""
        links = self.links_up.get(key, ())
        return tuple(dict.fromkeys(link.target.of_objective for link in links))

    def children(self, key: Key) -> Sequence[Key]:
        """Give the objectives that support an objective or one of its key results."""
        return tuple(dict.fromkeys(link.holder for link in self.links_down.get(key, ())))

    def above(self, key: Key) -> Iterator[Key]:
        """Yield everything on an objective's ways up, the nearest first, and never itself."""
        return _onward(key, self.parents)

    def below(self, key: Key) -> Iterator[Key]:
        """Yield everything whose ways up lead through an objective, the nearest first."""
        return _onward(key, self.children)

    def is_dropped(self, key: Key) -> bool:
        """Tell whether an objective or a key result was dropped or deferred."""
        close = self.key_results[key].close if key.key_result else None
        dropped = close is not None and close.drops
        return dropped or self.objectives[key.of_objective].dropped

    def support_circles(self, counts: Counts) -> list[Circle]:
        """Find where objectives support one another, among those that count."""
        graph = {key: self.parents(key) for key in self.objectives if counts(self.objectives[key])}
        return list(_circles(graph, self.supports, lambda link: link.target.of_objective))

    def need_circles(self, counts: Counts, waits: Waits = lambda _: True) -> list[Circle]:
        """Find where key results wait for one another, among those of objectives that count.

        Who needs an objective needs all of its key results that were not given up. `waits` may
        leave out key results that wait for nothing any more.
        """
        waiting = _grouped(self.needs, lambda link: link.holder)
        graph: dict[Key, Sequence[Key]] = {
            key: [link.target for link in links]
            for key, links in waiting.items()
            if counts(self.objectives[key.of_objective]) and not self.is_dropped(key) and waits(key)
        }
        graph.update(_grouped(tuple(graph), lambda key: key.of_objective))
        return list(_circles(graph, self.needs, lambda link: link.target))

    def _links(self, holder: Key, references: Sequence[str]) -> Iterator[Link]:
        for position, text in enumerate(references):
            target = self._resolver.resolve(text, holder.cycle).key
            if target is not None and target.of_objective in self.objectives:
                yield Link(holder, target, position)


def _circles(
    graph: Mapping[Key, Sequence[Key]], links: Sequence[Link], end: Callable[[Link], Key]
) -> Iterator[Circle]:
    """Yield a circle of each tangle; its links are the arrows that are links and not parts."""
    for tangle in tangles(graph):
        way = shortest_circle(graph, tangle[0])
        known = {(link.holder, end(link)): link for link in reversed(links)}
        steps = zip(way, (*way[1:], way[0]), strict=True)
        yield Circle([known[step] for step in steps if step in known], frozenset(tangle))


def _onward(start: Key, step: Callable[[Key], Sequence[Key]]) -> Iterator[Key]:
    seen = {start}
    ahead: Sequence[Key] = [start]
    while ahead:
        found = dict.fromkeys(key for one in ahead for key in step(one))
        ahead = [key for key in found if key not in seen]
        seen.update(ahead)
        yield from ahead


def _grouped(items: Iterable[T], key: Callable[[T], Key]) -> dict[Key, list[T]]:
    groups: dict[Key, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(groups)
