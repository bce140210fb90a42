"""Read the versions of an OKR file: what did not change since a neighbouring one is not read again.

Most versions of a file differ in a line or two. Mappings are compared as they are; what is equal
keeps its object, so that those who follow can see by identity what a commit left alone.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar, cast

from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective, OkrFile
from okrcli.store.reading import Data, confidence, day, key_result, mapping, number, okr_file, text

T = TypeVar("T", Objective, KeyResult)

_MISSING = object()
_CHECK_IN: Mapping[str, Callable[[object], object]] = {
    "current": number,
    "confidence": confidence,
    "updated": day,
    "note": text,
    "blocker": text,
}


class Reading(NamedTuple):
    """A version as it was read: its plain data, and what it says.

    `truths` tells whether the text has truth values: True equals 1 in Python, not in YAML.
    """

    data: Data
    truths: bool
    content: OkrFile


class Rereader:
    """Reads OKR files, and remembers the latest version of each."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._readings: dict[object, Reading] = {}

    def read(self, raw: bytes, data: object) -> OkrFile | None:
        """Read the plain data of a file; None where it is no OKR file."""
        if not isinstance(data, dict):
            return None
        name = _name(data)
        truths = _has_truths(raw)
        known = self._readings.get(name)
        if known is None:
            content = okr_file(data)
        else:
            content = _Comparison(known, exact=truths or known.truths).read(data)
        if content is not None:
            self._readings[name] = Reading(data, truths, content)
        return content


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

    def __init__(self, known: Reading, *, exact: bool) -> None:
        self._known = known
        self._exact = exact
        self._objectives = _by_id(known.data.get("objectives"), known.content.objectives)
        self._key_results: Mapping[str, tuple[Data, KeyResult]] = {}

    def read(self, data: Data) -> OkrFile | None:
        """Read a version, all of it where more than its objectives changed."""
        changed = self._changed(self._known.data, data)
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
        changed = self._changed(before, data)
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
        if known is None:
            return key_result(data)
        before, state = known
        changed = self._changed(before, data)
        if not changed:
            return state
        if changed <= _CHECK_IN.keys():
            said: dict[str, Any] = {name: _CHECK_IN[name](data.get(name)) for name in changed}
            return state._replace(**said)
        return key_result(data)

    def _changed(self, before: Data, after: Data) -> set[str]:
        """Name the fields that differ."""
        if self._same(before, after):
            return set()
        changed = {
            name
            for name, value in after.items()
            if not self._same(before.get(name, _MISSING), value)
        }
        return changed.union(before.keys() - after.keys())

    def _same(self, one: object, other: object) -> bool:
        if one != other:
            return False
        return not self._exact or isinstance(one, str) or _of_one_type(one, other)


def _of_one_type(one: object, other: object) -> bool:
    """Tell whether equal values are of the same types all through."""
    if isinstance(one, dict) and isinstance(other, dict):
        return all(_of_one_type(item, other[name]) for name, item in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return all(map(_of_one_type, one, other))
    return type(one) is type(other)


def _by_id(data: object, read: Sequence[T]) -> Mapping[str, tuple[Data, T]]:
    """Give the entries of a list with what was read of them, by their ids."""
    items = data if isinstance(data, list) else []
    pairs = zip(map(mapping, items), read, strict=False)
    return {found.id: (item, found) for item, found in pairs if found.id}
