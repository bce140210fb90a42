"""What is kept of one repository for one way of reading it, and how it is found again."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from okrcli.errors import GitError
from okrcli.history.following.contents import Asked, Line
from okrcli.history.following.past import Past
from okrcli.history.following.snapshot import Elsewhere
from okrcli.history.following.telling import Telling
from okrcli.history.following.timeline import Walk, follow
from okrcli.history.following.told import NotResumableError
from okrcli.history.memory.cache import Cache, Entry, Label
from okrcli.history.memory.question import Question
from okrcli.history.memory.recall import Recalled, Recalling
from okrcli.history.memory.saved import pack
from okrcli.history.plumbing.git import Git
from okrcli.history.plumbing.shape import shape
from okrcli.model.objective import OkrFile
from okrcli.model.packing import UnpackableError
from okrcli.model.settings import Settings

_ALL = "*"
_MARGIN = 100  # commits; few force-pushes rewrite more
_WRONG = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)


def memory(caches: Path, git: Git, settings: Settings) -> "Memory | None":
    """Find what is kept of a workspace; None where nothing can be kept of it."""
    found = shape(git, settings)
    return None if found is None else Memory(Cache.of(caches, git.common_dir), found)


class Memory(NamedTuple):
    """The cache of a repository, read in one way."""

    cache: Cache
    shape: str

    def recall(self, question: Question, late: Callable[[], Past]) -> Recalled | None:
        """Show a workspace from what is kept; None where the history has to be read."""
        for entry in self._fitting(question.asked):
            try:
                found = Recalling(self.cache, entry, question, late).recall()
            except (NotResumableError, GitError, *_WRONG):
                continue
            if found is not None:
                return found
        return None

    def follow(self, walk: Walk, line: Line, question: Question, asked: Asked | None) -> None:
        """Follow a line, and keep what stands at its end, and of a long one some commits before.

        From there it goes on when the end is rewritten.
        """
        telling, question = Telling(), question._replace(asked=asked)
        count = len(line.commits) - _MARGIN
        if count < _MARGIN:
            count = 0
        else:
            follow(walk, line, 0, count)
            part = line._replace(commits=line.commits[:count], days=line.days[:count])
            before = question._replace(head=line.commits[count - 1].id)
            self._keep(walk, part, before, telling, "before")
        follow(walk, line, count)
        self._keep(walk, line, question, telling, "head")

    def _keep(
        self, walk: Walk, line: Line, question: Question, telling: Telling, place: str
    ) -> None:
        if not line.commits or not line.complete:
            return
        scope = _scope(line, question.asked)
        wanted = _ALL if question.asked is None else json.dumps(json.loads(scope)["read"])
        label = Label(self.shape, f"{place} {wanted}", scope, question.head)
        try:
            facts = pack(walk, line, question.zone, telling)
        except (UnpackableError, GitError, *_WRONG):
            return
        self.cache.keep(label, facts)

    def _fitting(self, asked: Asked | None) -> Iterator[Entry]:
        """Yield what was read of the very cycles that are asked for, then what was read of all."""
        entries = self.cache.entries(self.shape)
        if asked is not None:
            yield from (entry for entry in entries if _fits(entry.label.scope, asked))
        yield from (entry for entry in entries if entry.label.scope == _ALL)


def _scope(line: Line, asked: Asked | None) -> str:
    """Write which of the cycles in a line are asked for, and which are not."""
    if asked is None:
        return _ALL
    names = {one.cycle for one in line.contents.values() if isinstance(one, OkrFile | Elsewhere)}
    read = sorted(filter(asked, names))
    return json.dumps({"read": read, "passed": sorted(names.difference(read))})


def _fits(scope: str, asked: Asked) -> bool:
    """Tell whether a question wants the cycles that were read, and no other that was there."""
    if scope == _ALL:
        return False
    try:
        names = json.loads(scope)
        return all(map(asked, names["read"])) and not any(map(asked, names["passed"]))
    except _WRONG:
        return False
