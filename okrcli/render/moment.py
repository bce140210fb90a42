"""What every report says of itself: of when it is, of which cycles, out of how much history."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from okrcli.model.cycle import Cycle
from okrcli.model.series import HistoryFacts
from okrcli.render.words import count


class Moment(Protocol):
    """A report of some cycles at a moment."""

    @property
    def now(self) -> date:
        """Give the day."""

    @property
    def revision(self) -> str | None:
        """Give the commit shown; None where uncommitted changes are in it."""

    @property
    def history(self) -> HistoryFacts:
        """Tell how much of the history could be seen."""

    @property
    def cycles(self) -> Sequence[Cycle]:
        """Give the cycles."""


def history_words(report: Moment) -> str:
    """Say how much history was read."""
    commits = count(report.history.commits, "commit")
    return commits if report.revision else f"{commits} + uncommitted"
