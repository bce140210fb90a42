"""What a progress report holds: computed facts, ready to be rendered in any format."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

from okrcli.model.cycle import Cycle, Period
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.organization import Team
from okrcli.model.reference import Key
from okrcli.model.series import HistoryFacts


class Status(StrEnum):
    """How a key result, an objective or a team stands."""

    AT_RISK = "at-risk"
    BEHIND = "behind"
    OUTDATED = "outdated"
    ON_TRACK = "on-track"
    ACHIEVED = "achieved"
    PARTIAL = "partial"
    MISSED = "missed"
    CLOSING = "closing"
    NOT_STARTED = "not-started"
    NOT_MEASURED = "not-measured"
    DROPPED = "dropped"


class Point(NamedTuple):
    """One value of a trend; `progress` is raw, None where it cannot be measured."""

    date: date
    value: float
    progress: float | None
    commit: str | None


class LastCheckIn(NamedTuple):
    """The latest check-in along the history; without commit and author it is not committed."""

    date: date
    author: str | None
    commit: str | None
    note: str | None


class KeyResultReport(NamedTuple):
    """A key result with its numbers; every progress is a raw fraction, None: not measured.

    `check_ins` counts them, with a value or without.
    """

    key: Key
    key_result: KeyResult
    owner: str | None
    time: Period
    progress: float | None
    expected: float
    status: Status
    reason: str
    stale: bool
    forecast: float | None
    original_baseline: float | None
    original_target: float | None
    original_progress: float | None
    check_ins: int
    last_check_in: LastCheckIn | None
    trend: Sequence[Point]

    @property
    def finished(self) -> bool:
        """Tell whether nothing is left to do: it is achieved or dropped."""
        return self.status in {Status.ACHIEVED, Status.DROPPED}


class ObjectiveReport(NamedTuple):
    """An objective with its numbers: means over its measured, not dropped key results."""

    key: Key
    objective: Objective
    cycle: Cycle
    supports: Sequence[str]
    progress: float | None
    expected: float | None
    status: Status
    key_results: Sequence[KeyResultReport]

    def under_way(self, now: date) -> Iterator[KeyResultReport]:
        """Yield the key results whose time is now, and that are not finished."""
        for each in self.key_results:
            if each.time.holds(now) and not each.finished:
                yield each


class TeamReport(NamedTuple):
    """A team over some cycles: the plain means of its measured objectives."""

    team: Team
    progress: float | None
    expected: float | None
    objectives: int
    by_status: Mapping[Status, int]


class Dated(Protocol):
    """What every report over some cycles is of: a day, a commit, and how much could be seen."""

    @property
    def now(self) -> date:
        """Give the day that it is of."""

    @property
    def revision(self) -> str | None:
        """Give the commit shown; None where uncommitted changes are in it."""

    @property
    def history(self) -> HistoryFacts:
        """Tell how much of the history could be seen."""

    @property
    def cycles(self) -> Sequence[Cycle]:
        """Give the cycles that it is over."""


class Section(NamedTuple):
    """A team's objectives of one cycle, as they are shown; `team` counts all of them."""

    cycle: Cycle
    team: TeamReport
    objectives: Sequence[ObjectiveReport]


class Summary(NamedTuple):
    """The headline (the root team's means) and the counts over everything in the cycles."""

    progress: float | None
    expected: float | None
    objectives: int
    key_results: int
    by_status: Mapping[Status, int]


class Report(NamedTuple):
    """Progress at a moment: what is shown, and the numbers of everything in the cycles.

    `revision` is the commit shown, None where uncommitted changes are in it. `teams` are those
    shown, each over all the cycles. `filtered` tells whether a filter was given.
    """

    now: date
    revision: str | None
    history: HistoryFacts
    cycles: Sequence[Cycle]
    sections: Sequence[Section]
    teams: Sequence[TeamReport]
    summary: Summary
    root: Team | None
    filtered: bool = False

    def objectives(self) -> Iterator[ObjectiveReport]:
        """Yield every objective that is shown."""
        for section in self.sections:
            yield from section.objectives
