"""What a log holds: facts of commits, ready to be rendered in any format."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from okrcli.analysis.story.goalposts import Goalpost
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef, HistoryFacts


class Said(NamedTuple):
    """What a check-in said, beside the check-in before it, whose value was `was`.

    `progress` is by what is promised last. `note` and `blocker` are None where they are still the
    old ones; `freed` tells that a blocker is gone. `done` are the titles of the milestones that it
    finished, `undone` of those that it took back.
    """

    date: date
    author: str | None
    value: float | None = None
    was: float | None = None
    progress: float | None = None
    confidence: float | None = None
    note: str | None = None
    blocker: str | None = None
    freed: bool = False
    done: Sequence[str] = ()
    undone: Sequence[str] = ()

    @property
    def delta(self) -> float | None:
        """Give how far the value came since the check-in before."""
        return None if self.value is None or self.was is None else self.value - self.was


class LogEntry(NamedTuple):
    """What a commit said of a key result, or of an objective, whose `key_result` is None.

    `key` is the id that it has last; `key_result` and `objective` are what they were from the
    commit on, or before it where they left.
    """

    commit: CommitRef
    key: Key
    objective: Objective
    key_result: KeyResult | None
    said: Said | None
    goalposts: Sequence[Goalpost]

    @property
    def who(self) -> str | None:
        """Give who said it; None where it is not committed."""
        return self.commit.author if self.said is None else self.said.author

    @property
    def title(self) -> str:
        """Give its title then."""
        named = self.objective if self.key_result is None else self.key_result
        return named.title or named.id


class Chapter(NamedTuple):
    """All that a commit said: of each objective, and then of its key results."""

    commit: CommitRef
    entries: Sequence[LogEntry]


class Log(NamedTuple):
    """The chapters that are shown, newest first, and of how many they are the newest.

    `about` is what was asked for, None: everything. `revision` is the commit shown, None where
    uncommitted changes are in it.
    """

    now: date
    revision: str | None
    history: HistoryFacts
    about: Key | str | None
    chapters: Sequence[Chapter]
    found: int
