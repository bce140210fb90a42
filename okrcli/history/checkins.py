"""Check-ins out of the versions of a key result, and what it promised at first."""

from collections.abc import Callable, Sequence
from datetime import date

from okrcli.history.identity import Track, Version
from okrcli.model.key_result import Done, KeyResult
from okrcli.model.reference import Key
from okrcli.model.series import CheckIn, Series

Who = Callable[[int, Sequence[Key]], tuple[str | None, date, str | None]]


def changed(before: KeyResult | None, after: KeyResult) -> bool:
    """Tell whether a check-in lies between two states; a creation is one only with a value."""
    if before is None:
        return after.current is not None or bool(_done(after))
    return _said(before) != _said(after)


def _said(state: KeyResult) -> tuple[object, ...]:
    check_in = (state.current, state.confidence, state.updated, state.note, state.blocker)
    return (*check_in, _done(state))


def _done(state: KeyResult) -> dict[str | None, Done]:
    """Give what is done: the key result itself under None, milestones under their names."""
    done: dict[str | None, Done] = {step.name: step.done for step in state.milestones if step.done}
    if state.done:
        done[None] = state.done
    return done


def check_ins(track: Track, who: Who) -> list[CheckIn]:
    """List the check-ins of a key result in the history's order.

    `who` gives the author, the day and the id of the commit at which a version begins, for the
    ids that the key result had after it and before it.
    """
    found = []
    before: KeyResult | None = None
    keys: tuple[Key, ...] = ()
    for version in track.versions:
        state = version.state
        if state is None:
            continue
        keys = (version.key, *keys[:1])
        if changed(before, state):
            author, day, commit = who(version.at, keys)
            found.append(CheckIn(_measured_on(before, state) or day, author, commit, state))
        before = state
    return found


def _measured_on(before: KeyResult | None, state: KeyResult) -> date | None:
    """Give `updated` where this very change set it."""
    return state.updated if before is None or before.updated != state.updated else None


def series(track: Track, who: Who, begins: int | None) -> Series:
    """Gather what the history says of a key result.

    `begins` is the first commit of the line dated in its cycle or later, by its place on the line;
    None where the cycle has not begun.
    """
    original = _original(track.versions, begins)
    return Series(
        check_ins=tuple(check_ins(track, who)),
        original_baseline=_first_baseline(track.versions, original),
        original_target=original.state.target if original.state is not None else None,
    )


def _original(versions: Sequence[Version], begins: int | None) -> Version:
    """Give the last state before the cycle, else the state at the creation.

    Before the cycle has begun, nothing is promised yet but what stands there now.
    """
    states = [version for version in versions if version.state is not None]
    if begins is None:
        return states[-1]
    return next((version for version in reversed(states) if version.at < begins), states[0])


def _first_baseline(versions: Sequence[Version], original: Version) -> float | None:
    later = (
        version.state.baseline
        for version in versions
        if version.state is not None and version.at >= original.at
    )
    return next((baseline for baseline in later if baseline is not None), None)
