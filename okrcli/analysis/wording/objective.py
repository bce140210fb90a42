"""What the words of an objective's title say against it."""

from typing import NamedTuple

from okrcli.analysis.wording import nouns, qualities, verbs
from okrcli.analysis.wording.amounts import Amount, amounts
from okrcli.analysis.wording.clauses import base, group, has_purpose, is_statement, lead, skip, verb
from okrcli.analysis.wording.names import is_rank
from okrcli.analysis.wording.title import Title

MOST_WORDS = 18
MOST_LETTERS = 200
_MOST_BROAD = 2
_DEGREES = {("more",), ("better",), ("harder",)}
_SHORT = 5
_MAGNITUDES = frozenset(("hundred", "thousand", "million", "billion"))
_THEIRS = frozenset(("them", "it", "him", "themselves", "itself"))
_NO_OBJECT = qualities.STOPS - {"a", "an", "every", "each"}
_JOINTS = frozenset(("and", "plus"))
_MORE = frozenset(("better", "more", "higher", "improved", "increased", "greater", "less", "fewer"))
_DEGREES = {("more",), ("better",), ("harder",)}
_BROAD = nouns.BROAD | nouns.COUNTABLE
_BROAD_WISHES = nouns.BROAD_QUALITIES | {"money"}
_BROAD_IN_ALL = nouns.BROAD_QUALITIES | _BROAD | nouns.PADDING
_IMPROVING = verbs.CHANGE | _MORE
_JOINED = verbs.JOINED | verbs.CHANGE
_MADE = verbs.MAKING | verbs.OPEN_ENDED
_THINGS = nouns.DELIVERABLES | nouns.EVENTS | nouns.PLACES
_BEFORE_THING = qualities.DETERMINERS | qualities.FREQUENCIES
_WHOSE = frozenset(("be", "become", "get", "do", "perform", "work", "make"))


class Parts(NamedTuple):
    """Two goals in one title, each in the user's words."""

    first: str
    second: str


def number_in(title: Title) -> str | None:
    """Give the first words that say how much; None where numbers are only names."""
    if is_rank(title):
        return None
    for amount in amounts(title):
        if not amount.spelled or _measures(title, amount):
            return title.said(amount.begin, None if amount.unit == "x" else amount.end)
    return None


def _measures(title: Title, amount: Amount) -> bool:
    """Tell whether a number in words is a target, and no figure of speech."""
    words = title.low[amount.begin : amount.end]
    before = title.low[amount.begin - 1] if amount.begin else ""
    if amount.unit in {"%", "money"}:
        return True
    if amount.unit == "x":
        cut = words == ("half",) and before == "in"
        multiplied = words[0] in {"double", "triple", "quadruple", "halve"}
        counted = title.low[-1] in nouns.COUNTABLE and len(title.low) <= _SHORT
        return cut or (multiplied and amount.begin == lead(title) and counted)
    return bool(_MAGNITUDES.intersection(words)) and before != "in"


def words_in(title: Title) -> int:
    """Count the words of a title."""
    return len(title.low) - title.start


def too_long(title: Title) -> bool:
    """Tell whether a title is longer than anyone remembers."""
    return words_in(title) > MOST_WORDS or len(title.text.strip()) > MOST_LETTERS


def goals_joined(title: Title) -> Parts | None:
    """Give two goals that a title joins, each with a verb and an object of its own."""
    first = lead(title)
    if not title.low or verb(title)[0] not in _JOINED:
        return None
    for at in range(first + 1, len(title.low)):
        joint = _joint(title, at)
        if joint and at - first > 1 and _is_goal(title, joint):
            return Parts(title.said(first, at), title.said(joint))
        if _is_below(title, at):
            return None
    return None


def _is_below(title: Title, at: int) -> bool:
    """Tell whether a part begins that only describes the first goal: `where`, `by doing`."""
    word, after = title.low[at], title.low[at + 1 : at + 2]
    return word in qualities.SUBORDINATE or (word == "by" and after != () and _is_doing(after[0]))


def _is_doing(word: str) -> bool:
    return word.endswith("ing") and base(word) != word


def _joint(title: Title, at: int) -> int:
    """Give where what is joined at a position begins; 0 where nothing is."""
    low = title.low
    if low[at : at + 3] == ("as", "well", "as"):
        return at + 3
    if low[at] in _JOINTS:
        return at + 1 + (low[at + 1 : at + 2] in {("also",), ("to",)})
    return at if at - 1 in title.breaks else 0


def _is_goal(title: Title, at: int) -> bool:
    """Tell whether a verb with an object begins at a position."""
    low = title.low
    if at + 1 >= len(low) or at in title.breaks:
        return False
    known = low[at] in verbs.JOINED
    if low[at] in verbs.LOWERING:
        known = low[at + 1] in qualities.DETERMINERS or low[at] == "cut"
    after = low[at + 1]
    alone = after in _THEIRS or after.endswith("ly") or after in _NO_OBJECT
    return known and not alone


def is_vague(title: Title) -> bool:
    """Tell whether there is nothing but a vague verb and a noun as broad."""
    first, rest = verb(title)
    words = title.low[rest:]
    if amounts(title):
        return False
    if len(words) <= 1 and (words[-1:] in _DEGREES or (first in verbs.CHANGE and not words)):
        return True
    if first in _WHOSE and not _BROAD_WISHES.isdisjoint(words):
        return _BROAD_IN_ALL.issuperset(words)
    if first in _BROAD:
        return _only_broad(title.low[lead(title) :])
    return first in _IMPROVING and _only_broad(words)


def _only_broad(words: tuple[str, ...]) -> bool:
    """Tell whether words are one or two broad nouns, and what says nothing beside them."""
    broad = sum(word in _BROAD for word in words)
    return 0 < broad <= _MOST_BROAD and all(word in _BROAD or _pads(word) for word in words)


def _pads(word: str) -> bool:
    return word in nouns.PADDING or any(map(str.isdigit, word))


def deliverable(title: Title) -> str | None:
    """Give what is to be made or done, where a title names a task and no state."""
    if not qualities.QUALITIES.isdisjoint(title.low) or is_statement(title) or goals_joined(title):
        return None
    first, rest = verb(title)
    thing = skip(title, rest, qualities.DETERMINERS)
    if thing >= len(title.low):
        return _ending(title)
    if title.low[rest] == "of" and first in verbs.NOMINAL:
        return title.said(rest + 1)
    if has_purpose(title, rest) or number_in(title):
        return None
    return title.said(rest) if _is_task(title, first, rest) else _ending(title)


def _is_task(title: Title, first: str, rest: int) -> bool:
    if first == "have" or first in _MADE:
        words = group(title, skip(title, rest, _BEFORE_THING))
        return bool(words) and words[-1] in _THINGS
    introduces = first == "introduce" and "to" in title.low
    joined = title.low[rest] in _JOINTS
    return first in verbs.OUTPUT and not (introduces or joined)


def _ending(title: Title) -> str | None:
    """Recognise a few words that end in a piece of work: `Website redesign`."""
    last = title.low[-1] if title.low else ""
    short = 1 < words_in(title) < _SHORT and last in verbs.ENDING
    return title.said(lead(title)) if short else None


def is_business_as_usual(title: Title) -> bool:
    """Tell whether a title asks for what is so already."""
    first, rest = verb(title)
    if first == "support":
        return title.low[rest : rest + 1] != () and title.low[rest] in qualities.DETERMINERS
    return first in verbs.KEEPING and rest < len(title.low) and not is_statement(title)
