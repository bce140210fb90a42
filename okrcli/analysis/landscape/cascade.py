"""The cascade: each objective at one place beneath what it supports, with circles cut open.

An objective hangs beneath the first of its `supports` that leads to another one of the cascade; its
other links are known, and drawn nowhere. Where objectives support one another in a circle, the
highest of them stays above: its links into the circle are cut, and so is each link that does not
lead nearer to it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from okrcli.analysis.alignment.alignment import Link
from okrcli.analysis.alignment.circles import shortest_circle, tangles
from okrcli.model.reference import Key

Rank = Callable[[Key], tuple[float | str, ...]]
Links = Mapping[Key, Sequence[Link]]


class Cascade:
    """Objectives by their places; lists are in the order of a rank.

    `links` holds, by objective, its links to others among these. `height` is a rank, too: the
    lowest names the one that stays above where a circle is cut.
    """

    def __init__(self, links: Links, rank: Rank, height: Rank) -> None:
        """Find the place of each objective."""
        self.links: Links = {key: _each_once(links[key]) for key in sorted(links, key=rank)}
        self._height = height
        self.circles: list[Sequence[Key]] = []
        self.cut: set[Link] = set()
        self._cut_circles()
        self.places = {key: self._place(key) for key in self.links}
        self.tops = [key for key, place in self.places.items() if place is None]
        self._below: dict[Key, list[Key]] = {}
        for key, place in self.places.items():
            if place is not None:
                self._below.setdefault(place.target, []).append(key)

    def below(self, key: Key) -> Sequence[Key]:
        """Give what hangs directly beneath an objective or a key result."""
        return self._below.get(key, ())

    def above(self, key: Key) -> Iterator[Key]:
        """Yield the objectives over an objective's place, the nearest first."""
        place = self.places[key]
        while place is not None:
            yield place.target.of_objective
            place = self.places[place.target.of_objective]

    def _place(self, key: Key) -> Link | None:
        return next((link for link in self.links[key] if link not in self.cut), None)

    def _cut_circles(self) -> None:
        graph = {
            key: [link.target.of_objective for link in links] for key, links in self.links.items()
        }
        for tangle in tangles(graph):
            top = min(tangle, key=self._height)
            self.circles.append(shortest_circle(graph, top))
            order = self._from_above(top, set(tangle))
            self.cut.update(
                link
                for key in tangle
                for link in self.links[key]
                if (target := link.target.of_objective) in order and order[target] >= order[key]
            )

    def _from_above(self, top: Key, tangle: set[Key]) -> dict[Key, tuple[int, object]]:
        """Order what is tangled up by its distance from the top, and then by height."""
        below: dict[Key, list[Key]] = {}
        for key in tangle:
            for link in self.links[key]:
                below.setdefault(link.target.of_objective, []).append(key)
        found, ahead, steps = {top: 0}, [top], 0
        while ahead:
            steps += 1
            ahead = list(dict.fromkeys(low for key in ahead for low in below.get(key, ())))
            ahead = [key for key in ahead if key not in found]
            found.update(dict.fromkeys(ahead, steps))
        return {key: (distance, self._height(key)) for key, distance in found.items()}


def _each_once(links: Sequence[Link]) -> Sequence[Link]:
    """Leave out what an objective names a second time."""
    found: dict[Key, Link] = {}
    for link in links:
        found.setdefault(link.target, link)
    return list(found.values())
