"""The settings of a workspace: okr.toml, with every default."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from okrcli.model.cycle import Calendar, Period


class Limits(NamedTuple):
    """How much a team and a person may take on in one cycle."""

    objectives_per_team: int = 3
    objectives_for_root: int = 5
    key_results_per_objective: tuple[int, int] = (2, 5)
    objectives_per_owner: int = 3


class CheckIns(NamedTuple):
    """How often a key result wants a check-in, and whether `okr checkin` commits it."""

    every_days: int = 7
    grace_days: int = 3
    pauses: Sequence[Period] = ()
    commit: bool = False

    def days_between(self, since: date, now: date) -> int:
        """Count the days from `since` to the start of `now` that lie in no pause."""
        days = (now - since).days
        between = [each for each in self.pauses if each.start < now and since < each.end]
        if days <= 0 or not between:
            return days
        counted, until = 0, since
        for pause in sorted(between):
            counted += max((min(pause.start, now) - until).days, 0)
            until = max(until, *pause)
        return counted + max((now - until).days, 0)

    def day_after(self, since: date, days: int) -> date:
        """Give the first day with that many days between it and `since` that lie in no pause."""
        day = _later(since, days)
        while day < date.max and (missing := days - self.days_between(since, day)) > 0:
            day = _later(day, missing)
        return day


def _later(day: date, days: int) -> date:
    """Give the day some days on; the last of the calendar where it ends before."""
    return day + timedelta(days=min(days, (date.max - day).days))


class Thresholds(NamedTuple):
    """Where one status ends and the next begins; all are fractions."""

    on_track: float = 0.10
    behind: float = 0.25
    low_confidence: float = 0.4
    aspirational_success: float = 0.7
    kept: float = 0.95


class LintSettings(NamedTuple):
    """Which rules count, and how much; a rule is named by its name or its family.

    Nothing selected means all of them. `language` is that of the titles: "en", or "none" where
    their words are not to be judged.
    """

    ignore: Sequence[str] = ()
    severity: Mapping[str, str] = {}
    per_path: Mapping[str, Sequence[str]] = {}
    language: str = "en"
    select: Sequence[str] = ()


class Settings(NamedTuple):
    """Everything that okr.toml can say."""

    okrs: str = "okrs"
    exclude: Sequence[str] = ()
    timezone: str = "UTC"
    closing_days: int = 14
    calendar: Calendar = Calendar()
    limits: Limits = Limits()
    check_ins: CheckIns = CheckIns()
    status: Thresholds = Thresholds()
    lint: LintSettings = LintSettings()
