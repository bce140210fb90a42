"""Compare two states of the goals: what was said, promised, begun and ended in between."""

from collections.abc import Iterator
from datetime import date

from okrcli.analysis.changes.changes import (
    Changes,
    CheckedIn,
    Edit,
    Fate,
    Moved,
    State,
    Turn,
)
from okrcli.analysis.changes.edits import LINKS, edits
from okrcli.analysis.changes.effects import effects
from okrcli.analysis.changes.measuring import Measuring
from okrcli.analysis.changes.pairs import KeyResultPair, ObjectivePair, Pairs, Place, Renames, order
from okrcli.analysis.changes.said import said
from okrcli.analysis.changes.workspace_changes import workspace_changes
from okrcli.analysis.story.goalposts import Goalpost, Move, goalposts
from okrcli.analysis.story.objective_goalposts import objective_goalposts
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef, Version

_TURNS = {Move.CLOSED: Turn.CLOSED, Move.DROPPED: Turn.DROPPED, Move.REOPENED: Turn.REOPENED}
_PLACES = frozenset({Move.MOVED, Move.RENAMED})
_NOWHERE = CommitRef(None, date.min, date.min, None)
_OWN_LINKS = frozenset({Move.REOWNED, Move.REALIGNED})
_OWED = frozenset({Move.EASED, Move.RETARGETED, Move.REBASED, Move.RESCHEDULED})
_FIRST = (
    Move.EASED,
    Move.RETARGETED,
    Move.REBASED,
    Move.RESCHEDULED,
    Move.RESCOPED,
    Move.REMEASURED,
    Move.REWEIGHTED,
    Move.REWORDED,
    Move.MEASURED,
    Move.RAISED,
)

Change = Moved | Fate | CheckedIn | Edit


def compare(before: State, after: State, renamed: Renames) -> Changes:
    """Tell all that differs between two states; `renamed` gives the old keys of key results."""
    pairs = Pairs(before, after, renamed)
    measured = Measuring(before.goals), Measuring(after.goals)
    comparing = _Comparing(after, *measured)
    found: list[Change] = []
    for pair in pairs.objectives():
        found.extend(comparing.objective(pair))
    for each in pairs.key_results():
        found.extend(comparing.key_result(each))
    told = [each for each in found if isinstance(each, Edit)]
    return Changes(
        goalposts=sorted((each for each in found if isinstance(each, Moved)), key=_urgency),
        fates=sorted(
            (each for each in found if isinstance(each, Fate)), key=lambda fate: order(fate.key)
        ),
        check_ins=[each for each in found if isinstance(each, CheckedIn)],
        links=[each for each in told if each.field in LINKS and not each.draft],
        fields=[each for each in told if each.field not in LINKS or each.draft],
        workspace=list(workspace_changes(before, after)),
        effects=effects(before.goals, after.goals, *measured),
    )


def _urgency(moved: Moved) -> tuple[object, ...]:
    """Put what was eased first, and of one kind what nobody explained."""
    return _FIRST.index(moved.goalpost.kind), not moved.unexplained, order(moved.key)


class _Comparing:
    def __init__(self, after: State, was: Measuring, now: Measuring) -> None:
        self._goals = after.goals
        self._was, self._now = was, now

    def objective(self, pair: ObjectivePair) -> Iterator[Change]:
        """Tell what became of an objective."""
        was, now = pair
        turn = _turn(was, now)
        shown = now or was
        if shown is None:
            return
        if turn is not None:
            yield Fate(turn, shown.key, shown)
        if was is None or now is None or was.draft != now.draft:
            return
        if was.key != now.key:
            place = _place(was.key, now.key)
            yield Fate(place, now.key, now, old=was.key)
        if now.draft:
            yield from edits(now.key, was, now, draft=True)
            return
        moved = list(objective_goalposts(was, now))
        for goalpost in moved:
            yield from self._goalpost(now.key, now.key, now, None, goalpost)
        told = {each.field for each in moved} | ({"formerly"} if was.key != now.key else set())
        yield from edits(now.key, was, now, told)

    def key_result(self, pair: KeyResultPair) -> Iterator[Change]:
        """Tell what became of a key result."""
        was, now, carried = pair
        shown = now or was
        if shown is None:
            return
        turn = _turn(was and was.objective, now and now.objective)
        if turn is not None:
            yield Fate(turn, shown.key, shown.objective, shown.key_result)
        if was is None or now is None or was.objective.draft != now.objective.draft:
            return
        if was.key != now.key and not (carried and was.key.key_result == now.key.key_result):
            place = _place(was.key, now.key) if not carried else Turn.RENAMED
            yield Fate(place, now.key, now.objective, now.key_result, old=was.key)
        if now.objective.draft:
            yield from edits(now.key, was.key_result, now.key_result, draft=True)
            return
        yield from self._live(was, now)

    def _live(self, was: Place, now: Place) -> Iterator[Change]:
        moved = _moved(was, now)
        for goalpost in moved:
            yield from self._goalpost(was.key, now.key, now.objective, now.key_result, goalpost)
        if said(was.key_result) != said(now.key_result):
            numbers = self._was.numbers(was.key), self._now.numbers(now.key)
            yield CheckedIn(now.key, was.key_result, now.key_result, *numbers)
        told = {each.field for each in moved} | {"owner"}
        told |= {"formerly"} if was.key != now.key else set()
        told |= {"revised"} if any(each.explained for each in moved) else set()
        yield from edits(now.key, was.key_result, now.key_result, told)

    def _goalpost(
        self,
        old: Key,
        key: Key,
        objective: Objective,
        key_result: KeyResult | None,
        goalpost: Goalpost,
    ) -> Iterator[Change]:
        """Sort a goalpost: an end, an owner or a link, or a promise that moved."""
        title = (key_result or objective).title or (key_result or objective).id
        after = self._now.numbers(key)
        if goalpost.kind in _TURNS:
            turn = _TURNS[goalpost.kind]
            yield Fate(turn, key, objective, key_result, goalpost=goalpost, after=after)
        elif goalpost.kind in _OWN_LINKS:
            yield Edit(key.seen_from(""), goalpost.field, goalpost.was, goalpost.now, key, title)
        else:
            before = self._was.numbers(old)
            owed = key_result is not None and goalpost.kind in _OWED and self._has_begun(key)
            yield Moved(key, title, goalpost, key_result, before, after, owed)

    def _has_begun(self, key: Key) -> bool:
        cycle = self._goals.settings.calendar.cycle(key.cycle)
        return cycle is not None and cycle.start <= self._goals.now


def _turn(was: Objective | None, now: Objective | None) -> Turn | None:
    """Tell whether something came, left, or was published; None where it stayed what it was."""
    if now is None:
        return Turn.REMOVED
    if was is None:
        return Turn.DRAFTED if now.draft else Turn.ADDED
    if was.draft == now.draft:
        return None
    return Turn.WITHDRAWN if now.draft else Turn.PUBLISHED


def _place(was: Key, now: Key) -> Turn:
    """Tell a new id from a new place."""
    is_renamed = was[: 3 if now.key_result else 2] == now[: 3 if now.key_result else 2]
    return Turn.RENAMED if is_renamed else Turn.MOVED


def _moved(was: Place, now: Place) -> list[Goalpost]:
    before, after = (
        Version(_NOWHERE, each.key, each.objective, each.key_result, None) for each in (was, now)
    )
    return [each for each in goalposts(before, after) if each.kind not in _PLACES]
