"""The latest version of a file, from which the next one is read entry by entry."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from okrcli.model.objective import OkrFile
from okrcli.store.differences import has_truths, next_key_result
from okrcli.store.entries import Pieces, Place, parsed, places
from okrcli.store.reading import Data

if TYPE_CHECKING:
    from okrcli.model.key_result import KeyResult


class Version:
    """A version: its plain data, what it says, and its text in pieces, where it can be cut.

    `truths` tells whether the text has truth values.
    """

    def __init__(
        self, data: Data, content: OkrFile, pieces: Pieces | None, *, truths: bool
    ) -> None:
        """Take a version that was read as a whole."""
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
        if has_truths(b"".join(stale + fresh)):
            self.truths = True
            exact = [has_truths(before + after) for before, after in zip(stale, fresh, strict=True)]
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
            read[which][index] = next_key_result(known, read[which][index], data, exact=exactly)
            items[index] = data
        for which, key_results in read.items():
            objectives[which] = objectives[which]._replace(key_results=tuple(key_results))
        return self.content._replace(objectives=tuple(objectives))


def _are_mappings(place: Place, data: object) -> bool:
    """Tell whether a place is one of a key result, which was a mapping and still is one."""
    known = place.items[place.at]
    return place.objective is not None and isinstance(known, dict) and isinstance(data, dict)
