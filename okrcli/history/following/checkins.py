"""Check-ins out of the stages of a key result, and what it promised at first."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from okrcli.history.following.identity import Stage, Track
from okrcli.history.following.said import changed, measured_on
from okrcli.history.following.told import Told
from okrcli.history.following.witness import Witness
from okrcli.model.key_result import KeyResult, Milestone
from okrcli.model.series import CheckIn, Series

if TYPE_CHECKING:
    from okrcli.model.reference import Key

Promise = Sequence[Any]


def check_ins(track: Track, witness: Witness) -> Iterator[tuple[Stage, CheckIn | None]]:
    """Yield each stage of a key result, in the history's order, with the check-in that it is."""
    before: KeyResult | None = None
    last: Key | None = None
    for place, stage in enumerate(track.stages):
        if stage.claim is None:
            yield stage, None
            continue
        state = stage.claim.key_result
        found = None
        if (place or track.told is None) and changed(before, state):
            keys = (stage.key,) if last is None else (stage.key, last)
            author, day, commit = witness.who(stage.at, keys)
            found = CheckIn(measured_on(before, state) or day, author, commit, state)
        yield stage, found
        before, last = state, stage.key


def series(track: Track, witness: Witness, begins: int | None) -> Series:
    """Gather what the history says of a key result.

    `begins` is the first commit of the line dated in its cycle or later, by its place on the line;
    None where the cycle has not begun.
    """
    found = [found for _, found in check_ins(track, witness) if found is not None]
    if track.told is not None:
        found[:0] = recalled(track.told, witness)
    return _series(found, promises(track), begins, witness.dated(track.began))


def told_series(told: Told, witness: Witness, begins: int | None) -> Series:
    """Gather what was told of a key result."""
    return _series(recalled(told, witness), told.promises, begins, witness.dated(told.began))


def recalled(told: Told, witness: Witness) -> list[CheckIn]:
    """Give the check-ins that were told; their states have the value, the last one's its note."""
    ids, size = told.ids, witness.id_size
    found = [
        CheckIn(_day(day), None, ids[at * size : at * size + size], _measured(*value))
        if len(value) == 1
        else CheckIn(_day(day), None, ids[at * size : at * size + size], _state(*value))
        for at, day, *value in told.check_ins
    ]
    if told.last is not None:
        name, email, note = told.last
        author = witness.person(name, email)
        found[-1] = found[-1]._replace(author=author, state=found[-1].state._replace(note=note))
    return found


def promises(track: Track) -> list[Promise]:
    """List the baselines and targets of a track, each with its place on the line."""
    known = [] if track.told is None else [*track.told.promises]
    fresh = track.stages if track.told is None else track.stages[1:]
    for stage in fresh:
        if stage.claim is not None:
            state = stage.claim.key_result
            known.append((stage.at, state.baseline, state.target))
    return known


_day = cache(date.fromordinal)


@lru_cache(maxsize=1 << 14, typed=True)
def _measured(current: float | None) -> KeyResult:
    return KeyResult("", current=current)


def _state(
    current: float | None,
    done: bool = False,  # noqa: FBT001, FBT002 - in the order in which it is kept
    steps: Sequence[Sequence[Any]] = (),
) -> KeyResult:
    """Give the state that a check-in left, as far as its value goes."""
    if not done and not steps:
        return _measured(current)
    milestones = tuple(Milestone("", weight=weight, done=over) for weight, over in steps)
    return KeyResult("", current=current, done=done, milestones=milestones)


def _series(
    found: Sequence[CheckIn], known: Sequence[Promise], begins: int | None, began: date
) -> Series:
    since, _, target = _original(known, begins)
    later = (baseline for at, baseline, _ in known if at >= since)
    return Series(
        check_ins=tuple(found),
        original_baseline=next((baseline for baseline in later if baseline is not None), None),
        original_target=target,
        began=began,
    )


def _original(known: Sequence[Promise], begins: int | None) -> Promise:
    """Give the last promise before the cycle, else the one at the creation.

    Before the cycle has begun, nothing is promised yet but what stands there now.
    """
    if begins is None:
        return known[-1]
    return next((found for found in reversed(known) if found[0] < begins), known[0])
