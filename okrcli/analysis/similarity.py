"""Which texts say the same: by their words, whatever their order, endings and filling."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from math import ceil
from typing import NamedTuple
from unicodedata import combining, normalize

ALIKE = 0.75  # the share of common words from which on two texts say the same ...
EXCHANGED = 0.85  # ... and where each of them has a word that the other lacks
_SHORTEST = 3  # letters that an ending leaves
_FILLING = frozenset(
    "a an the this that these those there and or but so as than then of in on at to for from with"
    " by about into onto over per via we us our ours you your yours they them their theirs it its"
    " he she his her i my me who whom whose which what is are be been being am was were has have"
    " had do does did will would can could shall should may might must get gets got make makes made"
    " every each all any some very really more most much many own across whole"
    " just also s t re ve ll".split()
)
_SAME = (
    *("1 one first 1st", "2 two second 2nd", "3 three third 3rd", "4 four", "5 five"),
    *("6 six", "7 seven", "8 eight", "9 nine", "10 ten", "12 twelve", "100 hundred"),
    *("customer client buyer", "employee colleague staff", "love adore", "begin start"),
    *("fast quick rapid swift speedy", "simple easy effortless", "company organisation"),
    *("organization organisation", "great excellent outstanding amazing", "buy purchase"),
    *("raise increase grow boost", "reduce cut lower decrease", "website site"),
)


class Gist(NamedTuple):
    """What is compared of a text: its words, brought to one form, and its names among them.

    Names are the words with a capital letter or a digit within: what differs in them speaks of
    different things.
    """

    words: frozenset[str]
    names: frozenset[str]


def gist(text: str) -> Gist:
    """Take the words of a text that say something; the first word's capital says nothing."""
    words: set[str] = set()
    names: set[str] = set()
    loud = text.isupper()
    for number, word in enumerate(re.findall(r"[^\W_]+", _plain(text))):
        if word.casefold() in _FILLING and (loud or not word.isupper() or len(word) == 1):
            continue  # but US and IT are names
        form = _form(word.casefold())
        words.add(form)
        if (number and not word.islower() and form.isalpha()) or _has_both(word):
            names.add(form)
    return Gist(frozenset(words), frozenset(names))


def without_filling(text: str) -> str:
    """Leave out of a text the words that say little of what it is about."""
    words = re.findall(r"[^\W_]+", text)
    return " ".join(word for word in words if word.casefold() not in _FILLING)


def similarity(one: Gist, other: Gist) -> float:
    """Give the share of common words among all words of two texts: 0 to 1."""
    union = len(one.words | other.words)
    return len(one.words & other.words) / union if union else 0.0


def say_the_same(one: Gist, other: Gist) -> bool:
    """Tell whether two texts say the same.

    A word more on one side is a way of saying it. A word that is exchanged for another is often
    the point, so that more must be the same then.
    """
    if one.words == other.words:
        return bool(one.words)
    if one.names - other.words or other.names - one.words:
        return False
    exchanged = one.words - other.words and other.words - one.words
    return similarity(one, other) >= (EXCHANGED if exchanged else ALIKE)


def groups(gists: Sequence[Gist]) -> list[list[int]]:
    """Give the positions of texts that say the same, those of a group and the groups in order."""
    leader = list(range(len(gists)))
    for one, other in _pairs(gists):
        first, second = sorted((_leader(leader, one), _leader(leader, other)))
        leader[second] = first
    found: dict[int, list[int]] = defaultdict(list)
    for position in range(len(gists)):
        found[_leader(leader, position)].append(position)
    return [group for group in found.values() if len(group) > 1]


def _pairs(gists: Sequence[Gist]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that say the same; only those are compared that share a rare word.

    Texts that have the share of ALIKE in common have one of the rarest words in common, of so many
    as may be missing and one more.
    """
    often = Counter(word for each in gists for word in each.words)
    holders: Mapping[str, list[int]] = defaultdict(list)
    for position, each in enumerate(gists):
        rarest = sorted(each.words, key=lambda word: (often[word], word))
        few = rarest[: len(rarest) - ceil(ALIKE * len(rarest)) + 1]
        near = sorted({other for word in few for other in holders[word]})
        yield from ((other, position) for other in near if say_the_same(gists[other], each))
        for word in few:
            holders[word].append(position)


def _leader(leader: list[int], position: int) -> int:
    while leader[position] != position:
        leader[position] = position = leader[leader[position]]
    return position


def _plain(text: str) -> str:
    if text.isascii():
        return text
    return "".join(sign for sign in normalize("NFKD", text) if not combining(sign))


def _has_both(word: str) -> bool:
    return any(map(str.isdigit, word)) and any(map(str.isalpha, word))


@lru_cache(maxsize=65_536)
def _form(word: str) -> str:
    """Bring a word to the form that stands for it and for what means the same."""
    known = _forms()
    return known.get(word) or known.get(_stem(word)) or _stem(word)


@cache
def _forms() -> Mapping[str, str]:
    """Give the form for each word of the groups of words that mean the same."""
    return {
        form: same.split()[0]
        for same in _SAME
        for word in same.split()
        for form in (word, _stem(word))
    }


def _stem(word: str) -> str:
    """Take the commonest English endings off a word."""
    if len(word) <= _SHORTEST or not word.isalpha():
        return word
    if word.endswith("ies"):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed", "ly"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST and re.search("[aeiouy]", rest[:-1]):
            word = rest[:-1] if rest[-2] == rest[-1] and rest[-1] not in "lsz" else rest
            break
    return word.removesuffix("e").removesuffix("y") + ("i" if word.endswith("y") else "")
