"""Ways: whether what an objective supports leads on to the vision, and who supports whom."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property

from okrcli.analysis.alignment.alignment import Alignment, Circle
from okrcli.analysis.teams import TeamTree
from okrcli.model.objective import Objective
from okrcli.model.reference import Key


class Way(StrEnum):
    """Where an objective stands between the vision and the work."""

    TOP = "top"  # of the root team: it serves the vision itself
    LINKED = "linked"  # what it supports leads on to the top
    STANDALONE = "standalone"  # it says why it supports nothing
    NOTHING = "supports-nothing"
    UNKNOWN = "unknown-reference"  # nothing that it supports can be found
    GIVEN_UP = "given-up"  # all that it supports was dropped or deferred
    CIRCLE = "circle"
    DEAD_END = "dead-end"  # what it supports leads nowhere itself

    @property
    def counts(self) -> bool:
        """Tell whether it is in the share: the top is the goal, who stands alone goes nowhere."""
        return self not in {Way.TOP, Way.STANDALONE}


class Ways:
    """The ways up from all objectives; those that were dropped and drafts lead nowhere.

    The top is what the root team has. Where no file lists teams and there are several, it is what
    supports nothing and is supported by another team.
    """

    def __init__(self, alignment: Alignment, teams: TeamTree, *, listed: bool) -> None:
        """Take the links and the teams; `listed` tells whether a file lists them."""
        self._alignment = alignment
        self._teams = teams
        self._listed = listed

    def way(self, key: Key) -> Way:
        """Tell where a live objective stands."""
        objective = self._alignment.objectives[key]
        if self._is_top(key, objective):
            return Way.TOP
        if key in self._reached:
            return Way.LINKED
        if not objective.supports:
            return Way.STANDALONE if objective.standalone else Way.NOTHING
        links = self._alignment.links_up.get(key, ())
        if not links:
            return Way.UNKNOWN
        if all(self._alignment.is_dropped(link.target) for link in links):
            return Way.GIVEN_UP
        return Way.CIRCLE if any(key in each.tangle for each in self.circles) else Way.DEAD_END

    @cached_property
    def circles(self) -> Sequence[Circle]:
        """Give the circles of support among what is live."""
        return self._alignment.support_circles(is_live)

    @cached_property
    def has_top(self) -> bool:
        """Tell whether anything is at the top, so that ways can lead anywhere."""
        return bool(self._tops)

    @cached_property
    def _tops(self) -> Sequence[Key]:
        known = self._alignment.objectives.items()
        return [key for key, each in known if is_live(each) and self._is_top(key, each)]

    @cached_property
    def _reached(self) -> set[Key]:
        """Give what ways lead down to from the top."""
        reached = set(self._tops)
        ahead: Iterable[Key] = self._tops
        while ahead:
            found = {key for one in ahead for key in self._live_children(one)}
            ahead = found - reached
            reached |= found
        return reached

    def _live_children(self, key: Key) -> Iterator[Key]:
        """Yield what supports an objective, or a key result of it that was not given up."""
        for link in self._alignment.links_down.get(key, ()):
            live = is_live(self._alignment.objectives[link.holder])
            if live and not self._alignment.is_dropped(link.target):
                yield link.holder

    def _is_top(self, key: Key, objective: Objective) -> bool:
        if self._teams.is_root(key.team):
            return True
        if self._listed or objective.supports or objective.standalone:
            return False
        return any(child.team != key.team for child in self._live_children(key))


def is_live(objective: Objective) -> bool:
    """Tell whether an objective counts: no draft, neither dropped nor deferred."""
    return not (objective.draft or objective.dropped)


def supporters(alignment: Alignment, key: Key) -> Iterator[Key]:
    """Yield what counts and serves an objective, in a part of its time or for another team."""
    for child in alignment.children(key):
        elsewhere = (child.team, child.cycle) != (key.team, key.cycle)
        if elsewhere and is_live(alignment.objectives[child]):
            yield child


def pillars_served(alignment: Alignment, key: Key) -> Iterator[str]:
    """Yield the pillars that an objective serves: its own, and those of what it leads up to."""
    for each in (key, *alignment.above(key)):
        pillar = alignment.objectives[each].pillar
        if pillar:
            yield pillar
