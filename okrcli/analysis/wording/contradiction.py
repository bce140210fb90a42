"""Where a title's numbers or its direction are not those of the fields."""

from math import floor, isclose, log10
from typing import NamedTuple

from okrcli.analysis.wording import verbs
from okrcli.analysis.wording.amounts import Amount, amounts
from okrcli.analysis.wording.clauses import lead, verb
from okrcli.analysis.wording.title import Title

_FROM = frozenset(("from",))
_REACHING = verbs.CHANGE | verbs.REACHING
_OTHER_WAY = frozenset(
    "reduction decrease less fewer saved saving savings faster cut lower drop below".split()
)
_TIMES = frozenset(
    "s ms sec second seconds minute minutes min h hour hours day days week weeks month"
    " months time per rank place position errors error cost costs".split()
)
_FALLING = _TIMES | _OTHER_WAY


class Ends(NamedTuple):
    """Where a title says that a number begins and ends; None where it does not say."""

    begin: Amount | None
    end: Amount | None


def ends(title: Title) -> Ends:
    """Find `from A to B` in a title, or `to B` after a verb that changes or reaches something."""
    if not any(map(str.isdigit, title.text)):
        return Ends(None, None)
    found = amounts(title)
    before = {amount.begin: amount for amount in found}
    for start, amount in before.items():
        if title.low[max(start - 1, 0)] == "from" and start:
            goal = before.get(amount.end + 1)
            if goal and title.low[amount.end] == "to":
                return Ends(amount, goal)
    goals = [each for each in found if each.begin and title.low[each.begin - 1] == "to"]
    sure = len(found) == len(goals) == 1 and verb(title)[0] in _REACHING
    return Ends(None, goals[0] if sure else None)


def differ(amount: Amount | None, value: float | None) -> bool:
    """Tell whether a number of the title is another one than the field's, in any unit of ten."""
    if amount is None or amount.value is None or value is None:
        return False
    return not isclose(_figures(amount.value), _figures(value), rel_tol=1e-6)


def _figures(value: float) -> float:
    """Give a number without its power of ten: 5%, 0.05 and 5,000 are written with one figure."""
    if not value:
        return 0.0
    return abs(value) / 10.0 ** floor(log10(abs(value)))


def wrong_way(title: Title, baseline: float, target: float, unit: str) -> str | None:
    """Give the verb that says another direction than the numbers; None where it may be right."""
    first, rest = verb(title)
    falls = target < baseline and first in verbs.UP
    if not falls and not (target > baseline and baseline and first in verbs.DOWN):
        return None
    said = {*title.low, *unit.lower().replace("/", " ").split()}
    if said & (_FALLING if falls else _OTHER_WAY - {first}):
        return None
    return title.said(lead(title), rest)
