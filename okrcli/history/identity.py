"""Which key result is which along a history in which ids are renamed, reused and taken back."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from okrcli.history.snapshot import Claim
from okrcli.model.key_result import KeyResult
from okrcli.model.reference import Key, parse_reference

Ancestors = Callable[[str], Iterable[str]]


class Version(NamedTuple):
    """The state of a key result from a commit on; None: it is in no file."""

    at: int
    state: KeyResult | None


class Track:
    """One key result through all its ids; `at` counts the commits of the line from 0."""

    def __init__(self, key: Key) -> None:
        """Begin under an id."""
        self.key = key
        self.keys = {key}
        self.versions: list[Version] = []

    def record(self, at: int, state: KeyResult | None) -> None:
        """Add a state, if it is a new one."""
        if not self.versions or self.versions[-1].state != state:
            self.versions.append(Version(at, state))

    def move(self, key: Key) -> None:
        """Go on under another id."""
        self.key = key
        self.keys.add(key)

    def prepend(self, other: "Track") -> None:
        """Take over the history of what this was before."""
        self.versions[:0] = other.versions
        self.keys |= other.keys


class Identities:
    """Follows every key result from commit to commit."""

    def __init__(self, ancestors: Ancestors) -> None:
        """Begin with no history; `ancestors` gives the cycles around one, nearest first."""
        self.tracks: dict[Key, Track] = {}
        self._ancestors = ancestors
        self._held: dict[Key, Track] = {}
        self._present: dict[Key, Claim] = {}

    def step(self, at: int, touched: Collection[Key], claim: Callable[[Key], Claim | None]) -> None:
        """Go on to a commit that touches some key results."""
        ordered = sorted(touched)
        before = {key: self._present[key] for key in ordered if key in self._present}
        for key in ordered:
            now = claim(key)
            if now is not None:
                self._present[key] = now
            else:
                self._present.pop(key, None)
        arrived = [key for key in ordered if key in self._present and key not in before]
        robbed: list[Key] = []
        while arrived:
            losers = list(self._settle(arrived.pop(0)))
            arrived.extend(losers)
            robbed.extend(losers)
        for key in dict.fromkeys((*ordered, *robbed)):
            self._record(at, key, before.get(key))

    def _settle(self, key: Key) -> Iterator[Key]:
        """Find out whose id a new one is; yield the keys that lose their holder to it."""
        own = self.tracks.get(key)
        former = self._former_track(key, own)
        if former is not None:
            left = former.key
            del self.tracks[left]
            self._hold(key, former)
            if left in self._present:
                yield left
        elif own is None:
            last = self._held.get(key)
            if last is not None and last.key not in self._present and last.key in self.tracks:
                del self.tracks[last.key]
                self._hold(key, last)
            else:
                self._hold(key, Track(key))

    def _former_track(self, key: Key, own: Track | None) -> Track | None:
        """Find the track that a new id continues by what its `formerly` names."""
        for former in former_keys(key, self._present[key], self._ancestors):
            track = self.tracks.get(former)
            if track is None or (own is not None and former in own.keys):
                continue
            if former not in self._present or own is None:
                return track
        return None

    def _hold(self, key: Key, track: Track) -> None:
        if track.key != key:
            track.move(key)
        self.tracks[key] = track
        self._held[key] = track

    def _record(self, at: int, key: Key, before: Claim | None) -> None:
        track = self.tracks.get(key)
        if track is None:
            return
        now = self._present.get(key)
        if now is not None and before is not None and _formerly(now) != _formerly(before):
            self._join(key, track, now)
        track.record(at, None if now is None else now.key_result)

    def _join(self, key: Key, track: Track, now: Claim) -> None:
        """Take over what a `formerly` names that was written after the rename."""
        for former in former_keys(key, now, self._ancestors):
            other = self.tracks.get(former)
            if other is None or other is track or former in self._present:
                continue
            if other.versions[-1].at <= track.versions[0].at:
                track.prepend(other)
                del self.tracks[former]
                self._held[former] = track


def former_keys(key: Key, claim: Claim, ancestors: Ancestors) -> Iterator[Key]:
    """Yield the keys that a key result had, by its own `formerly` and its objective's.

    A bare id is one in the same place. A full reference may be anywhere; without a cycle it is one
    of the same cycle, else of the cycles around it, nearest first.
    """
    homes = [key.of_objective]
    for text in claim.objective.formerly:
        if _bare(text):
            homes.append(key.of_objective._replace(objective=text))
        else:
            homes.extend(_elsewhere(text, key, ancestors))
    ids = [key.key_result]
    for text in claim.key_result.formerly:
        if _bare(text):
            ids.append(text)
        else:
            yield from _elsewhere(text, key, ancestors)
    for home in homes:
        for item in ids:
            former = home._replace(key_result=item)
            if home.key_result is None and former != key:
                yield former


def _bare(text: str) -> bool:
    return "/" not in text and ":" not in text


def _elsewhere(text: str, key: Key, ancestors: Ancestors) -> Iterator[Key]:
    """Yield what a full reference may mean, seen from a key result."""
    reference = parse_reference(text)
    if reference is None or reference.team is None:
        return
    cycles = (key.cycle, *ancestors(key.cycle)) if reference.cycle is None else (reference.cycle,)
    for cycle in cycles:
        yield Key(cycle, reference.team, reference.objective, reference.key_result)


def _formerly(claim: Claim) -> tuple[object, object]:
    return claim.objective.formerly, claim.key_result.formerly
