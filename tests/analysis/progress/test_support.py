"""An objective beside the mean of what supports it."""

import pytest

from okrcli.analysis.progress.report import ObjectiveReport
from okrcli.analysis.progress.support import Gap, Support, support
from okrcli.model.key_result import Close
from okrcli.model.objective import Objective
from tests.analysis.cascades import goal, landscape

DROP = Close("drop")


def report(objective: Objective) -> ObjectiveReport:
    found = landscape([objective]).report(objective.key)
    assert found is not None
    return found


def test_the_mean_is_plain_and_clamped() -> None:
    far = report(goal("growth/far", at=30))
    back = report(goal("growth/back", at=-20))
    assert support(report(goal("company/a", at=5)), [far, back]) == Support(2, 0.5, 0.0)


@pytest.mark.parametrize(
    ("own", "below", "gap"),
    [
        (5.0, 7.5, None),
        (5.0, 7.51, Gap.AHEAD),
        (5.0, 2.5, None),
        (5.0, 2.49, Gap.BEHIND),
        (0.0, 2.5, None),
        (10.0, 7.5, None),
        (1.0, 3.5000000001, None),
    ],
)
def test_more_than_a_quarter_apart_is_told(own: float, below: float, gap: Gap | None) -> None:
    found = support(report(goal("company/a", at=own)), [report(goal("growth/b", at=below))])
    assert found.gap is gap


def test_dropped_ones_are_in_no_mean_and_are_compared_with_none() -> None:
    dropped = report(goal("growth/b", at=10, close=DROP))
    half = report(goal("growth/c", at=5))
    own = report(goal("company/a", at=5))
    assert support(own, [dropped, half]) == Support(1, 0.5, 0.0)
    assert support(own, [dropped]) == Support()
    assert support(report(goal("company/a", close=DROP)), [half]) == Support(1, 0.5)
    assert support(None, [half]) == Support(1, 0.5)
