"""Cycles: the spans of days that objectives are set for."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_MONTHS_OF = {"H": 6, "Q": 3}
_NAME = re.compile(r"(?P<year>\d{4})(-(?P<half>H[12])|-(?P<quarter>Q[1-4])|-(?P<month>\d\d))?")


class Period(NamedTuple):
    """Days from `start`, inclusive, to `end`, exclusive."""

    start: date
    end: date

    @property
    def last_day(self) -> date:
        """Give the last day inside, which is the end that people are shown."""
        return self.end - timedelta(days=1)

    @property
    def days(self) -> int:
        """Count the days."""
        return (self.end - self.start).days

    def holds(self, day: date) -> bool:
        """Tell whether a day is inside."""
        return self.start <= day < self.end

    def elapsed(self, now: date) -> float:
        """Give the share of the period that is over at the start of `now`, in 0..1."""
        if now >= self.end:
            return 1.0
        return (now - self.start).days / self.days if now > self.start else 0.0


class Cycle(NamedTuple):
    """A named period."""

    name: str
    period: Period

    @property
    def start(self) -> date:
        """Give the first day."""
        return self.period.start

    @property
    def end(self) -> date:
        """Give the day after the last."""
        return self.period.end

    def contains(self, other: "Cycle") -> bool:
        """Tell whether all of another cycle's days are in this one; never true of itself."""
        return self.name != other.name and self.start <= other.start and other.end <= self.end


class Calendar(NamedTuple):
    """How a workspace reads cycle names: its fiscal year and its named cycles."""

    fiscal_year_starts: int = 1
    named: Mapping[str, Period] = {}

    def cycle(self, name: str) -> Cycle | None:
        """Read `2026`, `2026-H2`, `2026-Q4`, `2026-11` or a named cycle; None if it is neither.

        Years, halves and quarters begin with the fiscal year, which is named after the calendar
        year of its first day; months are those of the calendar.
        """
        if name in self.named:
            return Cycle(name, self.named[name])
        return _cycle(name, self.fiscal_year_starts)


@lru_cache(maxsize=1024)
def _cycle(name: str, fiscal_year_starts: int) -> Cycle | None:
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    try:
        return Cycle(name, _period(match, fiscal_year_starts))
    except ValueError:
        return None


def _period(match: re.Match[str], fiscal_year_starts: int) -> Period:
    year = int(match["year"])
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    part = match["half"] or match["quarter"]
    if part is None:
        return _months(year, fiscal_year_starts, 12)
    length = _MONTHS_OF[part[0]]
    return _months(year, fiscal_year_starts + (int(part[1]) - 1) * length, length)


def _months(year: int, month: int, count: int) -> Period:
    if count == 1 and not 1 <= month <= 12:  # noqa: PLR2004 - the months of a year
        raise ValueError(month)
    return Period(_first_of(year, month), _first_of(year, month + count))


def _first_of(year: int, month: int) -> date:
    years, index = divmod(month - 1, 12)
    return date(year + years, index + 1, 1)
