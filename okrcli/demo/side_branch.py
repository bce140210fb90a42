"""One week in which somebody checks in on a branch, and the lead merges it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrcli.demo.days import (
    DAY,
    FRIDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    WEEK,
    is_working_day,
)
from okrcli.demo.events import BRANCH, MERGE, Chapter, Event, week_of, working_moment
from okrcli.demo.rhythm import CheckIn, owned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from okrcli.demo.dice import Dice

TEAM, _AUTHOR = "growth", "lucia"
_WEEKS_AGO = 2


def side_branch(
    chapters: Sequence[Chapter], first: date, today: date, dice: Dice
) -> Iterator[Event]:
    """Yield two check-ins on a branch and their merge, in a week that is then kept free."""
    monday = today - today.weekday() * DAY - _WEEKS_AGO * WEEK
    while monday > first:
        week = [monday + number * DAY for number in range(FRIDAY + 1)]
        for chapter in chapters:
            if all(chapter.open_on(day) and is_working_day(day) for day in week):
                chapter.without.update(week)
                yield from _events(chapter, monday, dice)
                return
        monday -= WEEK


def _events(chapter: Chapter, monday: date, dice: Dice) -> Iterator[Event]:
    """Yield the two check-ins and the merge."""
    team, items = chapter.team, owned(chapter)[_AUTHOR]
    name = f"{team.id}-week-{week_of(monday)}"
    for day, part in ((TUESDAY, items[:1]), (WEDNESDAY, items[1:] or items)):
        date_of = monday + day * DAY
        message = f"{team.id}: check-in on {part[0].fields['id']}"
        act = CheckIn(chapter, part, date_of, dice)
        yield Event(working_moment(date_of, dice), _AUTHOR, message, act, BRANCH)
    merged = working_moment(monday + THURSDAY * DAY, dice)
    yield Event(merged, team.lead, f"Merge branch '{name}'", lambda: [chapter.file], MERGE)
