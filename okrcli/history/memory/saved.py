"""The state of a followed line as facts that can be kept, and back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, tzinfo
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from okrcli.history.following.contents import Line
from okrcli.history.following.identity import Stage, Track
from okrcli.history.following.snapshot import Claim, Content, Elsewhere, Snapshot
from okrcli.history.following.telling import Telling
from okrcli.history.following.timeline import Walk, ancestors, cycle_names
from okrcli.history.following.told import Told
from okrcli.history.following.witness import RawWitness
from okrcli.history.memory.cache import Facts
from okrcli.model.cycle import Calendar
from okrcli.model.objective import Objective, OkrFile
from okrcli.model.organization import Organization
from okrcli.model.packing import (
    UnpackableError,
    pack_file,
    pack_key_result,
    unpack_file,
    unpack_key_result,
)
from okrcli.model.reference import Key

_NOBODY = Objective("", "", "")
OKRS, OTHER, NOTHING = "okrs", "other", "nothing"


class File(NamedTuple):
    """What a file is at the end of a line: its blob, and `okrs`, `other`, `nothing` or a cycle."""

    blob: str
    kind: str


def pack(walk: Walk, line: Line, zone: tzinfo, telling: Telling) -> Facts:
    """Pack what stands at the end of a line, all of which was followed.

    What `telling` told at an earlier place of the same line is not told again.
    """
    witness = RawWitness(line, Organization(), date.min, zone)
    everyone = sorted(walk.identities.everyone(), key=lambda track: track.key)
    here = [track for track in everyone if walk.identities.tracks.get(track.key) is track]
    gone = [track for track in everyone if walk.identities.tracks.get(track.key) is not track]
    if not _is_sound(walk, here, gone):
        raise UnpackableError
    held = _held(walk)
    okrs = [[path, pack_file(file)] for path, file in walk.snapshot.okrs.items()]
    if _unpacked(from_json(_json(okrs))) != walk.snapshot.okrs:
        raise UnpackableError
    shown = {
        "count": len(line.commits),
        "ids": "".join(commit.id for commit in line.commits),
        "days": [day.toordinal() for day in line.days],
        "files": _files(walk.snapshot, line),
        "okrs": okrs,
        "order": _order(walk.snapshot),
        "unreadable": walk.snapshot.unreadable(),
        "tracks": [telling.tell(track, witness) for track in here],
    }
    followed = {
        "names": sorted(cycle_names(line.contents.values())),
        "latest": max(commit.committer_time for commit in line.commits),
        "parents": len(line.commits[0].parents),
        "read": sorted(_paths(line, OkrFile)),
        "passed": sorted(_paths(line, Elsewhere)),
        "here": [[*_names(track, held), *_last(track)] for track in here],
        "gone": [
            [telling.tell(track, witness), _names(track, held), *_last(track)] for track in gone
        ],
    }
    return Facts(_json(shown), to_json(followed))


def _json(data: object) -> bytes:
    return to_json(data, inf_nan_mode="constants")


def _unpacked(okrs: Iterable[Sequence[Any]]) -> dict[str, OkrFile]:
    return {path: unpack_file(file) for path, file in okrs}


def _is_sound(walk: Walk, here: Sequence[Track], gone: Sequence[Track]) -> bool:
    """Tell whether what is packed is all that there is, as in almost every history."""
    snapshot, identities = walk
    return (
        len(here) == len(identities.tracks)
        and all(track.stages[-1].claim == snapshot.claim(track.key) for track in here)
        and all(track.stages[-1].claim is not None for track in here)
        and all(track.stages[-1].claim is None for track in gone)
        and all(snapshot.files[path] is found for path, found in snapshot.organizations.items())
    )


def _files(snapshot: Snapshot, line: Line) -> Mapping[str, File]:
    blobs = {path: blob for commit in line.commits for path, _, blob in commit.changes}
    return {
        path: File(blobs[path] or "", _kind(content)) for path, content in snapshot.files.items()
    }


def _kind(content: Content) -> str:
    if isinstance(content, Elsewhere):
        return f"={content.cycle}"
    if content is None:
        return NOTHING
    return OKRS if isinstance(content, OkrFile) else OTHER


def _paths(line: Line, kind: type) -> set[str]:
    return {
        path
        for commit in line.commits
        for path, _, blob in commit.changes
        if isinstance(line.contents.get(blob or ""), kind)
    }


def _order(snapshot: Snapshot) -> Sequence[tuple[int, int]] | None:
    """Tell in which files the published objectives stand; None where one is in several."""
    places = {
        id(objective): (file, place)
        for file, content in enumerate(snapshot.okrs.values())
        for place, objective in enumerate(content.objectives)
    }
    equal = {
        objective.key: places[id(objective)]
        for content in snapshot.okrs.values()
        for objective in content.objectives
    }
    files = [*snapshot.okrs.values()]
    found = []
    for objective in snapshot.objectives():
        file, place = equal[objective.key]
        if files[file].objectives[place] != objective:
            return None
        found.append((file, place))
    return found


def _held(walk: Walk) -> Mapping[int, Sequence[Key]]:
    held: dict[int, list[Key]] = {}
    for key, track in walk.identities.holders.items():
        held.setdefault(id(track), []).append(key)
    return held


def _names(track: Track, held: Mapping[int, Sequence[Key]]) -> Sequence[object]:
    return [sorted(track.keys), sorted(track.declared), held[id(track)]]


def _last(track: Track) -> Iterator[object]:
    """Give where it was last seen, under which id, and if it is gone since when, and its state."""
    last = next(stage for stage in reversed(track.stages) if stage.claim is not None)
    yield from (last.at, last.key)
    if track.stages[-1].claim is None and last.claim is not None:
        yield from (track.stages[-1].at, pack_key_result(last.claim.key_result))


class Saved:
    """What stood at the end of a line, out of the facts that were kept."""

    def __init__(self, shown: bytes) -> None:
        """Take what is shown."""
        self._shown = from_json(shown)
        self.count: int = self._shown["count"]
        self.ids: str = self._shown["ids"]
        self.files = {path: File(*file) for path, file in self._shown["files"].items()}
        self.unreadable: Sequence[str] = self._shown["unreadable"]

    @property
    def days(self) -> list[date]:
        """Give the days of the line's commits."""
        return [*map(date.fromordinal, self._shown["days"])]

    def okrs(self) -> dict[str, OkrFile]:
        """Give the OKR files with what they last said."""
        return _unpacked(self._shown["okrs"])

    def objectives(self, okrs: Mapping[str, OkrFile]) -> Sequence[Objective] | None:
        """Give the published objectives in their order; None where that takes a closer look."""
        if self._shown["order"] is None:
            return None
        files = [*okrs.values()]
        return [files[file].objectives[place] for file, place in self._shown["order"]]

    def told(self) -> Iterator[tuple[Key, Told]]:
        """Yield what was told of each key result that is there."""
        for track in self._shown["tracks"]:
            yield self._told(track)

    def walk(self, followed: Mapping[str, Any], snapshot: Snapshot, calendar: Calendar) -> Walk:
        """Give back what it takes to go on."""
        walk = Walk.begun(snapshot, ancestors(followed["names"], calendar))
        for told, more in zip(self.told(), followed["here"], strict=True):
            keys, declared, held, at, key = more
            track = _track(told, (keys, declared))
            track.stages = [Stage(at, snapshot.claim(track.key), Key(*key))]
            walk.identities.tracks[track.key] = track
            walk.identities.holders.update(dict.fromkeys((Key(*one) for one in held), track))
        for told, (keys, declared, held), at, key, since, state in followed["gone"]:
            track = _track(self._told(told), (keys, declared))
            was = Claim(_NOBODY, unpack_key_result(state))
            track.stages = [Stage(at, was, Key(*key)), Stage(since, None, track.key)]
            walk.identities.holders.update(dict.fromkeys((Key(*one) for one in held), track))
        return walk

    def _told(self, packed: Sequence[Any]) -> tuple[Key, Told]:
        key, began, said, last, promised = packed
        return Key(*key), Told(began, said, last, promised, self.ids)


def _track(told: tuple[Key, Told], names: Sequence[Sequence[Any]]) -> Track:
    track = Track(told[0])
    track.told = told[1]
    track.keys, track.declared = ({Key(*one) for one in group} for group in names)
    return track
