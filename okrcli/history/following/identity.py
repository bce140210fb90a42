"""Which key result is which along a history in which ids are renamed, reused and taken back."""

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from okrcli.history.following.former import Ancestors, former_keys
from okrcli.history.following.snapshot import Claim
from okrcli.history.following.told import NotResumableError, Told
from okrcli.model.reference import Key


class Stage(NamedTuple):
    """What a key result and its objective were from a commit on; no claim: it is in no file."""

    at: int
    claim: Claim | None
    key: Key


class Track:
    """One key result through all its ids; `at` counts the commits of the line from 0.

    Where the history was `told` already, up to and with the first stage, that one stands for it.
    """

    def __init__(self, key: Key) -> None:
        """Begin under an id."""
        self.key = key
        self.keys: set[Key] = set()
        self.declared: set[Key] = set()
        self.stages: list[Stage] = []
        self.told: Told | None = None

    @property
    def began(self) -> int:
        """Give the first commit that had it."""
        return self.stages[0].at if self.told is None else self.told.began

    def record(self, at: int, claim: Claim | None) -> None:
        """Add a stage, if it is a new one."""
        if not self.stages or self.stages[-1].claim != claim:
            self.stages.append(Stage(at, claim, self.key))

    @property
    def last_seen(self) -> float:
        """Give the first commit without it, or infinity while it is there."""
        last = self.stages[-1]
        return last.at if last.claim is None else math.inf

    def ended_before(self, other: "Track") -> bool:
        """Tell whether it was gone when another one began, so that the two may be one."""
        return self.last_seen <= other.began

    def prepend(self, older: "Track") -> None:
        """Take over the history of what this was before."""
        if self.told is not None:
            raise NotResumableError
        self.told = older.told
        self.stages[:0] = older.stages
        self.keys |= older.keys
        self.declared |= older.declared


class Identities:
    """Follows every key result from commit to commit; `tracks` are those that are there now.

    `holders` are the last ones that had an id, whether they are there or not.
    """

    def __init__(self, ancestors: Ancestors) -> None:
        """Begin with no history; `ancestors` gives the cycles around one, nearest first."""
        self.tracks: dict[Key, Track] = {}
        self._ancestors = ancestors
        self.holders: dict[Key, Track] = {}

    def everyone(self) -> Collection[Track]:
        """Give all tracks, also those that are gone."""
        return dict.fromkeys(self.holders.values())

    def step(self, at: int, touched: Collection[Key], claim: Callable[[Key], Claim | None]) -> None:
        """Go on to a commit that touches some key results."""
        if all(self._goes_on(key, claim(key)) for key in touched):
            for key in touched:
                self.tracks[key].record(at, claim(key))
            return
        ordered = sorted(touched)
        former = {
            key: former_keys(key, now, self._ancestors)
            for key in ordered
            if (now := claim(key)) is not None
        }
        leaving = {key: self.tracks.pop(key) for key in ordered if key in self.tracks}
        settled = _Settling(former, leaving, self.tracks, self.holders).settle()
        for track in set(leaving.values()).difference(settled.values()):
            track.record(at, None)
        for key, track in settled.items():
            self.tracks[key] = self.holders[key] = track
            track.key = key
            track.keys.add(key)
            track.declared.update(former.get(key, ()))
            track.record(at, claim(key))

    def _goes_on(self, key: Key, claim: Claim | None) -> bool:
        """Tell whether a key result plainly stays who it is, as in almost every commit."""
        if claim is None or key not in self.tracks:
            return False
        return not (claim.objective.formerly or claim.key_result.formerly)


class _Settling:
    """One commit: whose the ids that it touches are from now on.

    A `formerly` that is new is believed first; then ids that were there keep their track; then an
    id that comes back goes to its last holder, where that has no other; the rest begins anew.
    """

    def __init__(
        self,
        former: Mapping[Key, Sequence[Key]],
        leaving: Mapping[Key, Track],
        staying: dict[Key, Track],
        holders: dict[Key, Track],
    ) -> None:
        """Take what the touched ids say they were, and who held which id until now."""
        self._former = former
        self._leaving = leaving
        self._staying = staying
        self._holders = holders
        self._settled: dict[Key, Track] = {}
        self._fresh = {key: self._undeclared(key) for key in former}

    def settle(self) -> dict[Key, Track]:
        """Give each touched id its track; an untouched one that was robbed gets a new one."""
        robbed: list[Key] = []
        for key in self._former:
            robbed.extend(self._believe(key))
        for key in self._former:
            self._offer(key, self._leaving.get(key))
        open_ids = [key for key in (*self._former, *robbed) if key not in self._settled]
        for key in sorted(open_ids, key=lambda key: not self._was_last(key)):
            self._offer(key, self._holders.get(key))
            self._settled.setdefault(key, Track(key))
        return self._settled

    def _undeclared(self, key: Key) -> list[Key]:
        """List the former ids that a key result names for the first time."""
        holder = self._holders.get(key)
        known = holder.declared if holder is not None else ()
        return [former for former in self._former[key] if former not in known]

    def _believe(self, key: Key) -> Iterator[Key]:
        """Let a key result go on under this id by what it says; yield an id that loses by it."""
        for other in self._candidates(key):
            own = self._settled.get(key) or self._holders.get(key)
            if other is own or other in self._settled.values():
                continue
            if own is not None and own.stages and other.ended_before(own):
                self._join(other, own)
            elif key not in self._settled and self._may_move(other, key):
                if self._staying.get(other.key) is other:
                    del self._staying[other.key]
                    yield other.key
                self._settled[key] = other

    def _candidates(self, key: Key) -> list[Track]:
        """List who held the ids that are newly named: those without a place, the latest first."""
        held = (self._holders.get(former) for former in self._fresh[key])
        tracks = dict.fromkeys(track for track in held if track is not None)
        return sorted(tracks, key=lambda track: (self._is_here(track), -track.last_seen))

    def _is_here(self, track: Track) -> bool:
        return track.key in self._former or self._staying.get(track.key) is track

    def _may_move(self, track: Track, key: Key) -> bool:
        """Tell whether a track may go on under another id."""
        if key not in self._leaving:
            return not self._is_here(track) or track.key in self._fresh[key]
        swapped = bool(self._fresh.get(track.key))
        return track.key in self._leaving and (track.key not in self._former or swapped)

    def _join(self, older: Track, track: Track) -> None:
        """Make one of two tracks: the `formerly` was written after the rename."""
        track.prepend(older)
        for key in older.keys:
            if self._holders[key] is older:
                self._holders[key] = track

    def _offer(self, key: Key, track: Track | None) -> None:
        """Settle an id with a track that no other id has."""
        if track is None or key in self._settled or track in self._settled.values():
            return
        if self._staying.get(track.key) is not track:
            self._settled[key] = track

    def _was_last(self, key: Key) -> bool:
        holder = self._holders.get(key)
        return holder is not None and holder.key == key
