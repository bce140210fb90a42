"""Who owes a check-in, in words."""

from collections.abc import Iterator, Sequence
from datetime import date

from okrcli.analysis.loads.dues import Due, Dues, Owed
from okrcli.analysis.progress.report import Status
from okrcli.render.words import home_cycle

# The colour and the sign of a status of the same gravity.
LIKE = {Due.OVERDUE: Status.AT_RISK, Due.GRACE: Status.BEHIND, Due.WAITING: Status.ON_TRACK}
_WORDS = {Due.OVERDUE: "overdue", Due.GRACE: "in grace", Due.WAITING: "in time"}


def summary_words(dues: Dues) -> str:
    """Say how many are in which state, and when the next is due."""
    counts = [f"{len(dues.of(state))} {_WORDS[state]}" for state in Due]
    ahead = min((each.due for each in dues.of(Due.WAITING)), default=None)
    following = "" if ahead is None else f"; the next is due on {ahead}"
    return ", ".join(counts) + following


def state_words(owed: Owed, now: date) -> str:
    """Say how late a check-in is, or how long it may still take."""
    match owed.state:
        case Due.OVERDUE:
            return f"overdue {(now - owed.late_from).days + 1}d"
        case Due.GRACE:
            left = (owed.late_from - now).days
            return f"{left}d of grace" if left > 1 else "last day"
        case Due.WAITING:
            days = (owed.due - now).days
            return f"due in {days}d" if days else "due today"


def shown(dues: Dues) -> Sequence[Owed]:
    """Give those that people are told of."""
    return [each for each in dues.owed if dues.everything or each.state is not Due.WAITING]


def home(dues: Dues) -> str:
    """Name the cycle from which references are written."""
    return home_cycle(each.key for each in dues.owed)


def left_out(dues: Dues) -> Iterator[str]:
    """Say what is not shown."""
    if not dues.owed:
        yield "No key result is under way."
    elif not shown(dues):
        yield "Nobody owes a check-in."
