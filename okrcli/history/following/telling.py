"""What is told of key results, as facts that can be kept."""

from collections.abc import Sequence
from typing import Any

from okrcli.history.following.checkins import check_ins, promises
from okrcli.history.following.identity import Track
from okrcli.history.following.witness import RawWitness
from okrcli.model.key_result import KeyResult


class Telling:
    """Tells of tracks as a line is followed; of those that did not go on, only once."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told: dict[Track, tuple[int, Sequence[object]]] = {}

    def tell(self, track: Track, witness: RawWitness) -> Sequence[object]:
        """Tell of a track up to where it was followed."""
        stages, told = self._told.get(track, (0, ()))
        if stages != len(track.stages):
            told = _told(track, witness)
            self._told[track] = len(track.stages), told
        return [track.key, track.began, *told]


def _told(track: Track, witness: RawWitness) -> Sequence[object]:
    found = [(stage.at, one) for stage, one in check_ins(track, witness) if one is not None]
    said = [[at, one.date.toordinal(), *_value(one.state)] for at, one in found]
    last = None
    if found:
        name, _, email = (found[-1][1].author or "").partition("\0")
        last = [name, email, found[-1][1].state.note]
    kept: list[Sequence[Any]] = []
    for promise in promises(track):
        if not kept or repr(kept[-1][1:]) != repr(promise[1:]):
            kept.append(promise)
    return said, last, kept


def _value(state: KeyResult) -> Sequence[object]:
    steps = [[step.weight, bool(step.done)] for step in state.milestones]
    if steps or state.done:
        return [state.current, bool(state.done), steps]
    return [state.current]
