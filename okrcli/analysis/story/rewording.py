"""Rewording: whether a text was rewritten, or only its spelling mended."""

import re

from okrcli.analysis.spelling import near

_SHORTEST = 4  # letters from which on a slip does not make another word


def reworded(was: str, now: str) -> bool:
    """Tell whether a text says it in other words.

    Case, punctuation, spaces and accents of spelling do not count, nor does a slip or two within a
    word; its first letter and every number do.
    """
    before, after = _words(was), _words(now)
    if "".join(before) == "".join(after):
        return False
    if len(before) != len(after):
        return True
    return not all(map(_same, before, after))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _same(one: str, other: str) -> bool:
    """Tell whether two words are one, but for a slip."""
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0]:
        return False
    return one.isalpha() and other.isalpha() and bool(near(one, [other]))
