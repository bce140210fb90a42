"""Which objective and which key result of one state is which of another."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from okrcli.analysis.changes.changes import State
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.reference import Key

Renames = Mapping[Key, Key]


class Place(NamedTuple):
    """A key result in its objective, under its key."""

    key: Key
    objective: Objective
    key_result: KeyResult


class ObjectivePair(NamedTuple):
    """An objective before and after; None where it is not there, a draft where it is only that."""

    was: Objective | None
    now: Objective | None


class KeyResultPair(NamedTuple):
    """A key result before and after; `carried`: it is elsewhere only because its objective is."""

    was: Place | None
    now: Place | None
    carried: bool = False


class Pairs:
    """The pairs of two states; `renamed` gives the old key of each key result with a new one."""

    def __init__(self, before: State, after: State, renamed: Renames) -> None:
        """Take both states."""
        self._was, self._now = (_objectives(state) for state in (before, after))
        self._renamed = renamed
        self._origins = dict(self._moved())

    def objectives(self) -> list[ObjectivePair]:
        """Pair the objectives: those of now in the order of their keys, then those that left."""
        old = {key: self._origins.get(key, key) for key in sorted(self._now, key=order)}
        left = self._was.keys() - set(old.values())
        return [
            *(ObjectivePair(self._was.get(old[key]), self._now[key]) for key in old),
            *(ObjectivePair(self._was[key], None) for key in sorted(left, key=order)),
        ]

    def key_results(self) -> list[KeyResultPair]:
        """Pair the key results in the same way."""
        was, now = (_places(objectives) for objectives in (self._was, self._now))
        taken = set(self._renamed.values())
        old = {
            key: self._renamed.get(key, None if key in taken else key)
            for key in sorted(now, key=order)
        }
        left = was.keys() - set(old.values())
        return [
            *(
                self._pair(was.get(former) if former else None, now[key])
                for key, former in old.items()
            ),
            *(KeyResultPair(was[key], None) for key in sorted(left, key=order)),
        ]

    def _pair(self, was: Place | None, now: Place) -> KeyResultPair:
        home = now.key.of_objective
        carried = was is not None and was.key.of_objective == self._origins.get(home, home)
        return KeyResultPair(was, now, carried)

    def _moved(self) -> Iterator[tuple[Key, Key]]:
        """Yield the objectives that are new under their key, all of whose past is one that left."""
        taken: set[Key] = set()
        for key in sorted(self._now.keys() - self._was.keys(), key=order):
            homes = {
                old.of_objective
                for item in self._now[key].key_results
                if (old := self._renamed.get(key._replace(key_result=item.id))) is not None
            }
            if len(homes) == 1 and not homes & (self._now.keys() | taken):
                taken |= homes
                yield key, homes.pop()


def order(key: Key) -> tuple[str, ...]:
    """Order keys: by cycle, team, objective; an objective before its key results."""
    return key.cycle, key.team, key.objective, key.key_result or ""


def _objectives(state: State) -> dict[Key, Objective]:
    """Give the objectives of a state; one that is published is not its draft."""
    known: Sequence[Objective] = (*state.goals.drafts, *state.goals.objectives)
    return {objective.key: objective for objective in known}


def _places(objectives: Mapping[Key, Objective]) -> dict[Key, Place]:
    return {
        key: Place(key, objective, item)
        for objective in objectives.values()
        for item in objective.key_results
        if item.id
        for key in [objective.key._replace(key_result=item.id)]
    }
