"""What the words of a key result's title say against it, beside its fields."""

from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from okrcli.analysis.wording import nouns, verbs
from okrcli.analysis.wording.activity import counted
from okrcli.analysis.wording.amounts import amounts
from okrcli.analysis.wording.clauses import is_statement, verb
from okrcli.analysis.wording.names import is_rank
from okrcli.analysis.wording.title import Title
from okrcli.analysis.wording.work import counted_work, has_outcome, is_deadline, is_output

_MORE = frozenset("better more fewer less higher lower faster improved increased greater".split())
_ABSOLUTE = frozenset("zero no none never all every nobody nothing first".split())


class Fields(Enum):
    """What the fields of a key result say that its title need not."""

    NONE = auto()  # a bare title: the words are all there is
    STEPS = auto()  # done or not, at once or by milestones
    NUMBERS = auto()  # how much


class Fault(Enum):
    """What is wrong with a title."""

    ACTIVITY = auto()  # it counts what is done
    TASK = auto()  # it is work
    VAGUE = auto()  # it does not say how much


class Found(NamedTuple):
    """A fault, and the words that show it."""

    fault: Fault
    words: str


@lru_cache(maxsize=65_536)
def judge(title: Title, fields: Fields) -> Found | None:
    """Find the fault of a title; None where it has none, or its numbers say enough."""
    if fields is Fields.NUMBERS or not title.low:
        return None
    work = is_output(title)
    activity = counted_work(title) if work else counted(title)
    if activity is not None:
        return Found(Fault.ACTIVITY, activity)
    if work:
        return None if has_outcome(title) else Found(Fault.TASK, title.plain)
    fault = _of_step(title) if fields is Fields.STEPS else _of_words(title)
    return None if fault is None else Found(fault, title.plain)


def is_task(title: Title) -> bool:
    """Tell whether a title is a piece of work, whatever its numbers count."""
    return is_output(title) and not has_outcome(title)


def _of_step(title: Title) -> Fault | None:
    """Judge what is done or not: only what is to change needs a number."""
    first, _ = verb(title)
    changes = first in _MORE or (first in verbs.CHANGE and not is_statement(title))
    return Fault.VAGUE if changes and not _says_much(title) else None


def _of_words(title: Title) -> Fault | None:
    """Judge words that have nothing beside them: they say how much, or who says yes."""
    if _says_much(title) or _is_verdict(title):
        return None
    made = verbs.DONE.intersection(title.low[1:]) or title.low[-1] in verbs.ENDING
    return Fault.TASK if made else Fault.VAGUE


def _says_much(title: Title) -> bool:
    """Tell whether a title says how much, in figures, in words or as a rank."""
    if is_rank(title):
        return True
    if verb(title)[0] in verbs.CHANGE:
        return any(not is_deadline(title, amount) for amount in amounts(title))
    return bool(amounts(title)) or bool(_ABSOLUTE.intersection(title.low))


def _is_verdict(title: Title) -> bool:
    """Tell whether somebody else says yes or no: a certificate, an approval."""
    first, _ = verb(title)
    judged = first == "pass" or bool(nouns.VERDICTS.intersection(title.low))
    return judged and first not in verbs.CHANGE
