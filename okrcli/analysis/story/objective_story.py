"""What becomes of objectives, told by the versions of their key results."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from okrcli.analysis.story.goalposts import Goalpost, Move
from okrcli.analysis.story.objective_goalposts import objective_goalposts, replaced
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from okrcli.model.series import Version


class Step(NamedTuple):
    """A version of a key result, whose id is `key` in the end.

    `home` is its objective's id then, `origin` that of when it was there before.
    """

    key: Key
    version: Version
    origin: Key | None
    home: Key


class Thread:
    """One objective through its ids: its last state, and which of its key results are there."""

    def __init__(self, key: Key) -> None:
        """Begin under an id."""
        self.key = key
        self.state: Objective | None = None
        self.here: set[Key] = set()
        self.gone = False


class Turn(NamedTuple):
    """What a commit changed of an objective, whose state is that from then on."""

    thread: Thread
    objective: Objective
    goalposts: Sequence[Goalpost]


class ObjectiveStory:
    """Follows the objectives from commit to commit."""

    def __init__(self) -> None:
        """Begin with no objective."""
        self._threads: dict[Key, Thread] = {}

    def tell(self, steps: Sequence[Step]) -> tuple[list[Turn], set[Key]]:
        """Go on to a commit with some steps; give what it changed.

        Also give the key results that are elsewhere only because their objective is.
        """
        for step in steps:
            self._leave(step)
        carried = set(self._carry(steps))
        now: dict[Key, Objective | None] = {}
        for step in steps:
            if step.origin is not None:
                now.setdefault(step.origin, None)
            if step.version.objective is not None:
                self._thread(step.home).here.add(step.key)
                now[step.home] = step.version.objective
        renamed = {step.home: step.origin for step in carried}
        return list(self._turns(now, renamed)), {step.key for step in carried}

    def _thread(self, key: Key) -> Thread:
        found = self._threads.get(key)
        if found is None:
            found = self._threads[key] = Thread(key)
        return found

    def _leave(self, step: Step) -> None:
        if step.origin is not None:
            self._thread(step.origin).here.discard(step.key)

    def _carry(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Let objectives go on under the ids to which all their key results went."""
        taken: dict[Key, Key] = {}
        for step in steps:
            old, new = step.origin, step.home
            if old is None or old == new or step.version.objective is None:
                continue
            if taken.get(new) != old:
                if self._thread(old).here or self._thread(new).state is not None:
                    continue
                thread = self._threads.pop(old)
                thread.key = new
                self._threads[new] = thread
                taken[new] = old
            yield step

    def _turns(
        self, now: dict[Key, Objective | None], renamed: dict[Key, Key | None]
    ) -> Iterator[Turn]:
        for key, objective in now.items():
            thread = self._threads.get(key)
            if thread is None:
                continue
            if not thread.here:
                if thread.state is not None and not thread.gone:
                    thread.gone = True
                    yield Turn(thread, thread.state, [Goalpost(Move.REMOVED, "")])
            elif objective is not None:
                found = list(self._changes(thread, objective, renamed.get(key)))
                thread.state, thread.gone = objective, False
                if found:
                    yield Turn(thread, objective, found)

    def _changes(self, thread: Thread, now: Objective, origin: Key | None) -> Iterator[Goalpost]:
        if thread.state is None:
            yield Goalpost(Move.ADDED, "")
            return
        if thread.gone:
            yield Goalpost(Move.RETURNED, "")
        if origin is not None:
            yield replaced(origin, thread.key)
        yield from objective_goalposts(thread.state, now)
