"""What a refused value, a misspelt field or a missing id must have been meant to be, for certain.

Hints (`remedies`) may guess. What is said here is written into files by `okr lint --fix`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches

from okrcli.model.finding import Fix
from okrcli.store.faults import Fault
from okrcli.store.remedies import cycle_name, iso_day, slug

_ALIKE = 0.8  # of the letters
_LONGEST_ID = 40
_PLAIN_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?", re.ASCII)
_BELIEF = re.compile(r"(\d+(?:\.\d+)?)\s*(%|/\s*\d+|percent)", re.ASCII)
_TRUTH = {"yes": True, "true": True, "no": False, "false": False}

Value = str | int | float | bool


def fix_of(fault: Fault) -> Fix | None:
    """Give what mends a fault, where there is no doubt."""
    match fault.kind:
        case "unknown":
            return _renamed(fault)
        case "missing":
            return _identified(fault)
        case "wrong" if isinstance(fault.value, str):
            value = _value(fault.expected, fault.value)
            return None if value is None or value == fault.value else Fix(fault.keys, value)
        case "wrong" if fault.expected.startswith("text") and type(fault.value) is int:
            return Fix(fault.keys, str(fault.value))
    return None


def _renamed(fault: Fault) -> Fix | None:
    """Rename a field that is spelt nearly as one, and only one, that is not there yet."""
    meant = _meant(fault.field, fault.known)
    if meant is None or meant in fault.given:
        return None
    return Fix(fault.keys, meant, rename=True)


def _identified(fault: Fault) -> Fix | None:
    """Make an id of a title; whoever knows all ids makes it one of its own."""
    title = fault.value.get("title") if isinstance(fault.value, Mapping) else None
    if "id" not in fault.names or not isinstance(title, str):
        return None
    made = id_of(title)
    return Fix((*fault.keys, "id"), made) if made else None


def id_of(title: str) -> str:
    """Make an id of a title; "" where nothing of it can be one."""
    return _short(slug(title) or "")


def _short(text: str) -> str:
    """End an id behind a word."""
    if len(text) <= _LONGEST_ID:
        return text
    return text[: _LONGEST_ID + 1].rpartition("-")[0] or text[:_LONGEST_ID]


def _plain(name: str) -> str:
    """Write a name as the format writes its own: `keyResults` and `Key-Results` as key_results."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name.strip())
    return re.sub(r"[\s_-]+", "_", parted).lower()


def _value(expected: str, text: str) -> Value | None:
    for words, correct in _CORRECTIONS:
        if expected.startswith(words):
            return correct(text.strip())
    return _meant(text, expected.split("`")[1::2])


def _meant(word: str, known: Sequence[str]) -> str | None:
    """Give the one known word that is spelt much like another."""
    plain = _plain(word)
    found = [plain] if plain in known else get_close_matches(plain, known, n=2, cutoff=_ALIKE)
    return found[0] if len(found) == 1 else None


def _number(text: str) -> float | None:
    """Take a number out of its quotes; separators may mean one thing or another."""
    if _PLAIN_NUMBER.fullmatch(text) is None:
        return None
    return float(text) if "." in text else int(text)


def _confidence(text: str) -> Value | None:
    number, match = _number(text), _BELIEF.fullmatch(text)
    if number is not None:
        return number if 0 <= number <= 1 else None
    if match is None:
        return None
    return match[1] + ("%" if match[2] == "percent" else re.sub(r"\s", "", match[2]))


def _flag(text: str) -> bool | None:
    return _TRUTH.get(text.lower())


def _done(text: str) -> Value | None:
    flag = _flag(text)
    return iso_day(text) if flag is None else flag


def _baseline(text: str) -> Value | None:
    return "unknown" if text.lower() == "unknown" else _number(text)


_CORRECTIONS: Sequence[tuple[str, Callable[[str], Value | None]]] = (
    ("a number, or `unknown`", _baseline),
    ("a number", _number),
    ("a belief", _confidence),
    ("a date", iso_day),
    ("a cycle", cycle_name),
    ("true or false", _flag),
    ("false, true", _done),
)
