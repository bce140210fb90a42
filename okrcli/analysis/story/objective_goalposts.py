"""Goalposts of an objective: what was changed of it, beside its key results."""

from collections.abc import Iterator

from okrcli.analysis.story.goalposts import Goalpost, Move, closings
from okrcli.analysis.story.rewording import reworded
from okrcli.model.objective import Objective
from okrcli.model.reference import Key


def objective_goalposts(was: Objective, now: Objective) -> Iterator[Goalpost]:
    """Tell what moved between two states of an objective, its place and its key results aside."""
    if was == now:  # as after most commits
        return
    if reworded(was.title, now.title):
        yield Goalpost(Move.REWORDED, "title", was.title, now.title)
    if was.owner != now.owner:
        yield Goalpost(Move.REOWNED, "owner", was.owner, now.owner)
    if was.aspirational != now.aspirational:
        kind = Move.EASED if now.aspirational else Move.RAISED
        yield Goalpost(kind, "ambition", was.ambition, now.ambition)
    if set(was.supports) != set(now.supports):
        yield Goalpost(Move.REALIGNED, "supports", tuple(was.supports), tuple(now.supports))
    yield from closings(was.close, now.close)


def replaced(was: Key, now: Key) -> Goalpost:
    """Tell that an objective has another id, or another team or cycle."""
    if (was.cycle, was.team) == (now.cycle, now.team):
        return Goalpost(Move.RENAMED, "id", was.objective, now.objective)
    return Goalpost(Move.MOVED, "objective", was.seen_from(now.cycle), now.ref)
