"""Hints for values that are nearly right: what was meant, written as the format writes it."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from unicodedata import normalize

from okrcli.store.nearly_numbers import bound_hint, number_hint

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 60
_BARE = re.compile(r"[\w/][\w/. -]*(?::[\w/.-]+)*")
_AMBITIONS = {
    "stretch": "aspirational",
    "moonshot": "aspirational",
    "aspiration": "aspirational",
    "roofshot": "committed",
    "commit": "committed",
}
_UNKNOWN = frozenset({"tbd", "?", "n/a", "na", "none", "todo", "-", "unkown", "unmeasured"})
_YES = frozenset({"yes", "y", "true", "on", "done", "x"})
_NO = frozenset({"no", "n", "false", "off", "open"})


def remedy(field: str, expected: str, value: object) -> str | None:
    """Say how to write a value that was refused; None where it cannot be told."""
    if value is None:
        return "give it a value, or delete the line"
    if expected == "a list":
        return _as_list(field, value)
    if expected == "a mapping of fields":
        return _as_fields(value)
    if isinstance(value, str) and len(value) > _LONGEST:
        return None
    for words, advise in [_OF_A_TARGET, *_ADVICE] if field == "target" else _ADVICE:
        if expected.startswith(words):
            return advise(value)
    return None


def iso_day(text: str) -> str | None:
    """Find the day that a text in a local habit names; None where it names none or several."""
    text = text.strip()
    match = re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$", text)
    if match:
        return _day(int(match[1]), int(match[2]), int(match[3]))
    match = re.match(r"(\d{1,2})([-/.])\s?(\d{1,2})[-/.]\s?(\d{4})$", text)
    if match is None:
        return None
    first, mark, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    if mark == "." or first > 12:  # noqa: PLR2004 - a month is at most 12
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None  # noqa: PLR2004 - as above


def cycle_name(text: str) -> str | None:
    """Find the cycle that a text in a local habit names."""
    plain = text.strip().lower().removeprefix("fy")
    match = re.fullmatch(r"([qh])\s*([1-4])[\s/_-]*(\d{4})", plain)
    if match:
        return f"{match[3]}-{match[1].upper()}{match[2]}"
    match = re.fullmatch(r"(\d{4})[\s/_-]*([qh])\s*([1-4])", plain)
    if match:
        return f"{match[1]}-{match[2].upper()}{match[3]}"
    match = re.fullmatch(r"([a-z]{3})[a-z]*\.?[\s/_-]*(\d{4})", plain)
    if match and match[1] in _MONTHS:
        return f"{match[2]}-{_MONTHS.index(match[1]) + 1:02}"
    match = re.fullmatch(r"(\d{4})[\s/_-]+(\d{1,2})", plain)
    if match and 1 <= int(match[2]) <= 12:  # noqa: PLR2004 - the months of a year
        return f"{match[1]}-{int(match[2]):02}"
    return plain if re.fullmatch(r"\d{4}", plain) else None


def slug(text: str) -> str | None:
    """Write a text as an id."""
    plain = normalize("NFKD", text.replace("\u00df", "ss")).encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return found if re.match(r"[a-z]", found) else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _as_list(field: str, value: object) -> str:
    if isinstance(value, str) and len(value) <= _LONGEST and _BARE.fullmatch(value):
        return f"write `{field}: [{value}]`"
    return "begin each entry with `- ` on a line of its own"


def _as_fields(value: object) -> str:
    """Show how an entry that was written as text begins as a mapping."""
    meant = slug(value) if isinstance(value, str) and len(value) <= _LONGEST else None
    if meant is None:
        return "write its fields, each on a line of its own"
    title = f" and, in the next line, `title: {value}`" if meant != value else ""
    return f"write its fields: `- id: {meant}`{title}"


def _number(value: object) -> str | None:
    return number_hint(value) if isinstance(value, str) else None


def _target(value: object) -> str | None:
    bound = bound_hint(value) if isinstance(value, str) else None
    return bound or _number(value)


def _confidence(value: object) -> str | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        return _number_of_confidence(value)
    if isinstance(value, int | float) and 1 < value <= 100:  # noqa: PLR2004 - percent
        return f"write {value:g}/10 or {value / 10:g}" if value <= 10 else f"write {value:g}%"  # noqa: PLR2004 - of ten
    return None


def _number_of_confidence(value: str) -> str | None:
    match = re.fullmatch(r"\s*(\d+(?:[.,]\d+)?)\s*(%|/\s*\d+|percent)?\s*", value)
    if match is None:
        return "write a number from 0 to 1, such as 0.6"
    number = match[1].replace(",", ".")
    if match[2] is None:
        bare = f"write {number} without quotes"
        return bare if float(number) <= 1 else _confidence(float(number))
    mark = "%" if match[2] == "percent" else match[2].replace(" ", "")
    return f"write {number}{mark}" if f"{number}{mark}" != value else None


def _fraction(value: object) -> str | None:
    if isinstance(value, int | float) and 1 < value <= 100:  # noqa: PLR2004 - percent
        return f"write {value / 100:g}"
    return _number(value)


def _date(value: object) -> str | None:
    if not isinstance(value, str):
        return "write a day as YYYY-MM-DD"
    found = iso_day(value)
    if found is not None:
        return f"write {found}"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip()):
        return "the calendar has no such day"
    return "write a day as YYYY-MM-DD"


def _cycle(value: object) -> str | None:
    found = cycle_name(value) if isinstance(value, str) else None
    return f"write {found}" if found is not None else None


def _id(value: object) -> str | None:
    found = slug(str(value)) if isinstance(value, str) else None
    return f"write {found}" if found is not None else None


def _flag(value: object) -> str | None:
    word = str(value).strip().lower()
    if word in _YES or value == 1:
        return "write true"
    return "write false" if word in _NO or value == 0 else None


def _done(value: object) -> str | None:
    return _flag(value) or (_date(value) if isinstance(value, str) else None)


def _baseline(value: object) -> str | None:
    if isinstance(value, str) and value.strip().lower() in _UNKNOWN:
        return "write unknown while it is still being measured"
    return _number(value)


def _ambition(value: object) -> str | None:
    found = _AMBITIONS.get(str(value).strip().lower())
    return f"write {found}" if found is not None else None


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return "give it a value, or delete the line"
    if isinstance(value, bool | int | float):
        written = str(value).lower() if isinstance(value, bool) else f"{value}"
        return f'put it in quotes: "{written}"'
    return None


_OF_A_TARGET = ("a number", _target)
_ADVICE: Sequence[tuple[str, Callable[[object], str | None]]] = (
    ("a number, or `unknown`", _baseline),
    ("a number from 0 to 1", _fraction),
    ("a number", _number),
    ("a whole number", _number),
    ("a belief", _confidence),
    ("a date", _date),
    ("a cycle", _cycle),
    ("an id", _id),
    ("true or false", _flag),
    ("false, true", _done),
    ("`committed`", _ambition),
    ("text", _text),
)
