"""The calendar of the story: cycles, working days, and moments in seconds since 1970."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = range(6)
_EPOCH = date(1970, 1, 1).toordinal()
_SECONDS_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Cycle:
    """A year or a quarter: its name in the files, its first day, and the day after its last."""

    name: str | int
    start: date
    end: date

    def elapsed(self, day: date) -> float:
        """Return the share of the cycle that is over on a day, 0 to 1."""
        share = (day - self.start).days / (self.end - self.start).days
        return min(max(share, 0.0), 1.0)

    def week(self, day: date) -> int:
        """Return the number of the cycle's week in which a day lies, from 1."""
        return (day - self.start).days // 7 + 1

    def friday(self, week: int) -> date:
        """Return the Friday of the cycle's n-th week, not after the cycle's last day."""
        monday = self.start - self.start.weekday() * DAY + (week - 1) * WEEK
        return min(monday + FRIDAY * DAY, self.end - DAY)


def year_of(day: date) -> Cycle:
    """Return the annual cycle in which a day lies."""
    return Cycle(day.year, date(day.year, 1, 1), date(day.year + 1, 1, 1))


def quarter_of(day: date) -> Cycle:
    """Return the quarterly cycle in which a day lies."""
    number = (day.month + 2) // 3
    start = date(day.year, 3 * number - 2, 1)
    following = date(day.year + number // 4, 3 * number % 12 + 1, 1)
    return Cycle(f"{day.year}-Q{number}", start, following)


def on_holiday(day: date) -> bool:
    """Tell whether the company is closed: the quiet days at the end of the year."""
    return (day.month, day.day) >= (12, 24) or (day.month, day.day) == (1, 1)


def is_working_day(day: date) -> bool:
    """Tell whether people work on a day."""
    return day.weekday() < SATURDAY and not on_holiday(day)


def working_day_from(day: date) -> date:
    """Return the day itself, or the next one on which people work."""
    while not is_working_day(day):
        day += DAY
    return day


def working_day_until(day: date) -> date:
    """Return the day itself, or the last one before it on which people work."""
    while not is_working_day(day):
        day -= DAY
    return day


def moment(day: date, second: int) -> int:
    """Return a second of a day (UTC) as seconds since 1970."""
    return (day.toordinal() - _EPOCH) * _SECONDS_A_DAY + second


def day_of(when: int) -> date:
    """Return the day (UTC) of a moment in seconds since 1970."""
    return date.fromordinal(_EPOCH + when // _SECONDS_A_DAY)
