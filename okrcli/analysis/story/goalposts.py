"""Goalposts: what of a promise is another one than before, and the reason that was given.

`steps` follows the versions of a key result (`Past.versions()`), oldest first, and gives for each
the goalposts that it moved; `goalposts` compares two of them. Whether a change matters (after the
start of the cycle, without a reason) is for those to say who ask.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.story.revisions import reason_for
from okrcli.analysis.story.rewording import reworded
from okrcli.model.key_result import Close, KeyResult, Kind, Milestone, Revision
from okrcli.model.series import Version

_SAID = KeyResult._fields.index("current")  # from here on is what a check-in says
Value = float | str | date | Close | Sequence[str] | None


class Move(StrEnum):
    """What became of a promise.

    `eased` and `raised` are of a target, a bound (`at_least`, `at_most`), `kept` or an objective's
    `ambition`; `retargeted` where nothing tells which of the two it is. `measured` is a baseline
    that was unknown, `remeasured` another unit or kind, `rescoped` a milestone more or less,
    `realigned` another list of what an objective supports.
    """

    ADDED = "added"
    REMOVED = "removed"
    RETURNED = "returned"
    RENAMED = "renamed"
    MOVED = "moved"
    EASED = "eased"
    RAISED = "raised"
    RETARGETED = "retargeted"
    MEASURED = "measured"
    REBASED = "rebased"
    REMEASURED = "remeasured"
    RESCOPED = "rescoped"
    REWEIGHTED = "reweighted"
    RESCHEDULED = "rescheduled"
    REWORDED = "reworded"
    REOWNED = "reowned"
    REALIGNED = "realigned"
    DROPPED = "dropped"
    CLOSED = "closed"
    REOPENED = "reopened"


class Goalpost(NamedTuple):
    """One change of a promise: the field, and what it said before and after.

    `reason` is that of the entry in `revised` which names the change, or of `close`; None where no
    entry does, and then it is not explained. `item` names the milestone, where it is one's date or
    weight. Of milestones that came or went, `now` and `was` are the titles.
    """

    kind: Move
    field: str
    was: Value = None
    now: Value = None
    reason: str | None = None
    item: str | None = None

    @property
    def explained(self) -> bool:
        """Tell whether the files give a reason."""
        return self.reason is not None


def steps(versions: Sequence[Version]) -> Iterator[tuple[Version, list[Goalpost]]]:
    """Yield each version of a key result with the goalposts that it moved.

    One that comes back is compared with what it last was; one that has another id at once was
    never gone. Reasons may be given earlier or later than the change.
    """
    revised = every_revision(versions)
    before: Version | None = None
    gone = False
    for version, following in zip(versions, (*versions[1:], None), strict=True):
        leaves = version.key_result is None
        if leaves and following is not None and following.commit == version.commit:
            continue
        returned = [Goalpost(Move.RETURNED, "")] if gone else []
        yield version, [*returned, *goalposts(before, version, revised)]
        before = before if leaves else version
        gone = leaves


def every_revision(versions: Iterable[Version]) -> list[Revision]:
    """List all entries of `revised` that a key result ever had, oldest first."""
    found: list[Revision] = []
    for version in versions:
        if version.key_result is not None and version.key_result.revised:
            found.extend(entry for entry in version.key_result.revised if entry not in found)
    return found


def goalposts(
    before: Version | None, after: Version, revised: Sequence[Revision] | None = None
) -> list[Goalpost]:
    """Tell what moved between two versions of a key result; `before` is None at its beginning.

    Reasons are looked for in `revised`, else among the entries that `after` has. Another owner or
    another title of the whole objective is not told here.
    """
    if after.key_result is None:
        return [Goalpost(Move.REMOVED, "")]
    if before is None:
        return [Goalpost(Move.ADDED, "")]
    if before.key_result is None:
        return [Goalpost(Move.RETURNED, "")]
    if before.key == after.key and _is_promise(before.key_result, after.key_result):
        return []
    reasons = after.key_result.revised if revised is None else revised
    found = [*_place(before, after), *_between(before.key_result, after.key_result)]
    owner = _owner(before, after)
    return [_explained(each, reasons) for each in (*found, *owner)]


def changed_promises(was: KeyResult, now: KeyResult, revised: Sequence[Revision]) -> list[Goalpost]:
    """Tell what moved between two states of a key result that stayed in its place."""
    found = [*_between(was, now)]
    if was.owner != now.owner:
        found.append(Goalpost(Move.REOWNED, "owner", was.owner, now.owner))
    return [_explained(each, revised) for each in found]


def _explained(goalpost: Goalpost, revised: Sequence[Revision]) -> Goalpost:
    if goalpost.reason is not None:
        return goalpost
    reason = reason_for(revised, goalpost.field, goalpost.was, goalpost.now)
    return goalpost._replace(reason=reason)


def _place(before: Version, after: Version) -> Iterator[Goalpost]:
    was, now = before.key, after.key
    if was.of_objective != now.of_objective:
        old = was.of_objective.seen_from(now.cycle)
        yield Goalpost(Move.MOVED, "objective", old, now.of_objective.ref)
    if was.key_result != now.key_result:
        yield Goalpost(Move.RENAMED, "id", was.key_result, now.key_result)


def _owner(before: Version, after: Version) -> Iterator[Goalpost]:
    """Tell a new owner, unless both come with the objective."""
    was, now = _owner_of(before), _owner_of(after)
    if before.key_result is None or after.key_result is None or was == now:
        return
    if before.key_result.owner is not None or after.key_result.owner is not None:
        yield Goalpost(Move.REOWNED, "owner", was, now)


def _owner_of(version: Version) -> str | None:
    if version.key_result is None or version.objective is None:
        return None
    return version.objective.owner_of(version.key_result)


def _between(was: KeyResult, now: KeyResult) -> Iterator[Goalpost]:
    if _is_promise(was, now):
        return
    if reworded(was.title, now.title):
        yield Goalpost(Move.REWORDED, "title", was.title, now.title)
    if was.kind is not now.kind:
        yield Goalpost(Move.REMEASURED, "kind", was.kind.value, now.kind.value)
    else:
        yield from _of_kind(was, now)
    if was.unit != now.unit:
        yield Goalpost(Move.REMEASURED, "unit", was.unit, now.unit)
    if was.weight != now.weight:
        yield Goalpost(Move.REWEIGHTED, "weight", was.weight, now.weight)
    for field, old, new in (("starts", was.starts, now.starts), ("due", was.due, now.due)):
        if old != new:
            yield Goalpost(Move.RESCHEDULED, field, old, new)
    yield from closings(was.close, now.close)


def _is_promise(was: KeyResult, now: KeyResult) -> bool:
    """Tell whether one state promises just what another did, as after most check-ins."""
    return was[:_SAID] == now[:_SAID] and was.close == now.close


def _of_kind(was: KeyResult, now: KeyResult) -> Iterator[Goalpost]:
    match now.kind:
        case Kind.METRIC:
            if was.baseline != now.baseline:
                kind = Move.MEASURED if was.baseline is None else Move.REBASED
                yield Goalpost(kind, "baseline", was.baseline, now.baseline)
            if was.target != now.target:
                yield Goalpost(_of_target(was, now), "target", was.target, now.target)
            if tuple(was.plan) != tuple(now.plan):
                yield Goalpost(Move.RESCHEDULED, "plan")
        case Kind.MAINTAIN:
            yield from _bounds(was, now)
        case Kind.MILESTONES:
            yield from _milestones(was.milestones, now.milestones)


def _of_target(was: KeyResult, now: KeyResult) -> Move:
    """Tell whether a target came nearer to the baseline; where that moved too, to the old one."""
    baseline = now.baseline if was.baseline is None else was.baseline
    if None in (baseline, was.target, now.target):
        return Move.RETARGETED
    before, after = (abs((each.target or 0.0) - (baseline or 0.0)) for each in (was, now))
    return Move.EASED if after < before else Move.RAISED


def _bounds(was: KeyResult, now: KeyResult) -> Iterator[Goalpost]:
    for field, old, new, sign in (
        ("at_least", was.at_least, now.at_least, 1),
        ("at_most", was.at_most, now.at_most, -1),
    ):
        if old != new:
            eased = new is None or (old is not None and sign * new < sign * old)
            yield Goalpost(Move.EASED if eased else Move.RAISED, field, old, new)
    if was.kept != now.kept:
        kind = Move.RETARGETED
        if was.kept is not None and now.kept is not None:
            kind = Move.EASED if now.kept < was.kept else Move.RAISED
        yield Goalpost(kind, "kept", was.kept, now.kept)


def _milestones(was: Sequence[Milestone], now: Sequence[Milestone]) -> Iterator[Goalpost]:
    before, after = ({step.name: step for step in steps} for steps in (was, now))
    gone = [step.title for name, step in before.items() if name not in after]
    come = [step.title for name, step in after.items() if name not in before]
    if gone or come:
        yield Goalpost(Move.RESCOPED, "milestones", tuple(gone), tuple(come))
    for name, step in after.items():
        old = before.get(name, step)
        if old.due != step.due:
            yield Goalpost(Move.RESCHEDULED, "milestones", old.due, step.due, item=step.title)
        if old.weight != step.weight:
            yield Goalpost(Move.REWEIGHTED, "milestones", old.weight, step.weight, item=step.title)


def closings(was: Close | None, now: Close | None) -> Iterator[Goalpost]:
    """Tell what a `close` says that it did not say before; its own `why` is the reason."""
    if now is None:
        if was is not None:
            yield Goalpost(Move.REOPENED, "close", was, None)
    elif was is None or (was.decision, was.score) != (now.decision, now.score):
        kind = Move.DROPPED if now.drops else Move.CLOSED
        yield Goalpost(kind, "close", was, now, now.why)
