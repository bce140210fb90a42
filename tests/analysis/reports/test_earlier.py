"""How goals stood before a day: by what had been said, measured by the promises of now."""

from collections.abc import Mapping, Sequence
from datetime import date

from okrcli.analysis.progress.summary import Goals
from okrcli.analysis.reports.earlier import earlier, until
from okrcli.model.key_result import Close, KeyResult, Milestone
from okrcli.model.reference import Key
from okrcli.model.series import Version
from tests.analysis.landscapes import goal, landscape
from tests.analysis.versions import DAY7, METRIC, SETUP, version

_SINCE = date(2026, 10, 8)
_OLD = METRIC._replace(current=33.0, confidence=0.7, note="Quiet", blocker="Legal")
_NEW = METRIC._replace(current=40.0, confidence=0.4, note="Loud")


def _then(now: Sequence[KeyResult], versions: Mapping[Key, Sequence[Version]]) -> Goals:
    goals = landscape(goal("growth/first-minute", key_results=now)).goals
    return earlier(goals, versions, _SINCE)


def _only(goals: Goals) -> KeyResult:
    ((found,),) = (each.key_results for each in goals.objectives)
    return found


def test_the_day_itself_is_no_longer_before() -> None:
    versions = [version(7, _OLD), version(8, _NEW)]
    assert until(versions, _SINCE) == versions[:1]
    assert until(versions, date(2026, 10, 7)) == []
    assert until(versions, date(2026, 10, 9)) == versions


def test_what_was_said_last_before_counts() -> None:
    first = METRIC._replace(current=32.0)
    versions = [version(1, first, said=True), version(7, _OLD, said=True)]
    found = _then([_NEW], {DAY7: [*versions, version(9, _NEW, said=True)]})
    assert _only(found)._replace(milestones=()) == _OLD
    assert [each.date.day for each in found.series[DAY7].check_ins] == [1, 7]
    assert found.now == date(2026, 10, 7)


def test_the_promise_is_that_of_now() -> None:
    eased = _NEW._replace(target=40.0, title="Another title", weight=3.0)
    found = _only(_then([eased], {DAY7: [version(1, _OLD)]}))
    assert (found.target, found.title, found.weight) == (40.0, "Another title", 3.0)
    assert (found.current, found.confidence, found.blocker) == (33.0, 0.7, "Legal")


def test_what_was_not_there_yet_is_left_out() -> None:
    setup = METRIC._replace(id="setup")
    versions = {DAY7: [version(1, _OLD)], SETUP: [version(8, setup, key=SETUP)]}
    found = _then([_NEW, setup], versions)
    assert [each.id for each in found.objectives[0].key_results] == ["day7"]
    assert SETUP not in found.series


def test_an_objective_without_a_key_result_then_is_left_out() -> None:
    assert _then([_NEW], {DAY7: [version(8, _NEW)]}).objectives == []
    assert _then([_NEW], {}).objectives == []


def test_what_had_vanished_by_then_is_left_out_until_it_comes_back() -> None:
    gone = {DAY7: [version(1, _OLD), version(5, None), version(9, _NEW)]}
    assert _then([_NEW], gone).objectives == []
    back = {DAY7: [version(1, _OLD), version(5, None), version(6, _OLD), version(9, _NEW)]}
    assert _only(_then([_NEW], back)).current == 33.0


def test_milestones_are_those_of_now_and_done_as_they_were() -> None:
    first, second = Milestone("Draft", id="a"), Milestone("Live", id="b")
    was = KeyResult("day7", milestones=(first._replace(done=True), second))
    now = was._replace(
        milestones=(first._replace(done=True), second._replace(done=True), Milestone("New", id="c"))
    )
    found = _only(_then([now], {DAY7: [version(1, was), version(9, now)]}))
    assert [(each.id, each.done) for each in found.milestones] == [
        ("a", True),
        ("b", False),
        ("c", False),
    ]


def test_what_was_closed_later_was_open_then() -> None:
    closed = _NEW._replace(close=Close("drop"))
    assert _only(_then([closed], {DAY7: [version(1, _OLD), version(9, closed)]})).close is None


def test_drafts_are_no_part_of_the_past() -> None:
    goals = landscape(drafts=[goal("growth/idea", draft=True)]).goals
    assert goals.drafts
    assert earlier(goals, {}, _SINCE).drafts == ()
