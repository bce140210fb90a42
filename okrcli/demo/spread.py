"""Check-ins by number, evenly spread: the history that benchmarks are run on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from okrcli.demo.days import DAY, is_working_day
from okrcli.demo.events import Chapter, Document, Event, week_of, working_moment
from okrcli.demo.rhythm import CheckIn, owned

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from okrcli.demo.chapters import Chapters
    from okrcli.demo.dice import Dice
    from okrcli.demo.live import KeyResult

_PAIRED = 0.5  # the share of commits that change two teams' files


@dataclass(frozen=True, slots=True)
class _Together:
    """The act of checking in on two teams' key results at once."""

    parts: Sequence[CheckIn]

    def __call__(self) -> Sequence[Document]:
        """Check in on all of them, and return the files that changed."""
        return [document for part in self.parts for document in part()]


def spread_check_ins(
    chapters: Chapters, first: date, today: date, commits: int, dice: Dice
) -> Iterator[Event]:
    """Yield so many check-ins between two days, about every second one on two files."""
    span = [first + number * DAY for number in range(1, (today - first).days + 1)]
    days = [day for day in span if is_working_day(day)] or [today]
    queue = _Queue(chapters, dice)
    for number in range(commits):
        day = days[number * len(days) // commits]
        found = queue.next_open(day, 2 if dice.chance(_PAIRED) else 1)
        if found:
            yield _event(found, day, dice)


class _Queue:
    """All teams in turn, each with the files on which it can check in."""

    def __init__(self, chapters: Chapters, dice: Dice) -> None:
        """Line up the teams in any order."""
        by_team: dict[str, list[_Open]] = {}
        for chapter in chapters:
            by_team.setdefault(chapter.team.id, []).append(_Open(chapter, owned(chapter)))
        self._teams = dice.shuffled(list(by_team.values()))
        self._turn = 0

    def next_open(self, day: date, count: int) -> list[_Open]:
        """Return the files of the next teams that check in on a day."""
        found: list[_Open] = []
        for _ in self._teams:
            files = self._teams[self._turn % len(self._teams)]
            self._turn += 1
            found += [file for file in files if file.chapter.open_on(day)][:1]
            if len(found) == count:
                break
        return found


@dataclass(frozen=True, slots=True)
class _Open:
    """A file, and its key results by owner."""

    chapter: Chapter
    by_owner: Mapping[str, Sequence[KeyResult]]


def _event(found: Sequence[_Open], day: date, dice: Dice) -> Event:
    """Return one commit: an owner's check-in, and what somebody of the next team handed in."""
    parts, authors = [], []
    for file in found:
        authors.append(dice.pick(list(file.by_owner)))
        items = file.by_owner[authors[-1]]
        parts.append(CheckIn(file.chapter, items, day, dice))
    teams = ", ".join(file.chapter.team.id for file in found)
    message = f"{teams}: check-in week {week_of(day)}"
    return Event(working_moment(day, dice), authors[0], message, _Together(parts))
