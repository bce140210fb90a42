"""What can happen in the story: somebody changes files at a moment, and says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from okrcli.demo.days import Cycle, moment

if TYPE_CHECKING:
    from datetime import date

    from okrcli.demo.company import Team
    from okrcli.demo.dice import Dice
    from okrcli.demo.live import OkrFile

MAIN, BRANCH, MERGE = "main", "branch", "merge"
_NINE = 9 * 3600
_WORKING_SECONDS = 8 * 3600


class Document(Protocol):
    """A file of the workspace that can be written at any moment of the story."""

    @property
    def path(self) -> str:
        """Return where it lies below the workspace's root."""

    def text(self) -> str:
        """Return what stands in it now."""


Act = Callable[[], Sequence[Document]]


@dataclass(frozen=True, slots=True)
class Event:
    """One commit to be: `act` changes the state, and returns the documents that changed."""

    when: int
    author: str
    message: str
    act: Act
    line: str = MAIN


@dataclass(slots=True)
class Chapter:
    """A file's part of the story: planned, checked in on, closed."""

    file: OkrFile
    planned: date
    closes: date
    last_check_in: date
    without: set[date] = field(default_factory=set)  # days kept free for something else

    @property
    def team(self) -> Team:
        """Return the team whose file it is."""
        return self.file.team

    @property
    def cycle(self) -> Cycle:
        """Return the cycle of the file."""
        return self.file.cycle

    def open_on(self, day: date) -> bool:
        """Tell whether people check in on this file on a day."""
        return (
            self.cycle.start < day < self.closes
            and day <= self.last_check_in
            and day not in self.without
        )


def working_moment(day: date, dice: Dice) -> int:
    """Return a moment of a day between nine and five."""
    return moment(day, _NINE + dice.below(_WORKING_SECONDS))


def week_of(day: date) -> int:
    """Return the number of a day's week in the calendar."""
    return day.isocalendar().week
