"""Which goalposts of a cycle were moved after it had begun, eased ones first."""

from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from okrcli.analysis.story.goalposts import Goalpost, Move
from okrcli.analysis.story.log_entry import Chapter, LogEntry
from okrcli.model.cycle import Cycle

SETTLING_DAYS = 14  # until then objectives may still be set and reworded

_ORDER = (
    Move.EASED,
    Move.REMOVED,
    Move.DROPPED,
    Move.REBASED,
    Move.RESCHEDULED,
    Move.RETARGETED,
    Move.REMEASURED,
    Move.RESCOPED,
    Move.RAISED,
    Move.ADDED,
    Move.REWORDED,
    Move.REOWNED,
)
_SETTLING = frozenset((Move.ADDED, Move.REWORDED))


class Moved(NamedTuple):
    """A goalpost that was moved, and the entry of the story that tells it."""

    entry: LogEntry
    goalpost: Goalpost


def moved(
    chapters: Iterable[Chapter], cycle: Cycle, teams: Collection[str] | None = None
) -> list[Moved]:
    """Find what was moved in a cycle after its first day, by some teams; in one kind by day.

    What is added or reworded counts after two weeks.
    """
    found = [
        Moved(entry, each)
        for chapter in chapters
        for entry in chapter.entries
        if entry.key.cycle == cycle.name and (teams is None or entry.key.team in teams)
        for each in _of(entry, cycle)
    ]
    return sorted(found, key=_rank)


def _of(entry: LogEntry, cycle: Cycle) -> Iterator[Goalpost]:
    day = entry.commit.dated
    settled = day > cycle.start + timedelta(days=SETTLING_DAYS)
    for each in entry.goalposts:
        if each.kind in _ORDER and day > cycle.start and (settled or each.kind not in _SETTLING):
            yield each


def _rank(moved: Moved) -> tuple[object, ...]:
    entry = moved.entry
    place = _ORDER.index(moved.goalpost.kind)
    return place, entry.commit.dated, entry.key[:3], entry.key.key_result or ""
