"""The order of the cascade: by cycle, team, priority, and the place in the files."""

from collections.abc import Collection, Hashable, Iterable
from datetime import date
from typing import TypeVar

from okrcli.analysis.landscape.landscape import Landscape
from okrcli.model.reference import Key

N = TypeVar("N", bound=Hashable)


class CascadeOrder:
    """Ranks objectives: as brothers are read, and as who stays above where a circle is cut."""

    def __init__(self, landscape: Landscape, keys: Collection[Key]) -> None:
        """Rank some objectives of a landscape."""
        self._landscape = landscape
        self._objectives = landscape.alignment.objectives
        self._cycles = _places(sorted({key.cycle for key in keys}, key=self._cycle))
        listed = [team.id for team in landscape.goals.organization.cascade()]
        self._teams = _places([*listed, *sorted({key.team for key in keys} - set(listed))])
        self._files = _places(self._objectives)

    def rank(self, key: Key) -> tuple[float, ...]:
        """Rank brothers: the longest of the earliest cycles first, teams down their own tree."""
        priority = self._objectives[key].priority
        return (
            self._cycles[key.cycle],
            self._teams[key.team],
            float("inf") if priority is None else priority,
            self._files[key],
        )

    def height(self, key: Key) -> tuple[float | str, ...]:
        """Rank by who is above: the higher team, then the longer cycle, then by name."""
        teams = self._landscape.teams
        above = sum(1 for _ in teams.above(key.team)) if teams.knows(key.team) else float("inf")
        return above, self._cycles[key.cycle], *key[:3]

    def _cycle(self, name: str) -> tuple[date, int, str]:
        cycle = self._landscape.goals.settings.calendar.cycle(name)
        if cycle is None:
            return date.max, 0, name
        return cycle.start, -cycle.period.days, name


def _places(names: Iterable[N]) -> dict[N, int]:
    return {name: place for place, name in enumerate(names)}
