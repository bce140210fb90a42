"""Doubts: what stands in the files against counting on something that a key result needs."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from okrcli.analysis.alignment.alignment import Alignment, Link
from okrcli.analysis.progress.final import final_progress
from okrcli.model.cycle import Calendar
from okrcli.model.key_result import SLACK, KeyResult, Kind
from okrcli.model.reference import Key


class Doubt(StrEnum):
    """Why a dependency cannot be counted on."""

    DROPPED = "dropped"  # it was given up
    DRAFT = "draft"  # nobody has promised it yet
    LATE = "late"  # it is due after it is needed


class Promises:
    """What the files promise, and by when: the values in them alone, without any history."""

    def __init__(self, alignment: Alignment, calendar: Calendar) -> None:
        """Take the objectives with their links, and what reads the names of cycles."""
        self._alignment = alignment
        self._calendar = calendar

    def doubts(self, link: Link) -> Iterator[Doubt]:
        """Yield what stands against counting on what a link names, the gravest first."""
        target = link.target
        if self._alignment.is_dropped(target):
            yield Doubt.DROPPED
            return
        if self._is_open_question(link):
            yield Doubt.DRAFT
        needed, due = self.last_day(link.holder), self.last_day(target)
        if needed is not None and due is not None and due > needed and any(self.open(target)):
            yield Doubt.LATE

    def last_day(self, key: Key) -> date | None:
        """Give the day by which something is promised; what is reached already asks for no time.

        An objective is due with the last of what is open in it.
        """
        cycle = self._calendar.cycle(key.cycle)
        if cycle is None:
            return None
        if key.key_result:
            return self._alignment.key_results[key].time(cycle).last_day
        days = [each.time(cycle).last_day for each in self.open(key)]
        return max(days, default=cycle.period.last_day)

    def open(self, key: Key) -> Iterator[KeyResult]:
        """Yield what is still to be reached of a key result or an objective."""
        for each in self._parts(key):
            if not (each.close or is_reached(each)):
                yield each

    def _parts(self, key: Key) -> Iterator[KeyResult]:
        if key.key_result:
            yield self._alignment.key_results[key]
        else:
            yield from self._alignment.objectives[key].key_results

    def _is_open_question(self, link: Link) -> bool:
        """Tell whether a draft is needed by others than its team's drafts, published with it."""
        known = self._alignment.objectives
        together = known[link.holder.of_objective].draft and link.holder.team == link.target.team
        return known[link.target.of_objective].draft and not together


def is_reached(key_result: KeyResult) -> bool:
    """Tell whether nothing is left to do; a bound has to be kept to the end."""
    progress = final_progress(key_result)
    reached = progress is not None and progress >= 1 - SLACK
    return reached and key_result.kind is not Kind.MAINTAIN
