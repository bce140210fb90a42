"""Read the versions of an OKR file: what did not change since a neighbouring one is not read again.

Most versions of a file differ in a line or two. What is equal keeps its object, so that those who
follow can see by identity what a commit left alone.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar, cast

from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective, OkrFile
from okrcli.store.differences import changed_fields, has_truths, next_key_result
from okrcli.store.entries import cut
from okrcli.store.reading import Data, key_result, mapping, okr_file, text
from okrcli.store.versions import Version

T = TypeVar("T", Objective, KeyResult)


class Rereader:
    """Reads OKR files, and remembers the latest version of each."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._versions: dict[object, Version] = {}
        self._framed: dict[bytes, Version] = {}

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
        truths = has_truths(raw)
        known = self._versions.get(name)
        if known is None:
            content = okr_file(data)
        else:
            content = _Comparison(known, exact=truths or known.truths).read(data)
        if content is not None:
            self._keep(name, Version(data, content, cut(raw), truths=truths))
        return content

    def _keep(self, name: object, version: Version) -> None:
        known = self._versions.get(name)
        if known is not None and known.pieces is not None:
            self._framed.pop(known.pieces.frame[0], None)
        self._versions[name] = version
        if version.pieces is not None:
            self._framed[version.pieces.frame[0]] = version


def _name(data: Data) -> object:
    """Give what the versions of one file have in common, wherever it is kept."""
    objectives = data.get("objectives")
    first = mapping(objectives[0]) if isinstance(objectives, list) and objectives else {}
    parts = (data.get("team"), data.get("cycle"), first.get("id"))
    return tuple(part if isinstance(part, str | int) else None for part in parts)


class _Comparison:
    """One version held against another."""

    def __init__(self, known: Version, *, exact: bool) -> None:
        self._known = known
        self._exact = exact
        self._objectives = _by_id(known.data.get("objectives"), known.content.objectives)
        self._key_results: Mapping[str, tuple[Data, KeyResult]] = {}

    def read(self, data: Data) -> OkrFile | None:
        """Read a version, all of it where more than its objectives changed."""
        changed = changed_fields(self._known.data, data, exact=self._exact)
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
        changed = changed_fields(before, data, exact=self._exact)
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
        return next_key_result(*known, data, exact=self._exact)


def _by_id(data: object, read: Sequence[T]) -> Mapping[str, tuple[Data, T]]:
    """Give the entries of a list with what was read of them, by their ids."""
    items = data if isinstance(data, list) else []
    pairs = zip(map(mapping, items), read, strict=False)
    return {found.id: (item, found) for item, found in pairs if found.id}
