"""Windows between check-ins: on time, late, missed, or still open."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.progress.cadence import silent
from okrcli.analysis.progress.report import Status
from okrcli.analysis.progress.rhythm import Beat, kept, rhythm, settled, windows
from okrcli.model.cycle import Period
from okrcli.model.key_result import KeyResult
from okrcli.model.organization import Team
from okrcli.model.series import CheckIn, Series
from okrcli.model.settings import CheckIns
from tests.render.report_cases import key_result

_START = date(2026, 10, 1)
_TIME = Period(_START, date(2027, 1, 1))
_TEAM = Team("growth")
_WEEKLY = CheckIns(every_days=7, grace_days=3)
_SIGNS = {Beat.ON_TIME: "+", Beat.LATE: "/", Beat.MISSED: "x", Beat.OPEN: "."}


def _day(number: int) -> date:
    return _START + timedelta(days=number)


def _beats(said: Sequence[int], now: int, rules: CheckIns = _WEEKLY) -> str:
    found = windows(map(_day, said), _TIME, _day(now), _TEAM, rules)
    return "".join(_SIGNS[each.beat] for each in found)


@pytest.mark.parametrize(
    ("said", "now", "beats"),
    [
        ([], 0, "."),
        ([], 10, ".."),
        ([], 11, "x."),
        ([0], 7, "+"),
        ([7], 7, "+"),
        ([8], 8, "/+"),
        ([10], 14, "/+"),
        ([11], 14, "x+"),
        ([-3], 5, "+"),
        ([4, 11, 18], 21, "+++"),
        ([4, 18], 21, "+x+"),
        ([21, 14, 7], 21, "+++"),
    ],
)
def test_each_window_wants_a_check_in(said: Sequence[int], now: int, beats: str) -> None:
    assert _beats(said, now) == beats


def test_a_window_tells_its_last_day() -> None:
    assert [each.due for each in windows([], _TIME, _day(10), _TEAM, _WEEKLY)] == [
        date(2026, 10, 8),
        date(2026, 10, 15),
    ]


def test_days_of_a_pause_do_not_count() -> None:
    paused = _WEEKLY._replace(pauses=[Period(_day(7), _day(21))])
    assert _beats([5, 23], 28, paused) == "++"
    assert _beats([5, 23], 28) == "+x/+"


def test_a_team_may_have_longer_windows() -> None:
    team = _TEAM._replace(check_in_days=14)
    found = windows([_day(12)], _TIME, _day(20), team, _WEEKLY)
    assert [each.beat for each in found] == [Beat.ON_TIME, Beat.OPEN]


def test_the_rest_at_the_end_is_no_window() -> None:
    assert len(_beats([], 200)) == _TIME.days // 7


@given(st.lists(st.integers(-10, 120), max_size=20), st.integers(0, 150), st.integers(0, 30))
def test_one_more_check_in_never_makes_it_worse(said: list[int], now: int, more: int) -> None:
    order = "x./+"
    before, after = _beats(said, now), _beats([*said, more], now)
    assert all(order.index(a) <= order.index(b) for a, b in zip(before, after, strict=True))


@given(st.permutations([3, 9, 17, 24, 40]))
def test_the_order_of_check_ins_has_no_part_in_it(said: list[int]) -> None:
    assert _beats(said, 50) == _beats(sorted(said), 50)


@given(st.integers(1, 14), st.integers(0, 13), st.integers(0, 91))
def test_who_never_checked_in_misses_a_window_on_the_day_it_is_overdue(
    every: int, grace: int, now: int
) -> None:
    rules = CheckIns(every_days=every, grace_days=grace)
    overdue = silent(None, _START, _day(now), _TEAM, rules)
    assert ("x" in _beats([], now, rules)) == overdue


def _series(said: int, began: date | None = None) -> Series:
    nobody = CheckIn(_day(said), "ana", None, KeyResult("day7"))
    return Series([nobody], began=began)


def test_it_begins_with_the_history() -> None:
    report = key_result(KeyResult("day7"), 0.4, said=("ana", 1))
    said = (_day(52) - timedelta(days=1) - _START).days
    assert len(rhythm(report, _series(said), _day(52), _TEAM, _WEEKLY)) == 8
    late = rhythm(report, _series(said, _day(40)), _day(52), _TEAM, _WEEKLY)
    assert [(each.due, each.beat) for each in late] == [
        (_day(47), Beat.MISSED),
        (_day(54), Beat.ON_TIME),
    ]


def test_nobody_waits_for_more_when_it_is_finished() -> None:
    report = key_result(KeyResult("day7"), 1.0, Status.ACHIEVED, said=("ana", 38))
    assert len(rhythm(report, _series(14), _day(52), _TEAM, _WEEKLY)) == 2


def test_only_what_is_over_is_counted() -> None:
    assert kept(windows([_day(3)], _TIME, _day(20), _TEAM, _WEEKLY)) == (1, 2)


@given(
    st.lists(st.integers(-10, 140), max_size=6),
    st.integers(-5, 100),
    st.sampled_from([Status.ACHIEVED, Status.MISSED]),
    st.lists(st.tuples(st.integers(0, 130), st.integers(1, 20)), max_size=2),
    st.lists(st.integers(0, 200), min_size=1, max_size=5),
)
def test_from_some_day_on_it_stays_as_it_is(
    said: list[int], began: int, status: Status, pauses: list[tuple[int, int]], later: list[int]
) -> None:
    rules = _WEEKLY._replace(pauses=[Period(_day(at), _day(at + days)) for at, days in pauses])
    check_ins = [CheckIn(_day(each), "ana", None, KeyResult("")) for each in said]
    item = key_result(KeyResult("day7"), 0.4, status)._replace(time=_TIME)
    past = Series(tuple(check_ins), began=_day(began))
    first = settled(item, past, _TEAM, rules)
    then = rhythm(item, past, first, _TEAM, rules)
    assert first >= _TIME.end
    for days in later:
        assert rhythm(item, past, first + timedelta(days), _TEAM, rules) == then
