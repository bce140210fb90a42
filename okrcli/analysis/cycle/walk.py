"""Which check-ins somebody is walked through, and in which order."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from okrcli.analysis.loads.dues import Owed
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport, Status
from okrcli.model.reference import Key

_GRAVITY = {status: place for place, status in enumerate(Status)}


class Stop(NamedTuple):
    """A key result on the way: its numbers, its next check-in, the objective that it is for."""

    report: KeyResultReport
    owed: Owed
    objective: ObjectiveReport

    @property
    def key(self) -> Key:
        """Name the key result."""
        return self.report.key


class Walk(NamedTuple):
    """The key results on the way, the worst first; `ahead` are those left out, the next first."""

    stops: Sequence[Stop]
    ahead: Sequence[Owed]


def walk(objectives: Iterable[ObjectiveReport], owed: Iterable[Owed], *, everything: bool) -> Walk:
    """Choose the key results whose check-in was due before or is today, or all of them.

    The longest overdue comes first, of equals the one that stands worst.
    """
    known = {each.key: (each, one) for one in objectives for each in one.key_results}
    stops, ahead = [], []
    for each in owed:
        report, objective = known[each.key]
        if everything or each.days >= 0:
            stops.append(Stop(report, each, objective))
        else:
            ahead.append(each)
    return Walk(sorted(stops, key=_rank), sorted(ahead, key=lambda each: (each.due, each.key)))


def _rank(stop: Stop) -> tuple[int, int, Key]:
    return -stop.owed.days, _GRAVITY[stop.report.status], stop.key
