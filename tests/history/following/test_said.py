"""What makes a check-in, of two states alone; test_checkins.py has who and when."""

from datetime import date

import pytest

from okrcli.history.following.said import changed
from okrcli.model.key_result import KeyResult, Milestone

DAY = date(2026, 10, 5)


@pytest.mark.parametrize(
    ("before", "after", "is_one"),
    [
        (None, KeyResult("a", current=0), True),
        (None, KeyResult("a", done=True), True),
        (None, KeyResult("a", done=DAY), True),
        (None, KeyResult("a", milestones=[Milestone("x", done=DAY)]), True),
        (None, KeyResult("a", milestones=[Milestone("x")]), False),
        (None, KeyResult("a", note="n", confidence=0.5, updated=DAY), False),
        (KeyResult("a"), KeyResult("b", current=0), True),
        (KeyResult("a", current=0), KeyResult("b"), True),
        (KeyResult("a", current=1), KeyResult("a", current=1.0, target=3), False),
        (KeyResult("a", done=True), KeyResult("a", done=DAY), True),
        (
            KeyResult("a", milestones=[Milestone("x", done=True), Milestone("y")]),
            KeyResult("a", milestones=[Milestone("z"), Milestone("x", done=True)]),
            False,
        ),
        (
            KeyResult("a", milestones=[Milestone("x", done=True), Milestone("y")]),
            KeyResult("a", milestones=[Milestone("y")]),
            True,
        ),
    ],
)
def test_what_makes_a_check_in(before: KeyResult | None, after: KeyResult, *, is_one: bool) -> None:
    assert changed(before, after) == is_one
