"""Change a promise the honest way: the new value, and an entry in `revised` that says why."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from okrcli.analysis.spelling import near
from okrcli.errors import UsageError
from okrcli.model.key_result import KIND_FIELDS, KeyResult, Kind

Value = Decimal | str | date | None

_NUMBERS = ("baseline", "target", "stretch", "at_least", "at_most", "kept", "weight")
_DATES = ("starts", "due")
_TEXTS = ("title", "unit", "owner")
FIELDS = (*_NUMBERS, *_DATES, *_TEXTS)
_UNKNOWN = "unknown"


class Wish(NamedTuple):
    """What somebody wants to promise instead, and why; `agreed` is the person who agreed."""

    field: str
    value: str
    why: str
    agreed: str | None = None
    on: date | None = None


class Revising(NamedTuple):
    """A field with its new value, and the entry of `revised` that tells it."""

    field: str
    value: Value
    entry: dict[str, Value]


def revising(key_result: KeyResult, was: object, wish: Wish, today: date) -> Revising:
    """Give what changes; `was` is what the field says by now, None where it says nothing.

    Raises UsageError where the field is no promise or the value is none for it.
    """
    field = wish.field.strip().casefold().replace("-", "_")
    if field not in FIELDS:
        close = near(field, FIELDS, 1)
        hint = f"did you mean {close[0]}?" if close else f"promises are: {', '.join(FIELDS)}"
        raise UsageError(f"'{wish.field}' is no promise of a key result", hint)
    _check_kind(key_result, field)
    value = _read(field, wish.value)
    if _same(was, value):
        raise UsageError(f"'{key_result.id}' has that {field} already", None)
    if not wish.why.strip():
        raise UsageError("a promise is changed for a reason", "say it with --why")
    entry: dict[str, Value] = {
        "on": wish.on or today,
        "field": field,
        "was": _as_read(was),
        "now": value,
        "why": wish.why,
    }
    agreed: dict[str, Value] = {} if wish.agreed is None else {"agreed": wish.agreed}
    return Revising(field, value, {**entry, **agreed})


def _check_kind(key_result: KeyResult, field: str) -> None:
    """Refuse a number that another kind of key result has."""
    own = KIND_FIELDS[key_result.kind]
    others = {name for fields in KIND_FIELDS.values() for name in fields}
    if field in others and field not in own:
        names = ", ".join(name for name in (*own, *_DATES, *_TEXTS, "weight") if name in FIELDS)
        kind = _KINDS[key_result.kind]
        raise UsageError(f"'{key_result.id}' is a {kind} and has no {field}", f"it has: {names}")


_KINDS = {
    Kind.METRIC: "metric",
    Kind.MAINTAIN: "bound to keep",
    Kind.MILESTONES: "milestone plan",
    Kind.BINARY: "key result that is done or not",
}


def _read(field: str, text: str) -> Value:
    plain = text.strip().replace("\N{MINUS SIGN}", "-")
    if field in _DATES:
        try:
            return date.fromisoformat(plain)
        except ValueError:
            raise UsageError(f"'{text}' is no date", "write YYYY-MM-DD") from None
    if field in _TEXTS:
        if not plain:
            raise UsageError(f"an empty {field} promises nothing", None)
        return text.strip()
    if field == "baseline" and plain == _UNKNOWN:
        return _UNKNOWN
    try:
        value = Decimal(plain)
    except InvalidOperation:
        value = Decimal("nan")
    if not value.is_finite():
        raise UsageError(f"'{text}' is not a number", "numbers have a point and nothing else: 36.5")
    return value


def _as_read(was: object) -> Value:
    """Give what stood in the file as it would be written."""
    if isinstance(was, int | float) and not isinstance(was, bool):
        return Decimal(repr(was))
    return None if was is None else str(was)


def _same(was: object, value: Value) -> bool:
    before = _as_read(was)
    return before == (value.isoformat() if isinstance(value, date) else value)
