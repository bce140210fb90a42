"""What a reference names: the format's rules for short references, in one place."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from okrcli.analysis.spelling import near
from okrcli.model.cycle import Calendar, Cycle
from okrcli.model.reference import Key, Reference, parse_reference

MOST_SUGGESTED = 3


class Resolution(NamedTuple):
    """What a reference names: `key`; or nothing, and `close` may have been meant; or several.

    `close` are references as they would be written in the place of the wrong one.
    """

    key: Key | None = None
    close: Sequence[str] = ()
    candidates: Sequence[Key] = ()

    @property
    def found(self) -> bool:
        """Tell whether it names exactly one thing."""
        return self.key is not None

    @property
    def ambiguous(self) -> bool:
        """Tell whether it names several things."""
        return bool(self.candidates)


class Resolver:
    """Resolves references within a workspace; its indexes are built once, and it remembers."""

    def __init__(self, keys: Collection[Key], calendar: Calendar) -> None:
        """Index everything that can be referred to."""
        self._calendar = calendar
        self._keys = frozenset(keys)
        self._cycles = sorted({key.cycle for key in self._keys})
        self._by_objective: dict[str, list[Key]] = defaultdict(list)
        for key in sorted(self._keys, key=_order):
            if key.key_result is None:
                self._by_objective[key.objective].append(key)
        self._circles: dict[str, Sequence[Sequence[str]]] = {}
        self._resolved: dict[tuple[str, str], Resolution] = {}

    def resolve(self, text: str, cycle: str) -> Resolution:
        """Find what a reference written in a cycle names.

        Without a cycle of its own it is looked for in the same cycle, then in the cycles that
        contain it, nearest first. Without a team it must name one objective in all of these.
        """
        if (text, cycle) not in self._resolved:
            self._resolved[text, cycle] = self._resolve(text, cycle)
        return self._resolved[text, cycle]

    def _resolve(self, text: str, cycle: str) -> Resolution:
        reference = parse_reference(text)
        if reference is None:
            return Resolution(close=self._close(text, cycle))
        circles = self._circles_of(cycle) if reference.cycle is None else ((reference.cycle,),)
        if reference.team is None:
            found = self._named(reference.objective, circles)
        else:
            found = self._placed(reference, reference.team, circles)
        if len(found) == 1:
            return Resolution(found[0])
        return Resolution(candidates=found) if found else Resolution(close=self._close(text, cycle))

    def resolve_in(
        self, text: str, cycles: Sequence[str], last: Mapping[Key, Key] | None = None
    ) -> Resolution:
        """Find what somebody names who has some cycles in mind, and who may be brief.

        The end of a reference is enough where only one ends so: `first-minute/day7`, or `day7`.
        `last` gives the last id for one that something had before. What may have been meant is
        written as from within one of the cycles.
        """
        found: dict[Key, None] = {}
        close: Sequence[str] = ()
        now = last or {}
        for cycle in cycles:
            resolution = self.resolve(text, cycle)
            keys = resolution.candidates if resolution.key is None else [resolution.key]
            found |= {now.get(key, key): None for key in keys}
            close = close or resolution.close
        found = found or {now.get(key, key): None for key in self._ending(text, cycles)}
        if len(found) == 1:
            return Resolution(next(iter(found)))
        return Resolution(candidates=tuple(found), close=() if found else close)

    def _ending(self, text: str, cycles: Sequence[str]) -> Sequence[Key]:
        here = sorted((key for key in self._keys if key.cycle in cycles), key=_order)
        return [key for key in here if key.ref.endswith(f"/{text}")]

    def _named(self, objective: str, circles: Sequence[Sequence[str]]) -> Sequence[Key]:
        names = {name for circle in circles for name in circle}
        return [key for key in self._by_objective.get(objective, ()) if key.cycle in names]

    def _placed(
        self, reference: Reference, team: str, circles: Sequence[Sequence[str]]
    ) -> Sequence[Key]:
        tail = (team, reference.objective, reference.key_result)
        for circle in circles:
            found = [key for name in circle if (key := Key(name, *tail)) in self._keys]
            if found:
                return found
        return []

    def _circles_of(self, cycle: str) -> Sequence[Sequence[str]]:
        if cycle not in self._circles:
            self._circles[cycle] = tuple(self._widening(cycle))
        return self._circles[cycle]

    def _widening(self, name: str) -> Iterator[Sequence[str]]:
        """Yield a cycle, then the cycles that contain it, those of equal length together."""
        yield (name,)
        cycle = self._calendar.cycle(name)
        if cycle is None:
            return
        known = (self._calendar.cycle(other) for other in self._cycles)
        around = [other for other in known if other is not None and other.contains(cycle)]
        for _, circle in groupby(sorted(around, key=_days), key=_days):
            yield tuple(other.name for other in circle)

    def _close(self, text: str, cycle: str) -> Sequence[str]:
        """Suggest what has the same end in another place, else what is spelt alike."""
        written = "-".join(text.casefold().rpartition(":")[2].split())

        def ranked(keys: Iterable[Key]) -> Sequence[Key]:
            return sorted(keys, key=lambda key: (key.cycle != cycle, _order(key)))

        fitting = ranked(_with_end(written, self._keys)) or _alike(written, ranked(self._keys))
        return [key.seen_from(cycle) for key in fitting[:MOST_SUGGESTED]]


def _with_end(written: str, keys: Collection[Key]) -> Sequence[Key]:
    """Choose the keys that end as a text does, those of its depth before others."""
    last = "/" + written.rpartition("/")[2]
    deep = written.count("/") > 1
    alike = [key for key in keys if f"/{key.key_result or key.objective}".endswith(last)]
    return [key for key in alike if (key.key_result is not None) == deep] or alike


def _alike(written: str, keys: Sequence[Key]) -> Sequence[Key]:
    """Choose the keys that are spelt much like a text, which may be an objective's id alone."""
    if "/" not in written:
        keys = [key for key in keys if key.key_result is None]
    names = [key.ref if "/" in written else key.objective for key in keys]
    close = near(written, names, MOST_SUGGESTED)
    return [key for key, name in zip(keys, names, strict=True) if name in close]


def _order(key: Key) -> tuple[str, ...]:
    return key.cycle, key.team, key.objective, key.key_result or ""


def _days(cycle: Cycle) -> int:
    return cycle.period.days
