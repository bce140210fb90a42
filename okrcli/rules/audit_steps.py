"""What became of each key result, step by step: what audit rules look through."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from okrcli.analysis.changes.said import said
from okrcli.analysis.story.goalposts import Goalpost, every_revision, goalposts, steps
from okrcli.model.cycle import Cycle
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from okrcli.model.series import CheckIn, CommitRef, Version


class Promise(NamedTuple):
    """A key result with its objective, as they stood at a moment."""

    objective: Objective
    key_result: KeyResult


class Change(NamedTuple):
    """What a branch changes: its commits, and what was said where it began.

    `paths` are the files in which each key result stood there, `unread` those that could not be
    read.
    """

    commits: frozenset[str]
    before: Mapping[Key, Promise] = {}
    paths: Mapping[Key, str] = {}
    unread: frozenset[str] = frozenset()


class Step(NamedTuple):
    """One version of a key result, what it was before, and the goalposts that moved between.

    `key` is its latest id. For a branch it is one step from where that began to where it ends;
    `trail` is all that lies between, both ends included.
    """

    key: Key
    cycle: Cycle
    before: Version | None
    after: Version
    goalposts: Sequence[Goalpost]
    trail: Sequence[Version]

    def commit(self, read: Callable[[Promise], object]) -> CommitRef:
        """Give the commit that made what `read` finds what it is at the end of the step."""
        for was, now in reversed(list(pairwise(self.trail))):
            if seen(was, read) != seen(now, read):
                return now.commit
        return self.after.commit

    def begun(self, commit: CommitRef) -> bool:
        """Tell whether its cycle had begun at a commit."""
        return commit.dated >= self.cycle.start


class Said(NamedTuple):
    """A check-in, with the version that it lies in and the one before; `key` is the latest id."""

    key: Key
    cycle: Cycle
    before: Version | None
    version: Version
    check_in: CheckIn


def along(key: Key, cycle: Cycle, versions: Sequence[Version]) -> Iterator[Step]:
    """Yield each step of a key result along the line."""
    before: Version | None = None
    for version, moved in steps(versions):
        trail = (version,) if before is None else (before, version)
        yield Step(key, cycle, before, version, moved, trail)
        if version.key_result is not None:
            before = version


def across(key: Key, cycle: Cycle, versions: Sequence[Version], change: Change) -> Iterator[Step]:
    """Yield the one step that a branch makes with a key result, if it makes one."""
    within = [version for version in versions if version.commit.id in change.commits]
    began = _began(versions, change)
    if not within or (began is None and within[-1].key_result is None):
        return
    trail = within if began is None else [began, *within]
    last = within[-1]
    if began is None or _state(began) != _state(last):
        moved = goalposts(began, last, every_revision(trail))
        yield Step(key, cycle, began, last, moved, trail)


def check_ins(step: Step) -> Iterator[Said]:
    """Yield the check-in of a step: of a branch the last one, where it leaves something new."""
    if step.before is not None and seen(step.before, _said) == seen(step.after, _said):
        return
    before: Version | None = None
    found: Said | None = None
    for version in step.trail:
        if version is not step.before and version.check_in is not None:
            found = Said(step.key, step.cycle, before, version, version.check_in)
        if version.key_result is not None:
            before = version
    if found is not None:
        yield found


def seen(version: Version, read: Callable[[Promise], object]) -> object:
    """Read something of a version; None where the key result is in no file."""
    if version.objective is None or version.key_result is None:
        return None
    return read(Promise(version.objective, version.key_result))


def _said(promise: Promise) -> object:
    return said(promise.key_result)


def _began(versions: Sequence[Version], change: Change) -> Version | None:
    """Find a key result, under the latest of its ids, where the branch began."""
    for key in dict.fromkeys(version.key for version in reversed(versions)):
        promise = change.before.get(key)
        if promise is not None:
            return Version(versions[0].commit, key, *promise, None)
    return None


def _state(version: Version) -> object:
    return version.key, version.objective, version.key_result
