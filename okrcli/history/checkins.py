"""Check-ins out of the stages of a key result, and what it promised at first."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from okrcli.history.identity import Stage, Track
from okrcli.history.said import changed, measured_on
from okrcli.history.witness import Witness
from okrcli.model.key_result import KeyResult
from okrcli.model.series import CheckIn, Series

if TYPE_CHECKING:
    from okrcli.model.reference import Key


def check_ins(track: Track, witness: Witness) -> Iterator[tuple[Stage, CheckIn | None]]:
    """Yield each stage of a key result, in the history's order, with the check-in that it is."""
    before: KeyResult | None = None
    keys: tuple[Key, ...] = ()
    for stage in track.stages:
        if stage.claim is None:
            yield stage, None
            continue
        state = stage.claim.key_result
        keys = (stage.key, *keys[:1])
        found = None
        if changed(before, state):
            author, day, commit = witness.who(stage.at, keys)
            found = CheckIn(measured_on(before, state) or day, author, commit, state)
        yield stage, found
        before = state


def series(track: Track, witness: Witness, begins: int | None) -> Series:
    """Gather what the history says of a key result.

    `begins` is the first commit of the line dated in its cycle or later, by its place on the line;
    None where the cycle has not begun.
    """
    states = [
        (stage.at, stage.claim.key_result) for stage in track.stages if stage.claim is not None
    ]
    since, original = _original(states, begins)
    later = (state.baseline for at, state in states if at >= since)
    return Series(
        check_ins=tuple(found for _, found in check_ins(track, witness) if found is not None),
        original_baseline=next((baseline for baseline in later if baseline is not None), None),
        original_target=original.target,
    )


def _original(states: Sequence[tuple[int, KeyResult]], begins: int | None) -> tuple[int, KeyResult]:
    """Give the last state before the cycle, else the state at the creation, with its place.

    Before the cycle has begun, nothing is promised yet but what stands there now.
    """
    if begins is None:
        return states[-1]
    return next((found for found in reversed(states) if found[0] < begins), states[0])
