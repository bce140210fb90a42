"""A promise is changed with an entry that tells the change."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.analysis.cycle.revising import Revising, Wish, revising
from okrcli.errors import UsageError
from okrcli.model.key_result import KeyResult, Kind

_TODAY = date(2026, 11, 22)
_METRIC = KeyResult("day7", unit="%", baseline=31.0, target=50.0)


def _revising(field: str, value: str, was: object = 50, why: str = "It moved") -> Revising:
    return revising(_METRIC, was, Wish(field, value, why), _TODAY)


def test_an_entry_tells_the_day_the_field_both_values_and_the_reason() -> None:
    made = revising(_METRIC, 50, Wish("target", "45.0", "Traffic halved", "dana"), _TODAY)
    assert (made.field, str(made.value)) == ("target", "45.0")
    assert made.entry == {
        "on": _TODAY,
        "field": "target",
        "was": Decimal(50),
        "now": Decimal("45.0"),
        "why": "Traffic halved",
        "agreed": "dana",
    }
    assert list(made.entry)[:5] == ["on", "field", "was", "now", "why"]


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("due", "2026-12-01", date(2026, 12, 1)),
        ("at-least", "-2", None),
        ("baseline", "unknown", "unknown"),
        ("baseline", "\N{MINUS SIGN}2", Decimal(-2)),
        ("Title", " Plainer words ", "Plainer words"),
    ],
)
def test_each_field_has_values_of_its_own(field: str, typed: str, value: object) -> None:
    if value is None:
        with pytest.raises(UsageError, match="is a metric and has no at_least"):
            _revising(field, typed)
    else:
        assert _revising(field, typed).value == value


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("traget", "45", "no promise"),
        ("current", "45", "no promise"),
        ("target", "much", "not a number"),
        ("target", "nan", "not a number"),
        ("target", "50.0", "has that target already"),
        ("due", "soon", "no date"),
        ("title", "  ", "promises nothing"),
    ],
)
def test_what_is_no_promise_is_refused(field: str, value: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        _revising(field, value)


def test_a_reason_is_wanted() -> None:
    with pytest.raises(UsageError, match="for a reason"):
        _revising("target", "45", why=" ")


def test_each_kind_has_promises_of_its_own() -> None:
    bound = KeyResult("up", kind=Kind.MAINTAIN, at_least=99.9)
    assert revising(bound, 99.9, Wish("at_least", "99.5", "why"), _TODAY).value == Decimal("99.5")
    with pytest.raises(UsageError, match="is a bound to keep and has no target"):
        revising(bound, None, Wish("target", "99.5", "why"), _TODAY)
