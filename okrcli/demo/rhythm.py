"""The weekly rhythm: who checks in when, with the irregularity of people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from okrcli.demo.days import DAY, FRIDAY, WEEK, is_working_day
from okrcli.demo.events import Chapter, Document, Event, week_of, working_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from okrcli.demo.dice import Dice
    from okrcli.demo.live import KeyResult

_LATE = (0, 0, 0, 0, 1, 1, 2, -1)  # days after the team's usual weekday
_SKIPPED = 0.08  # the share of check-ins that somebody forgets
_PARTIAL = 0.25  # the share of check-ins that leave out one key result
_NAMED = 0.5  # the share of single check-ins that name the key result
_FRESH = timedelta(days=12)  # nobody forgets what the next meeting will ask for


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The act of one person who checks in on the key results that are still open."""

    chapter: Chapter
    items: Sequence[KeyResult]
    day: date
    dice: Dice

    def __call__(self) -> Sequence[Document]:
        """Check in, and return the file unless there was nothing left to say."""
        items = [item for item in self.items if not item.finished]
        self.chapter.file.check_in(items, self.day, self.dice)
        return [self.chapter.file] if items else []


def owned(chapter: Chapter) -> dict[str, list[KeyResult]]:
    """Return the key results of a file by owner, in the file's order."""
    found: dict[str, list[KeyResult]] = {}
    for item in chapter.file.key_results():
        found.setdefault(item.owner, []).append(item)
    return found


def check_ins(chapter: Chapter, today: date, dice: Dice) -> Iterator[Event]:
    """Yield a chapter's check-ins up to a day, as the team's habits have them."""
    by_owner = owned(chapter)
    weekly = chapter.team.every_weeks == 1
    week = chapter.cycle.start - chapter.cycle.start.weekday() * DAY
    while week <= today and week < chapter.closes:
        for owner, items in by_owner.items():
            day = _day(chapter, week, dice)
            relaxed = day < today - _FRESH
            forgotten = relaxed and dice.chance(_SKIPPED)
            if day <= today and chapter.open_on(day) and is_working_day(day) and not forgotten:
                chosen = _part(items, dice) if relaxed and weekly else items
                yield check_in(chapter, owner, chosen, day, dice)
        week += chapter.team.every_weeks * WEEK


def check_in(
    chapter: Chapter, author: str, items: Sequence[KeyResult], day: date, dice: Dice
) -> Event:
    """Return one person's check-in on some key results of a file."""
    week, team = week_of(day), chapter.team.id
    alone = len(items) == 1 and dice.chance(_NAMED)
    about = f"on {items[0].fields['id']}" if alone else f"week {week}"
    message = f"{team}: check-in {about}"
    return Event(working_moment(day, dice), author, message, CheckIn(chapter, items, day, dice))


def _day(chapter: Chapter, monday: date, dice: Dice) -> date:
    """Return the day of the week on which somebody gets round to it."""
    weekday = chapter.team.weekday + dice.pick(_LATE)
    return monday + min(max(weekday, 0), FRIDAY) * DAY


def _part(items: Sequence[KeyResult], dice: Dice) -> Sequence[KeyResult]:
    """Return all key results, or sometimes all but one."""
    if len(items) == 1 or not dice.chance(_PARTIAL):
        return items
    left_out = dice.below(len(items))
    return [item for number, item in enumerate(items) if number != left_out]
