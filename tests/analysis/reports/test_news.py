"""What is new of a key result, and how much of it is worth telling."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from okrcli.analysis.progress.report import KeyResultReport, Status
from okrcli.analysis.reports.news import News, blocked_since
from okrcli.model.key_result import KeyResult, Milestone
from okrcli.model.series import CheckIn, Version
from tests.analysis.landscapes import goal, half, landscape
from tests.analysis.versions import METRIC, version

_SAID = (CheckIn(date(2026, 11, 20), "bo", "1" * 40, half()),)
_BLOCKED = METRIC._replace(blocker="Legal")


def _report(key_result: KeyResult | None = None, **more: Any) -> KeyResultReport:  # noqa: ANN401 - of any field
    objective = goal("growth/a", key_results=[key_result or half()])
    report = landscape(objective).report(objective.key)
    assert report is not None
    return report.key_results[0]._replace(**more)


def _news(
    now: KeyResultReport, before: KeyResultReport | None, said: Sequence[CheckIn] = _SAID
) -> News:
    return News(now, before, said, None)


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [(0.5, 0.51, True), (0.5, 0.509, False), (0.29, 0.3, True), (0.5, 0.4, False), (-0.2, 0, True)],
)
def test_a_hundredth_of_the_way_is_worth_telling(before: float, now: float, *, moved: bool) -> None:
    news = _news(_report(progress=now), _report(progress=before))
    assert news.moved is moved
    assert news.gain == pytest.approx(now - before)


def test_nothing_moves_without_a_check_in_of_the_time() -> None:
    assert not _news(_report(progress=0.9), _report(progress=0.1), ()).moved


@pytest.mark.parametrize("before", [None, _report(progress=None)])
def test_what_was_not_measured_before_has_gained_nothing(before: KeyResultReport | None) -> None:
    assert _news(_report(progress=0.9), before).gain == 0
    assert _news(_report(progress=None), _report(progress=0.1)).gain == 0


@pytest.mark.parametrize(
    ("before", "now", "reached"),
    [
        (Status.BEHIND, Status.ACHIEVED, True),
        (None, Status.ACHIEVED, True),
        (Status.ACHIEVED, Status.ACHIEVED, False),
        (Status.ACHIEVED, Status.BEHIND, False),
    ],
)
def test_a_target_is_reached_once(before: Status | None, now: Status, *, reached: bool) -> None:
    was = None if before is None else _report(status=before)
    assert _news(_report(status=now), was).reached is reached


@pytest.mark.parametrize(
    ("before", "now", "endangered", "still_bad"),
    [
        (Status.BEHIND, Status.AT_RISK, True, False),
        (None, Status.MISSED, True, False),
        (Status.AT_RISK, Status.MISSED, False, True),
        (Status.AT_RISK, Status.AT_RISK, False, True),
        (Status.AT_RISK, Status.BEHIND, False, False),
        (Status.ON_TRACK, Status.OUTDATED, False, False),
    ],
)
def test_at_risk_is_news_only_where_it_was_not_before(
    before: Status | None, now: Status, *, endangered: bool, still_bad: bool
) -> None:
    was = None if before is None else _report(status=before)
    news = _news(_report(status=now), was)
    assert (news.endangered, news.still_bad) == (endangered, still_bad)


@pytest.mark.parametrize(
    ("before", "now", "doubted"),
    [(0.7, 0.5, True), (0.8, 0.6, True), (0.7, 0.51, False), (0.5, 0.7, False)],
)
def test_two_of_ten_are_a_loss_of_confidence(before: float, now: float, *, doubted: bool) -> None:
    news = _news(_report(half(confidence=now)), _report(half(confidence=before)))
    assert news.doubted is doubted


def test_confidence_that_was_never_said_is_not_lost() -> None:
    sure, silent = _report(half(confidence=0.9)), _report()
    assert _news(silent, sure).fall == _news(sure, silent).fall == _news(sure, None).fall == 0


def test_nobody_doubts_what_is_finished() -> None:
    low, high = half(confidence=0.1), half(confidence=0.9)
    assert not _news(_report(low, status=Status.ACHIEVED), _report(high)).doubted


def test_milestones_are_steps_where_they_were_not_done_before() -> None:
    one, two = (
        Milestone("Draft", id="a", done=True),
        Milestone("Live", id="b", done=date(2026, 11, 20)),
    )
    now = _report(KeyResult("m", milestones=(one, two, Milestone("Sold", id="c"))))
    was = _report(KeyResult("m", milestones=(one, two._replace(done=False))))
    assert _news(now, was).steps == ["Live"]
    assert _news(now, None).steps == ["Draft", "Live"]


def test_the_owner_is_thanked_first_and_everybody_once() -> None:
    said = [_SAID[0]._replace(author=who) for who in ("bo", "ana", "bo", None)]
    assert _news(_report(owner="ana"), None, said).people() == ["ana", "bo"]
    assert _news(_report(owner=None), None, said).people() == ["bo", "ana"]


@pytest.mark.parametrize(
    ("versions", "day"),
    [
        ([], None),
        ([version(1, METRIC)], None),
        ([version(1, METRIC), version(3, _BLOCKED), version(5, _BLOCKED)], 3),
        ([version(1, _BLOCKED), version(3, METRIC), version(5, _BLOCKED)], 5),
        ([version(1, _BLOCKED), version(3, None), version(5, _BLOCKED)], 5),
        ([version(1, _BLOCKED), version(3, METRIC)], None),
        ([version(2, _BLOCKED), version(4, _BLOCKED._replace(blocker="Other"))], 2),
    ],
)
def test_a_blocker_is_as_old_as_the_time_without_a_break(
    versions: Sequence[Version], day: int | None
) -> None:
    assert blocked_since(versions) == (None if day is None else date(2026, 10, day))


def test_a_blocker_begins_on_the_day_of_its_check_in() -> None:
    later = version(5, _BLOCKED, said=True)
    assert later.check_in is not None
    told = later._replace(check_in=later.check_in._replace(date=date(2026, 10, 2)))
    assert blocked_since([told]) == date(2026, 10, 2)
