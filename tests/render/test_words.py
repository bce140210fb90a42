"""What a report says in words."""

from datetime import date, timedelta

import pytest

from okrcli.analysis.progress.report import KeyResultReport, Status
from okrcli.model.key_result import KeyResult, Kind, Milestone
from okrcli.render.glyphs import glyphs
from okrcli.render.words import (
    age,
    count,
    cycle_clock,
    goalpost_phrase,
    history_phrase,
    open_blocker,
    status_with_reason,
    status_word,
    value_phrase,
)
from tests.render.odd_reports import everything
from tests.render.report_cases import NOW, QUARTER, key_result, monday

_METRIC = KeyResult("m", baseline=31.0, target=45.0, current=36.5, unit="%")


def _report(status: Status, reason: str) -> KeyResultReport:
    return key_result(_METRIC, 0.39, status, reason)


@pytest.mark.parametrize(
    ("status", "reason", "said"),
    [
        (Status.BEHIND, "pace", "behind"),
        (Status.BEHIND, "bound", "behind (bound)"),
        (Status.AT_RISK, "confidence", "at risk (confidence)"),
        (Status.OUTDATED, "silence", "outdated (silence)"),
        (Status.CLOSING, "window", "closing (window)"),
        (Status.ON_TRACK, "bound", "on track"),
        (Status.NOT_MEASURED, "baseline", "not measured"),
        (Status.DROPPED, "close", "dropped"),
        (Status.ACHIEVED, "score", "achieved"),
    ],
)
def test_a_reason_is_said_where_the_bar_does_not_show_it(
    status: Status, reason: str, said: str
) -> None:
    assert status_with_reason(_report(status, reason)) == said


def test_every_status_is_said_in_words() -> None:
    assert [status_word(status) for status in Status][3:5] == ["on track", "achieved"]
    assert all("-" not in status_word(status) for status in Status)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "1d"),
        (99, "99d"),
        (100, "3mo"),
        (400, "13mo"),
        (4000, "10y"),
        (-3, "in 3d"),
    ],
)
def test_an_age_is_short(days: int, said: str) -> None:
    assert age(NOW - timedelta(days=days), NOW) == said


def test_one_of_a_thing_is_singular() -> None:
    assert [count(amount, "commit") for amount in (0, 1, 2)] == [
        "0 commits",
        "1 commit",
        "2 commits",
    ]


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (date(2026, 9, 30), "begins 2026-10-01"),
        (date(2026, 10, 1), "day 0 of 92 (0%)"),
        (date(2026, 11, 22), "day 52 of 92 (57%)"),
        (date(2026, 12, 31), "day 91 of 92 (99%)"),
        (date(2027, 1, 1), "ended 2026-12-31"),
    ],
)
def test_a_cycle_says_how_much_of_it_is_over(now: date, said: str) -> None:
    assert cycle_clock(QUARTER, now) == said


def test_uncommitted_changes_are_part_of_the_history_that_was_read() -> None:
    assert history_phrase(monday()) == "123 commits"
    assert history_phrase(everything()) == "1 commit + uncommitted"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (_METRIC, "36.5 → 45%"),
        (_METRIC._replace(current=None), "→ 45%"),
        (_METRIC._replace(baseline=None), "36.5, no baseline"),
        (_METRIC._replace(baseline=None, current=None), "no baseline"),
        (_METRIC._replace(target=None), "36.5, no target"),
        (_METRIC._replace(target=None, current=None), "no target"),
        (KeyResult("b", kind=Kind.BINARY), "not done"),
        (KeyResult("b", kind=Kind.BINARY, done=NOW), "done"),
        (
            KeyResult("s", kind=Kind.MILESTONES, milestones=[Milestone("a", done=True)]),
            "1 of 1 done",
        ),
        (KeyResult("k", kind=Kind.MAINTAIN, at_least=99.9, current=99.5), "99.5 ≥ 99.9"),
        (KeyResult("k", kind=Kind.MAINTAIN, at_most=300.0, unit="ms"), "≤ 300 ms"),
        (KeyResult("k", kind=Kind.MAINTAIN, at_least=2.0, at_most=8.0, current=5.0), "5 in 2..8"),
        (KeyResult("k", kind=Kind.MAINTAIN, current=5.0), "5"),
    ],
)
def test_a_value_is_said_with_what_it_should_be(facts: KeyResult, said: str) -> None:
    assert value_phrase(key_result(facts, 0.5), glyphs(ascii_only=False)) == said


@pytest.mark.parametrize(
    ("original", "said"),
    [
        ((31.0, 45.0, 0.39), None),
        ((None, None, None), None),
        ((31.0, 50.0, 0.29), "target 45%, was 50; 29% of the original"),
        ((28.0, 45.0, None), "baseline 31%, was 28"),
    ],
)
def test_a_moved_goalpost_is_told(
    original: tuple[float | None, float | None, float | None], said: str | None
) -> None:
    assert goalpost_phrase(key_result(_METRIC, 0.39, original=original)) == said


def test_what_is_over_is_not_blocked() -> None:
    blocked = key_result(_METRIC._replace(blocker="The banner"), 0.39)
    assert open_blocker(blocked) == "The banner"
    assert open_blocker(blocked._replace(status=Status.ACHIEVED)) is None
    assert open_blocker(key_result(_METRIC._replace(blocker=""), 0.39)) is None
