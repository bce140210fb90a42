"""Work in a key result's title: whether it is all that there is, or something comes of it."""

from itertools import pairwise

from okrcli.analysis.wording import nouns, qualities, verbs
from okrcli.analysis.wording.activity import activity_at, is_activity
from okrcli.analysis.wording.amounts import Amount, amounts
from okrcli.analysis.wording.clauses import group, is_statement, skip, verb
from okrcli.analysis.wording.title import Title

_BEFORE_A_THING = qualities.DETERMINERS | qualities.FILLERS | qualities.FREQUENCIES
_DEADLINES = frozenset("within in by before after over next during for every until per".split())
_LONG_TIMES = frozenset("day days week weeks month months quarter quarters year years".split())
_MET = verbs.ACTIVITY | verbs.GATHERING
_TOWARDS = frozenset("in on with at from to feedback".split())
_OF_THE = frozenset(("of", "the", "our", "all", "its"))
_PIECES = (nouns.DELIVERABLES | nouns.EVENTS | nouns.PLANNED) - nouns.PLACES
_PARTNERS = {("with",), ("from",), ("among",), ("of",)}
_TALKS = {
    (talk,)
    for talk in (
        "interview interviews meeting meetings call calls survey surveys feedback session sessions"
        " workshop workshops one-on-ones 1:1s conversations groups tests check-ins lunches"
    ).split()
}
_MANY = 500  # from here on, "ship 500 devices" says that they were wanted


def is_output(title: Title) -> bool:
    """Tell whether a title begins with a piece of work."""
    first, rest = verb(title)
    after = title.low[rest : rest + 1]
    if after == ("of",) and first in verbs.NOMINAL:
        return True
    if first in verbs.GATHERING:
        return after == ("feedback",)
    if first not in verbs.OUTPUT or is_statement(title):
        return False
    if first not in verbs.MAKING or first in verbs.FINISH:
        return True
    if first in verbs.CRAFT and any(_counts_work(title, each) for each in amounts(title)):
        return True
    thing = group(title, skip(title, rest, _BEFORE_A_THING))
    return _is_work(thing) or thing[-1:] in {(place,) for place in nouns.PLACES}


def has_outcome(title: Title) -> bool:
    """Tell whether a piece of work is told with what came of it, in a number."""
    found = [amount for amount in amounts(title) if not is_deadline(title, amount)]
    if any(amount.unit == "%" and _is_planned(title, amount) for amount in found):
        return False
    return any(_is_outcome(title, each) or not _counts_work(title, each) for each in found)


def counted_work(title: Title) -> str | None:
    """Give the pieces of work that are counted, unless what came of them is counted as well."""
    if has_outcome(title):
        return None
    spends = verb(title)[0] in verbs.SPENDING
    for amount in amounts(title):
        if (spends or not amount.unit) and _counts_work(title, amount):
            after = skip(title, amount.end, qualities.FILLERS)
            return title.said(amount.begin, max(amount.end, after + len(group(title, after))))
    return None


def is_deadline(title: Title, amount: Amount) -> bool:
    """Tell whether a time says until when, or for how long, and not how fast."""
    if amount.unit != "time" or not _LONG_TIMES.intersection(title.low[amount.begin : amount.end]):
        return False
    before = title.low[amount.begin - 1] if amount.begin else ""
    between = title.low[verb(title)[1] : amount.begin]
    return before in _DEADLINES and not qualities.OUTCOME.intersection(between)


def _is_outcome(title: Title, amount: Amount) -> bool:
    """Tell whether an amount comes after words such as `with`, `so that` or `to raise`."""
    first, rest = verb(title)
    if first in verbs.SPENDING or (amount.unit == "money" and "budget" in title.low):
        return False
    between = title.low[rest : amount.begin]
    if amount.unit in {"%", "money", "x"}:
        return True
    return not _is_talk(between) and (
        bool(qualities.OUTCOME.intersection(between))
        or any(one in {"to", "and"} and other in verbs.KNOWN for one, other in pairwise(between))
    )


def _counts_work(title: Title, amount: Amount) -> bool:
    """Tell whether an amount says how many of the work's own pieces there are."""
    first, rest = verb(title)
    if title.low[amount.end : amount.end + 1] == ("times",):
        return first in verbs.WORK | verbs.ACTIVITY
    fillers = qualities.FILLERS | _TOWARDS if first in _MET else qualities.FILLERS
    between = title.low[rest : amount.begin]
    if _is_talk(between):
        return True
    if between not in {("up", "to"), ("out", "to")} and not fillers.issuperset(between):
        return False
    few = amount.value is None or amount.value < _MANY
    after = skip(title, amount.end, qualities.FILLERS)
    return (
        first in verbs.ACTIVITY
        or (first in verbs.WORK | verbs.CRAFT and few)
        or _is_work(group(title, after))
        or activity_at(title, after) is not None
    )


def _is_talk(words: tuple[str, ...]) -> bool:
    """Tell whether words end in a talk with those who are counted next: `interviews with`."""
    while words and words[-1] in qualities.FILLERS:
        words = words[:-1]
    return words[-1:] in _PARTNERS and words[-2:-1] in _TALKS


def _is_work(words: tuple[str, ...]) -> bool:
    return bool(words) and (words[-1] in _PIECES or is_activity(words))


def _is_planned(title: Title, amount: Amount) -> bool:
    """Tell whether a share is one of a plan: `100% of the roadmap`."""
    return bool(nouns.PLANNED.intersection(group(title, skip(title, amount.end, _OF_THE))))
