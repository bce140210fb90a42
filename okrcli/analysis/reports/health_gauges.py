"""Gauges of the process: a measure is a share, read once a cycle, that goes up or down."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.alignment.aligned import Mark, judged

_STEADY = 0.02  # a share that moved by less stayed as it was


class Measure(StrEnum):
    """What is looked at; every measure is the share that is as it should be."""

    ON_TIME = "set-in-time"
    RHYTHM = "check-ins-in-time"
    ALIGNED = "aligned"
    CLEAN = "clearly-written"
    PROMISES = "promises-kept-or-explained"
    STRETCH = "real-stretch"
    SETTLED = "numbers-left-alone"
    LOOKED_BACK = "retrospectives-held"
    ACTIONS = "actions-done"


class Turn(StrEnum):
    """Where a measure goes."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


class Reading(NamedTuple):
    """How many of all are as they should be; of nothing there is no share."""

    good: int
    all: int

    @property
    def share(self) -> float | None:
        """Give the share; None of nothing."""
        return self.good / self.all if self.all else None


class Gauge(NamedTuple):
    """A measure with its readings, one a cycle, the oldest first."""

    measure: Measure
    readings: Sequence[Reading]

    @property
    def last(self) -> float | None:
        """Give the last share that is known."""
        return next((each for each in reversed(self._shares()) if each is not None), None)

    @property
    def mark(self) -> Mark | None:
        """Judge the last share."""
        return None if self.last is None else judged(self.last)

    @property
    def turn(self) -> Turn | None:
        """Compare the last two shares that are known; None where there are no two."""
        known = [each for each in self._shares() if each is not None]
        if len(known) < 2:  # noqa: PLR2004 - two, to compare
            return None
        change = known[-1] - known[-2]
        if abs(change) < _STEADY:
            return Turn.SAME
        return Turn.BETTER if change > 0 else Turn.WORSE

    def _shares(self) -> list[float | None]:
        return [each.share for each in self.readings]
