"""Activities that a title counts: what is done, instead of what comes of it."""

from okrcli.analysis.wording import nouns, qualities, verbs
from okrcli.analysis.wording.amounts import Amount, amounts
from okrcli.analysis.wording.clauses import group, has_purpose, lead, skip, verb
from okrcli.analysis.wording.title import Title, read

_FROM_BOTH = frozenset(("calls", "emails", "mails"))
_FALLING = frozenset("down drop drops fall falls below under less fewer reduced".split())
_FEWER = frozenset("fewer less below under maximum max most".split())
_NO_COUNT = verbs.DOWN | verbs.EARNING | _FEWER
_DOING = verbs.KNOWN - {"do", "make", "have"}
_COUNTED = verbs.OUTPUT | verbs.UP
_MORE = verbs.UP | frozenset("better more higher improved increased greater".split())
_SHARES = frozenset("percent percentage pp share rate ratio".split())
_COUNTING = frozenset(
    "the our number amount volume count total average of more weekly monthly daily new"
    " do make have a to".split()
)
_WHOM = qualities.DETERMINERS | frozenset(("at", "least"))
# Surely activities, even where only the unit says so.
_PLAIN = nouns.ACTIVITIES - frozenset(
    "calls emails mails features videos stories demos surveys experiments campaigns".split()
)


def is_activity(words: tuple[str, ...]) -> bool:
    """Tell whether words name something that is done, and not what comes of it."""
    if not words or (words[-1] in _FROM_BOTH and nouns.INCOMING.intersection(words[:-1])):
        return False
    return words[-1] in nouns.ACTIVITIES or words[-2:] in nouns.ACTIVITY_PAIRS


def activity_at(title: Title, at: int) -> str | None:
    """Give the activity that the words at a position name, if they do."""
    if title.low[at : at + 3] == ("lines", "of", "code"):
        return title.said(at, at + 3)
    words = group(title, at)
    return title.said(at, at + len(words)) if is_activity(words) else None


def counted(title: Title) -> str | None:
    """Give the activity that a title without a verb of work counts, or wants more of."""
    first, rest = verb(title)
    found = amounts(title)
    if not found or first in _NO_COUNT:
        return None
    for amount in found:
        activity = _after(title, amount)
        if activity is not None:
            return activity
    if _FALLING.intersection(title.low):
        return None
    if first in _MORE:
        return _named(title, rest)
    return None if first in _DOING else _named(title, lead(title))


def counted_by_fields(title: Title, unit: str) -> str | None:
    """Give the activity that the numbers of a key result count, by its title or its unit."""
    measured = read(unit)
    if _SHARES.intersection(measured.low) or "%" in unit or has_purpose(title, lead(title)):
        return None
    first, rest = verb(title)
    named = _named(title, rest if first in _COUNTED else lead(title))
    words = group(measured, 0)
    if named is None and is_activity(words) and (words[-1] in _PLAIN or len(words) > 1):
        return unit
    return named


def _after(title: Title, amount: Amount) -> str | None:
    """Give the activity of which an amount says how many; none that is a limit, or led on from."""
    before = title.low[max(amount.begin - 2, 0) : amount.begin]
    part = title.low[amount.end : amount.end + 1] == ("of",)
    if amount.unit not in {"", "time"} or part or _FEWER.intersection(before):
        return None
    activity = activity_at(title, skip(title, amount.end, qualities.FILLERS))
    return None if _leads_on(title, amount.end) else activity


def _named(title: Title, begin: int) -> str | None:
    """Give the activity that a title names from a position on, after `the number of`."""
    at = skip(title, begin, _COUNTING)
    activity = activity_at(title, at)
    return None if activity is None or _leads_on(title, at) else activity


def _leads_on(title: Title, at: int) -> bool:
    """Tell whether, after a position, a title says what comes of something."""
    if has_purpose(title, at):
        return True
    if "with" not in title.low[at:]:
        return False
    whom = group(title, skip(title, title.low.index("with", at) + 1, _WHOM))
    return whom[-1:] == () or whom[-1] not in nouns.PEOPLE
