"""The state of a workspace at a moment, and the series of each of its key results."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, tzinfo
from typing import NamedTuple

from okrcli.history.following.checkins import series
from okrcli.history.following.contents import Line
from okrcli.history.following.former import Ancestors
from okrcli.history.following.identity import Identities
from okrcli.history.following.past import Past
from okrcli.history.following.snapshot import Content, Snapshot
from okrcli.history.following.witness import Witness
from okrcli.history.plumbing.log import Commit
from okrcli.model.cycle import Calendar, Cycle
from okrcli.model.objective import Objective, OkrFile
from okrcli.model.organization import Organization
from okrcli.model.reference import Key
from okrcli.model.series import Series
from okrcli.model.settings import Settings


class Timeline(NamedTuple):
    """What a history says up to a moment; `objectives` are the published ones.

    `files` are those with objectives, of the cycles that were read, by their paths.
    `uncommitted` tells whether the working tree says something else than the last commit.
    `unreadable` are the files that cannot be read, and are shown as they last could. `past` tells
    it all, step by step, to those who ask.
    """

    objectives: Sequence[Objective]
    drafts: Sequence[Objective]
    files: Mapping[str, OkrFile]
    organization: Organization
    series: Mapping[Key, Series]
    uncommitted: bool
    unreadable: Sequence[str]
    past: Past


class Walk(NamedTuple):
    """What stands where a line was followed to, and who is who there."""

    snapshot: Snapshot
    identities: Identities

    @classmethod
    def begun(cls, snapshot: Snapshot, ancestors: Ancestors) -> "Walk":
        """Begin at a snapshot."""
        return cls(snapshot, Identities(ancestors))


def timeline(
    line: Line,
    *,
    now: date,
    zone: tzinfo,
    settings: Settings,
    working_tree: Mapping[str, Content] | None = None,
) -> Timeline:
    """Follow a line of history up to a moment; the working tree, if given, is its last point."""
    walk = begin(line, settings.calendar)
    follow(walk, line)
    return shown(walk, line, now=now, zone=zone, settings=settings, working_tree=working_tree)


def begin(line: Line, calendar: Calendar) -> Walk:
    """Begin to follow a line."""
    names = cycle_names(line.contents.values())
    return Walk.begun(Snapshot(), ancestors(names, calendar))


def follow(walk: Walk, line: Line, begin: int = 0, end: int | None = None) -> None:
    """Go on along a line, from a commit to another."""
    snapshot, identities = walk
    for at, commit in enumerate(line.commits[begin:end], start=begin):
        identities.step(at, _apply(snapshot, commit, line.contents), snapshot.claim)


def shown(  # noqa: PLR0913 - as `timeline`
    walk: Walk,
    line: Line,
    *,
    now: date,
    zone: tzinfo,
    settings: Settings,
    working_tree: Mapping[str, Content] | None = None,
) -> Timeline:
    """Show what stands at the end of a line that was followed, or in the working tree after it."""
    snapshot, identities = walk
    uncommitted = False
    if working_tree is not None:
        uncommitted = _differs(snapshot.files, working_tree)
        touched = _apply_tree(snapshot, working_tree)
        identities.step(len(line.commits), touched, snapshot.claim)
    witness = Witness(line, snapshot.organization(), now, zone)
    return Timeline(
        objectives=snapshot.objectives(),
        drafts=snapshot.drafts(),
        files=snapshot.okrs,
        organization=snapshot.organization(),
        series={
            key: series(track, witness, begins(line, settings.calendar.cycle(key.cycle), now))
            for key, track in identities.tracks.items()
            if snapshot.claim(key) is not None
        },
        uncommitted=uncommitted,
        unreadable=snapshot.unreadable(),
        past=Past(line, identities, witness, working_tree),
    )


def _apply(snapshot: Snapshot, commit: Commit, contents: Mapping[str, Content]) -> set[Key]:
    touched: set[Key] = set()
    for change in commit.changes:
        if change.new is None:
            touched |= snapshot.remove(change.path)
        else:
            touched |= snapshot.apply(change.path, contents.get(change.new))
    return touched


def _apply_tree(snapshot: Snapshot, files: Mapping[str, Content]) -> set[Key]:
    touched: set[Key] = set()
    for path in [path for path in snapshot.files if path not in files]:
        touched |= snapshot.remove(path)
    for path, content in files.items():
        if path not in snapshot.files or snapshot.files[path] != content:
            touched |= snapshot.apply(path, content)
    return touched


def _differs(before: Mapping[str, Content], after: Mapping[str, Content]) -> bool:
    """Tell whether a working tree says other things than a commit, whatever its files are called.

    A file that cannot be read says nothing new: it is shown as it was.
    """
    gone = [content for path, content in before.items() if path not in after]
    come: list[Content] = []
    for path, content in after.items():
        if content is not None and content != before.get(path):
            gone.extend([before[path]] if path in before else [])
            come.append(content)
    for content in come:
        if content not in gone:
            return True
        gone.remove(content)
    return any(content is not None for content in gone)


def begins(line: Line, cycle: Cycle | None, now: date) -> int | None:
    """Give the place of the first commit dated in a cycle or later; None before the cycle."""
    if cycle is None or now < cycle.start:
        return None
    return bisect_left(line.days, cycle.start)


def cycle_names(contents: Iterable[Content]) -> set[str]:
    """Name the cycles of some files."""
    return {content.cycle for content in contents if isinstance(content, OkrFile)}


def ancestors(names: Iterable[str], calendar: Calendar) -> Ancestors:
    """Give a function from a cycle's name to the names of those around it, nearest first."""
    cycles = [cycle for name in sorted(names) if (cycle := calendar.cycle(name)) is not None]

    def around(name: str) -> list[str]:
        own = calendar.cycle(name)
        found = [cycle for cycle in cycles if own is not None and cycle.contains(own)]
        return [cycle.name for cycle in sorted(found, key=lambda cycle: cycle.period.days)]

    return around
