"""What every report of some cycles begins with: of when it is, and out of how much history."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from okrcli.analysis.progress.summary import Goals
from okrcli.model.cycle import Cycle
from okrcli.model.series import HistoryFacts


class Moment(NamedTuple):
    """When a report is of, of which cycles, and what could be seen of their history.

    `revision` is the commit shown; None where uncommitted changes are in it.
    """

    now: date
    revision: str | None
    history: HistoryFacts
    cycles: Sequence[Cycle]

    @classmethod
    def of(cls, goals: Goals, cycles: Sequence[Cycle]) -> "Moment":
        """Give the moment of some goals."""
        return cls(goals.now, goals.revision, goals.history, cycles)
