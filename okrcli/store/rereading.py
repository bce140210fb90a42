"""Read the versions of an OKR file: what did not change since a neighbouring one is not read again.

Most versions of a file differ in a line or two. What is equal keeps its object, so that those who
follow can see by identity what a commit left alone.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective, OkrFile
from okrcli.store.entries import Pieces, Place, cut, parsed, places
from okrcli.store.reading import Data, confidence, day, key_result, mapping, number, okr_file, text

T = TypeVar("T", Objective, KeyResult)

_MISSING = object()
_CHECK_IN: Mapping[str, tuple[int, Callable[[object], object]]] = {
    name: (KeyResult._fields.index(name), read)
    for name, read in (
        ("current", number),
        ("confidence", confidence),
        ("updated", day),
        ("note", text),
        ("blocker", text),
    )
}


class _Version:
    """The latest version of a file: its plain data, and what it says.

    `truths` tells whether the text has truth values: True equals 1 in Python, not in YAML.
    """

    def __init__(
        self, data: Data, content: OkrFile, pieces: Pieces | None, *, truths: bool
    ) -> None:
        self.data = data
        self.content = content
        self.truths = truths
        self.pieces = pieces
        self._places: Sequence[Place] | None = None

    def go_on(self, pieces: Pieces) -> OkrFile | None:
        """Go on to a version with the same frame; None, and no step, where that is not sure."""
        before = cast("Pieces", self.pieces).entries
        changed = [
            at
            for at, pair in enumerate(zip(before, pieces.entries, strict=True))
            if pair[0] != pair[1]
        ]
        if changed and not self._take(changed, pieces.entries):
            return None
        self.pieces = pieces
        return self.content

    def _take(self, changed: Sequence[int], entries: Sequence[bytes]) -> bool:
        """Take over the entries that changed."""
        if self._places is None:
            self._places = places(cast("Pieces", self.pieces), self.data)
        if not self._places:
            return False
        found = [self._places[at] for at in changed]
        fresh = [entries[at] for at in changed]
        values = parsed(fresh)
        if values is None or not all(map(_are_mappings, found, values)):
            return False
        stale = [cast("Pieces", self.pieces).entries[at] for at in changed]
        exact = [False] * len(changed)
        if _has_truths(b"".join(stale + fresh)):
            self.truths = True
            exact = [
                _has_truths(before + after) for before, after in zip(stale, fresh, strict=True)
            ]
        self.content = self._with(found, cast("Sequence[Data]", values), exact)
        return True

    def _with(
        self, found: Sequence[Place], values: Sequence[Data], exact: Sequence[bool]
    ) -> OkrFile:
        objectives = list(self.content.objectives)
        read: dict[int, list[KeyResult]] = {}
        for (items, index, objective), data, exactly in zip(found, values, exact, strict=True):
            which = cast("int", objective)
            if which not in read:
                read[which] = list(objectives[which].key_results)
            known = cast("Data", items[index])
            read[which][index] = _next(known, read[which][index], data, exact=exactly)
            items[index] = data
        for which, key_results in read.items():
            objectives[which] = objectives[which]._replace(key_results=tuple(key_results))
        return self.content._replace(objectives=tuple(objectives))


class Rereader:
    """Reads OKR files, and remembers the latest version of each."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._versions: dict[object, _Version] = {}
        self._framed: dict[bytes, _Version] = {}

    def again(self, raw: bytes) -> OkrFile | None:
        """Read a file entry by entry after a version of it; None where that is not sure to do."""
        pieces = cut(raw)
        known = None if pieces is None else self._framed.get(pieces.frame[0])
        if pieces is None or known is None or known.pieces is None:
            return None
        return known.go_on(pieces) if known.pieces.frame == pieces.frame else None

    def read(self, raw: bytes, data: object) -> OkrFile | None:
        """Read the plain data of a file; None where it is no OKR file."""
        if not isinstance(data, dict):
            return None
        name = _name(data)
        truths = _has_truths(raw)
        known = self._versions.get(name)
        if known is None:
            content = okr_file(data)
        else:
            content = _Comparison(known, exact=truths or known.truths).read(data)
        if content is not None:
            self._keep(name, _Version(data, content, cut(raw), truths=truths))
        return content

    def _keep(self, name: object, version: _Version) -> None:
        known = self._versions.get(name)
        if known is not None and known.pieces is not None:
            self._framed.pop(known.pieces.frame[0], None)
        self._versions[name] = version
        if version.pieces is not None:
            self._framed[version.pieces.frame[0]] = version


def _are_mappings(place: Place, data: object) -> bool:
    """Tell whether a place is one of a key result, which was a mapping and still is one."""
    known = place.items[place.at]
    return place.objective is not None and isinstance(known, dict) and isinstance(data, dict)


def _has_truths(raw: bytes) -> bool:
    lower = raw.lower()
    return b"true" in lower or b"false" in lower


def _name(data: Data) -> object:
    """Give what the versions of one file have in common, wherever it is kept."""
    objectives = data.get("objectives")
    first = mapping(objectives[0]) if isinstance(objectives, list) and objectives else {}
    parts = (data.get("team"), data.get("cycle"), first.get("id"))
    return tuple(part if isinstance(part, str | int) else None for part in parts)


class _Comparison:
    """One version held against another."""

    def __init__(self, known: "_Version", *, exact: bool) -> None:
        self._known = known
        self._exact = exact
        self._objectives = _by_id(known.data.get("objectives"), known.content.objectives)
        self._key_results: Mapping[str, tuple[Data, KeyResult]] = {}

    def read(self, data: Data) -> OkrFile | None:
        """Read a version, all of it where more than its objectives changed."""
        changed = _changed(self._known.data, data, exact=self._exact)
        objectives = data.get("objectives")
        if changed - {"objectives"} or not isinstance(objectives, list):
            return okr_file(data)
        if not changed:
            return self._known.content
        read = tuple(self._objective(mapping(item)) for item in objectives)
        return self._known.content._replace(objectives=read)

    def _objective(self, data: Data) -> Objective:
        known = self._objectives.get(text(data.get("id")) or "")
        if known is None:
            return self._new_objective(data)
        before, objective = known
        changed = _changed(before, data, exact=self._exact)
        if not changed:
            return objective
        items = data.get("key_results")
        if changed != {"key_results"} or not isinstance(items, list):
            return self._new_objective(data)
        self._key_results = _by_id(before.get("key_results"), objective.key_results)
        read = tuple(self._key_result(mapping(item)) for item in items)
        return objective._replace(key_results=read)

    def _new_objective(self, data: Data) -> Objective:
        alone = okr_file({**self._known.data, "objectives": [data]})
        return cast("OkrFile", alone).objectives[0]

    def _key_result(self, data: Data) -> KeyResult:
        known = self._key_results.get(text(data.get("id")) or "")
        return key_result(data) if known is None else _next(*known, data, exact=self._exact)


def _next(before: Data, state: KeyResult, data: Data, *, exact: bool) -> KeyResult:
    """Read a key result by what changed in its plain data since a known state."""
    if not exact and _is_check_in(before, data):
        fields: list[Any] = list(state)
        for name, (at, read) in _CHECK_IN.items():
            fields[at] = read(data.get(name))
        return KeyResult._make(fields)
    changed = _changed(before, data, exact=exact)
    if not changed:
        return state
    if changed <= _CHECK_IN.keys():
        said = {name: _CHECK_IN[name][1](data.get(name)) for name in changed}
        return state._replace(**cast("dict[str, Any]", said))
    return key_result(data)


def _is_check_in(before: Data, after: Data) -> bool:
    """Tell whether two mappings differ in nothing but what a check-in says."""
    expected = {**before}
    for name in _CHECK_IN:
        if name in after:
            expected[name] = after[name]
        else:
            expected.pop(name, None)
    return expected == after


def _changed(before: Data, after: Data, *, exact: bool) -> set[str]:
    """Name the fields that differ; where it has to be `exact`, 1 is not True."""
    changed = {
        name
        for name, value in after.items()
        if (known := before.get(name, _MISSING)) != value
        or (exact and not isinstance(value, str) and repr(known) != repr(value))
    }
    return changed.union(before.keys() - after.keys()) if before.keys() - after.keys() else changed


def _by_id(data: object, read: Sequence[T]) -> Mapping[str, tuple[Data, T]]:
    """Give the entries of a list with what was read of them, by their ids."""
    items = data if isinstance(data, list) else []
    pairs = zip(map(mapping, items), read, strict=False)
    return {found.id: (item, found) for item, found in pairs if found.id}
