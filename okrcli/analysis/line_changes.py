"""Which lines of a text are not as they were."""

from collections.abc import Sequence
from difflib import SequenceMatcher

_MOST_PAIRS = 4_000_000  # beyond it comparing takes seconds: all in between counts as changed


def changed_lines(before: str, after: str) -> frozenset[int]:
    """Give the lines, from 1, that are new or different; line endings and blank lines aside."""
    old, new = _lines(before), _lines(after)
    start = _same(old, new)
    end = _same(old[start:][::-1], new[start:][::-1])
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    numbers = _differing(middle_old, middle_new)
    return frozenset(start + number + 1 for number in numbers if middle_new[number].strip())


def _differing(old: Sequence[str], new: Sequence[str]) -> Sequence[int]:
    if len(old) * len(new) > _MOST_PAIRS:
        return range(len(new))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        number
        for kind, _, _, first, end in matcher.get_opcodes()
        if kind != "equal"
        for number in range(first, end)
    ]


def _same(old: Sequence[str], new: Sequence[str]) -> int:
    """Count the lines at the beginning that are equal."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
