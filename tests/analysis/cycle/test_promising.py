"""What somebody promises becomes the fields of a key result."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.analysis.cycle.promising import Promise
from okrcli.errors import UsageError


@pytest.mark.parametrize(
    ("promise", "measure"),
    [
        (Promise(baseline="31.50", target="45"), {"baseline": Decimal("31.50"), "target": 45}),
        (Promise(baseline="unknown", target="45"), {"baseline": "unknown", "target": 45}),
        (Promise(at_least="0", at_most="2"), {"at_least": 0, "at_most": 2}),
        (Promise(milestones=["a", "b"]), {"milestones": ["a", "b"]}),
        (Promise(done=True), {"done": False}),
    ],
)
def test_each_kind_has_its_fields(promise: Promise, measure: dict[str, object]) -> None:
    fields = promise._replace(title="T").fields("made")
    assert fields == {"id": "made", "title": "T", **measure}


def test_what_is_given_besides_stands_where_the_format_lists_it() -> None:
    promise = Promise("T", "own", "ana", "%", at_least="99.90", due=date(2026, 12, 1))
    assert list(promise.fields("made").items()) == [
        ("id", "own"),
        ("title", "T"),
        ("owner", "ana"),
        ("unit", "%"),
        ("at_least", Decimal("99.90")),
        ("due", date(2026, 12, 1)),
    ]


@pytest.mark.parametrize(
    "promise",
    [
        Promise(),
        Promise(baseline="1"),
        Promise(target="1"),
        Promise(done=True, at_least="5"),
        Promise(baseline="much", target="5"),
        Promise(at_least="unknown"),
    ],
)
def test_what_measures_nothing_or_in_two_ways_is_refused(promise: Promise) -> None:
    with pytest.raises(UsageError):
        promise._replace(title="T").fields("made")
