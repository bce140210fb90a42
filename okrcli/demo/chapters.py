"""The frame of each file's story: when it is planned, and when it is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from okrcli.demo.days import DAY, Cycle, quarter_of, working_day_from, working_day_until, year_of
from okrcli.demo.events import Chapter, Document, Event, working_moment
from okrcli.demo.goals_company import COMPANY, last_year
from okrcli.demo.live import OkrFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from okrcli.demo.cast import Cast
    from okrcli.demo.company import Team
    from okrcli.demo.dice import Dice
    from okrcli.demo.goals import TeamGoals

_ROOT = "company"


@dataclass(frozen=True, slots=True)
class Chapters:
    """The chapters of the years, of this quarter, and of the one before."""

    years: tuple[Chapter, ...]
    now: tuple[Chapter, ...]
    before: tuple[Chapter, ...]

    def __iter__(self) -> Iterator[Chapter]:
        """Yield all of them, in the order in which they are planned."""
        yield from (*self.years, *self.before, *self.now)


def chapters_of(cast: Cast, today: date, dice: Dice) -> Chapters:
    """Return the frame of every file for a story that ends today."""
    teams = {team.id: team for team in cast.teams}
    quarter = quarter_of(today)
    earlier = quarter_of(quarter.start - DAY)
    years = [(year_of(today), COMPANY)]
    if earlier.start < years[0][0].start:
        years.insert(0, (year_of(earlier.start), last_year()))

    def chapter(cycle: Cycle, goals: TeamGoals) -> Chapter:
        return _chapter(teams[goals.team], cycle, goals, today, dice)

    return Chapters(
        tuple(chapter(cycle, goals) for cycle, goals in years),
        tuple(chapter(quarter, goals) for goals in cast.now),
        tuple(chapter(earlier, goals) for goals in cast.before),
    )


def plannings(chapters: Iterable[Chapter], dice: Dice) -> Iterator[Event]:
    """Yield the commits that bring the files, before their cycles begin."""
    for chapter in chapters:
        message = f"{chapter.team.id}: plan {chapter.cycle.name}"
        act = _Plan(chapter.file)
        yield Event(working_moment(chapter.planned, dice), chapter.team.lead, message, act)


def closings(chapters: Iterable[Chapter], today: date, dice: Dice) -> Iterator[Event]:
    """Yield the commits that close the files whose cycles are over."""
    for chapter in chapters:
        if chapter.closes <= today:
            message = f"{chapter.team.id}: close {chapter.cycle.name}"
            act = _Close(chapter.file, chapter.closes, dice)
            when = working_moment(chapter.closes, dice)
            yield Event(when, chapter.team.lead, message, act)


def _chapter(team: Team, cycle: Cycle, goals: TeamGoals, today: date, dice: Dice) -> Chapter:
    """Return one file's frame; the higher a team, the earlier it plans."""
    above = team.parent in {None, _ROOT}
    ahead = 10 + dice.below(4) if above else 3 + dice.below(6)
    planned = working_day_until(cycle.start - ahead * DAY)
    closes = working_day_from(cycle.end + (dice.below(7) - 3) * DAY)
    last = min(today, cycle.end - DAY, today - team.silent_days * DAY)
    return Chapter(OkrFile(team, cycle, goals), planned, closes, last)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The act that brings a file."""

    file: OkrFile

    def __call__(self) -> Sequence[Document]:
        """Return the file as it is."""
        return [self.file]


@dataclass(frozen=True, slots=True)
class _Close:
    """The act that ends a file's cycle."""

    file: OkrFile
    day: date
    dice: Dice

    def __call__(self) -> Sequence[Document]:
        """Write the last numbers, the decisions and the lessons."""
        self.file.close(self.day, self.dice)
        return [self.file]
