"""The parts of a title: the verb it begins with, what the verb is done to, what for."""

from collections.abc import Mapping
from itertools import pairwise

from okrcli.analysis.wording.qualities import FINITE, PURPOSE, STOPS
from okrcli.analysis.wording.title import Title
from okrcli.analysis.wording.verbs import DONE, KNOWN, PURPOSES

_BEFORE = frozenset("we i will shall must want need to let's please aim strive try also".split())
_JOINS = frozenset(("and", "or"))
_MANNER = "ly"
_PAIRS: Mapping[tuple[str, ...], str] = {
    ("roll", "out"): "rollout",
    ("rolling", "out"): "rollout",
    ("set", "up"): "setup",
    ("carry", "out"): "conduct",
    ("work", "on"): "draft",
    ("reach", "out"): "contact",
    ("kick", "off"): "start",
    ("put", "in"): "install",
    ("meet", "with"): "visit",
    ("talk", "to"): "talk",
    ("talk", "with"): "talk",
    ("speak", "to"): "speak",
    ("speak", "with"): "speak",
    ("speak", "at"): "speak",
    ("follow", "up"): "contact",
    ("draw", "up"): "draft",
    ("put", "together"): "draft",
    ("come", "up"): "draft",
    ("go", "live"): "launch",
    ("sign", "off"): "finalise",
    ("apply", "for"): "apply",
}


def lead(title: Title) -> int:
    """Give the position of the first word that counts: no label, no `We will`, no `Quickly`."""
    at, low = title.start, title.low
    while at < len(low) - 1 and (
        low[at] in _BEFORE or (low[at].endswith(_MANNER) and base(low[at + 1]) in KNOWN)
    ):
        at += 1
    return at


def verb(title: Title) -> tuple[str, int]:
    """Give what a title begins with, as a bare verb where it is one, and where the rest begins."""
    at = lead(title)
    if at >= len(title.low):
        return "", at
    pair = _PAIRS.get(title.low[at : at + 2])
    return (pair, at + 2) if pair else (base(title.low[at]), at + 1)


def base(word: str) -> str:
    """Give the verb that an -ing form is of; other words as they are."""
    if not word.endswith("ing") or word in KNOWN:
        return word
    stem = word.removesuffix("ing")
    forms = (stem, f"{stem}e", stem[:-1])
    return next((form for form in forms if form in KNOWN), word)


def group(title: Title, begin: int) -> tuple[str, ...]:
    """Give the words of the group around a noun that begins at a position; none beyond a mark."""
    end = begin
    while end < len(title.low) and title.low[end] not in STOPS:
        end += 1
        if end - 1 in title.breaks:
            break
    words = title.low[begin:end]
    while words and (words[-1] in DONE or words[-1].endswith(_MANNER)):
        words = words[:-1]
    return words


def skip(title: Title, begin: int, fillers: frozenset[str]) -> int:
    """Give the position of the first word from a position on that is none of some words."""
    while begin < len(title.low) and title.low[begin] in fillers:
        begin += 1
    return begin


def has_purpose(title: Title, begin: int) -> bool:
    """Tell whether a title goes on, from a position, with what something is for."""
    rest = title.low[begin:]
    if any(word in PURPOSE for word in rest):
        return True
    return any(one == "to" and other in PURPOSES for one, other in pairwise(rest))


def is_statement(title: Title) -> bool:
    """Tell whether a title says how something is: its first word is no verb but a subject."""
    for before, word in pairwise(title.low[lead(title) :]):
        if word in PURPOSE or word == "to":
            return False
        if word in FINITE and before not in _JOINS:
            return True
    return False
