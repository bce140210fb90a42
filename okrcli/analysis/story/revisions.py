"""Revisions: which entry of `revised` gives the reason for a change of a promise."""

from collections.abc import Sequence
from datetime import date

from okrcli.model.key_result import SLACK, Revision

_UNKNOWN = "unknown"
_OF_THE_CYCLE = frozenset({"starts", "due"})  # left out, they are the cycle's days: any entry fits


def reason_for(revised: Sequence[Revision], field: str, was: object, now: object) -> str | None:
    """Give the reason that some entries name for a change of a field; None where none does.

    An entry fits a change that it tells, or that is a part of what it tells: from 50 to 47, and
    from there to 45, are told by one from 50 to 45. Several entries fit together where they lead
    from one value to the other. What an entry leaves out fits anything.
    """
    named = [entry for entry in reversed(revised) if _name(entry.field) == _name(field)]
    left_out = was is None and _name(field) in _OF_THE_CYCLE
    for entry in named:
        if _tells(entry, was, now) or (left_out and _equal(entry.now, now)):
            return entry.why
    begun = any(_equal(entry.was, was) for entry in named)
    return next((entry.why for entry in named if begun and _equal(entry.now, now)), None)


def _tells(entry: Revision, was: object, now: object) -> bool:
    """Tell whether a change lies within what an entry says."""
    if _fits(entry.was, was) and _fits(entry.now, now):
        return True
    first, last, before, after = map(_amount, (entry.was, entry.now, was, now))
    if first is None or last is None or before is None or after is None:
        return False
    if first > last:
        first, last, before, after = -first, -last, -before, -after
    return first - SLACK <= before < after <= last + SLACK


def _fits(said: object, value: object) -> bool:
    return said is None or _equal(said, value)


def _equal(said: object, value: object) -> bool:
    one, other = _amount(said), _amount(value)
    if one is not None and other is not None:
        return abs(one - other) <= SLACK
    return _text(said) == _text(value)


def _amount(value: object) -> float | None:
    """Give a number or a day as something that has an order."""
    match value:
        case bool():
            return None
        case int() | float():
            return float(value)
        case date():
            return float(value.toordinal())
        case str():
            return _written(value.strip())
    return None


def _written(text: str) -> float | None:
    try:
        return float(text.removesuffix("%"))
    except ValueError:
        pass
    try:
        return float(date.fromisoformat(text).toordinal())
    except ValueError:
        return None


def _text(value: object) -> str:
    return _UNKNOWN if value is None else " ".join(str(value).casefold().split())


def _name(field: str) -> str:
    """Bring the name of a field to one form: `at-least` is `at_least`."""
    return field.strip().casefold().replace("-", "_").replace(" ", "_")
