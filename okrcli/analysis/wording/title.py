"""A title as words, each as it was written and as it is compared."""

from functools import lru_cache
from typing import NamedTuple

_AROUND = "\"'\u201c\u201d\u2018()[]{}*_`«»…"
_ENDS = ",;:.!?"
_DASHES = frozenset(("-", "\u2013", "—", "|", "->", "→", "=>"))
_SIGNS = {
    "&": "and",
    "%": "%",
    "+": "and",
    "<": "below",
    "≤": "below",
    "<=": "below",
} | dict.fromkeys((">", "≥", ">="), "above")
_LABELS = frozenset(("objective", "goal", "key", "result", "okr", "kr", "o", "milestone"))
_MOST_LABELS = 3
_MOST_LETTERS = 1000
_ENGLISH_SHARE = 0.8


class Title(NamedTuple):
    """The words of a title.

    `raw` are the words as they were written, without the marks around them; `low` are the same in
    lower case, e-mail without its hyphen. After the words at `breaks`, a mark ends a part; `start`
    is where the title begins, after a label such as `KR 1:`. `english` tells whether it could be
    English at all, by its letters.
    """

    text: str
    raw: tuple[str, ...]
    low: tuple[str, ...]
    breaks: frozenset[int]
    start: int = 0
    english: bool = True

    @property
    def plain(self) -> str:
        """Give the title without its label."""
        return self.said(self.start) if self.start else self.text

    def said(self, begin: int, end: int | None = None) -> str:
        """Give some words as they were written."""
        return " ".join(self.raw[begin:end])


@lru_cache(maxsize=65_536)
def read(text: str) -> Title:
    """Cut a text into words; the end of a very long one is left out."""
    raw: list[str] = []
    low: list[str] = []
    breaks: set[int] = set()
    for piece in text[:_MOST_LETTERS].replace("\u2019", "'").replace("—", " — ").split():
        word, compared, ends = _word(piece)
        if word:
            raw.append(word)
            low.append(compared)
        if ends:
            breaks.add(len(raw) - 1)
    title = Title(text, tuple(raw), tuple(low), frozenset(breaks))
    return title._replace(start=_after_label(title), english=_in_english(text))


def _in_english(text: str) -> bool:
    """Tell whether nearly all letters of a text are those of English."""
    if text.isascii():
        return any(map(str.isalpha, text))
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isascii, letters)) >= _ENGLISH_SHARE * len(letters) > 0


@lru_cache(maxsize=65_536)
def _word(piece: str) -> tuple[str, str, bool]:
    """Give a word as it was written and as it is compared; with whether a part ends with it."""
    if piece in _DASHES:
        return "", "", True
    word, ends = _bare(piece)
    return word, _SIGNS.get(word) or _compared(word), ends


def _bare(piece: str) -> tuple[str, bool]:
    """Take the marks off a word; with whether they end a part."""
    if piece.isalnum() or piece in _SIGNS:
        return piece, False
    inner = piece.strip(_AROUND)
    word = inner.rstrip(_ENDS).rstrip(_AROUND)
    ends = word != inner or piece[-1] in _ENDS or (piece[-1] == ")" and "(" not in piece)
    return (word if any(map(str.isalnum, word)) else ""), ends


def _compared(word: str) -> str:
    low = word.lower()
    return "e" + low[2:] if low.startswith("e-mail") else low


def _after_label(title: Title) -> int:
    """Skip what only numbers or names a title: `1.`, `KR2:`, `Objective 3:`."""
    for at in range(min(_MOST_LABELS, len(title.low) - 1)):
        if title.low[at].rstrip("0123456789") not in _LABELS and not title.low[at].isdigit():
            return 0
        if at in title.breaks:
            return at + 1
    return 0
