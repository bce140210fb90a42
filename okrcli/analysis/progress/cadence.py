"""Cadence: how long a key result may be silent, and whether it has been for longer."""

from datetime import date

from okrcli.model.organization import Team
from okrcli.model.settings import CheckIns


def every_days(team: Team, check_ins: CheckIns) -> int:
    """Give the days from one check-in to the next; a team may have its own."""
    return team.check_in_days or check_ins.every_days


def silence_allowed(team: Team, check_ins: CheckIns) -> int:
    """Give the days without a check-in that are still fine; a team may have its own rhythm."""
    return every_days(team, check_ins) + check_ins.grace_days


def silent_since(last_check_in: date | None, start: date) -> date:
    """Give the day from which silence is counted: of the last check-in, or the start."""
    return start if last_check_in is None else max(last_check_in, start)


def silent(
    last_check_in: date | None, start: date, now: date, team: Team, check_ins: CheckIns
) -> bool:
    """Tell whether the last check-in, or the start, is too long ago, pauses not counted."""
    since = silent_since(last_check_in, start)
    return check_ins.days_between(since, now) > silence_allowed(team, check_ins)
