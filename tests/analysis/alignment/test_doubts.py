"""What stands in the files against counting on something that is needed."""

from collections.abc import Sequence
from datetime import date

import pytest

from okrcli.analysis.alignment.doubts import Doubt, Promises, is_reached
from okrcli.model.key_result import KeyResult, Kind
from okrcli.model.objective import Objective
from tests.analysis.landscapes import DROP, goal, half, landscape

_HOLDER = goal("growth/it", key_results=[half(due=date(2026, 12, 1), needs=("platform/goal",))])


def _doubts(target: Objective, *, holder: Objective = _HOLDER) -> list[Doubt]:
    drafts = [each for each in (target, holder) if each.draft]
    known = [each for each in (target, holder) if not each.draft]
    found = landscape(*known, drafts=drafts)
    (link,) = found.alignment.needs
    return list(Promises(found.alignment, found.goals.settings.calendar).doubts(link))


@pytest.mark.parametrize(
    ("target", "doubts"),
    [
        (goal("platform/goal", key_results=[half(due=date(2026, 12, 1))]), []),
        (goal("platform/goal"), [Doubt.LATE]),
        (goal("platform/goal", key_results=[half(current=10.0)]), []),
        (goal("platform/goal", close=DROP), [Doubt.DROPPED]),
        (goal("platform/goal", draft=True), [Doubt.DRAFT, Doubt.LATE]),
        (goal("platform/goal", cycle="2026"), [Doubt.LATE]),
    ],
)
def test_a_promise_may_be_doubted(target: Objective, doubts: Sequence[Doubt]) -> None:
    assert _doubts(target) == doubts


def test_drafts_of_one_team_are_published_together() -> None:
    holder = goal("platform/it", key_results=[half(needs=("platform/goal",))], draft=True)
    assert _doubts(goal("platform/goal", draft=True), holder=holder) == []


def test_a_bound_is_kept_to_the_end_and_the_rest_is_reached() -> None:
    kept = KeyResult("kept", "Kept", Kind.MAINTAIN, at_least=1.0, current=2.0)
    assert not is_reached(kept)
    assert is_reached(half(current=10.0))
    assert not is_reached(half())
