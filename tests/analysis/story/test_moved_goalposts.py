"""Which goalposts of a cycle were moved after it had begun."""

from datetime import date

import pytest

from okrcli.analysis.story.goalposts import Goalpost, Move
from okrcli.analysis.story.log_entry import Chapter, LogEntry
from okrcli.analysis.story.moved_goalposts import moved
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef
from tests.analysis.landscapes import goal, half
from tests.analysis.load_cases import cycles

(_QUARTER,) = cycles("2026-Q4")


def _chapter(day: date, *kinds: Move, team: str = "growth", cycle: str = "2026-Q4") -> Chapter:
    commit = CommitRef("1" * 40, day, day, "ana")
    goalposts = [Goalpost(kind, "target", 50.0, 45.0) for kind in kinds]
    key = Key(cycle, team, "a", "half")
    entry = LogEntry(commit, key, goal(f"{team}/a", cycle=cycle), half(), None, goalposts)
    return Chapter(commit, [entry])


def _kinds(*chapters: Chapter) -> list[Move]:
    return [each.goalpost.kind for each in moved(chapters, _QUARTER)]


def test_eased_promises_come_first_then_by_day() -> None:
    early, late = date(2026, 11, 2), date(2026, 11, 9)
    found = moved([_chapter(late, Move.RAISED, Move.EASED), _chapter(early, Move.EASED)], _QUARTER)
    assert [(each.goalpost.kind, each.entry.commit.dated) for each in found] == [
        (Move.EASED, early),
        (Move.EASED, late),
        (Move.RAISED, late),
    ]


def test_nothing_is_moved_before_the_cycle_has_begun() -> None:
    assert _kinds(_chapter(date(2026, 10, 1), Move.EASED)) == []
    assert _kinds(_chapter(date(2026, 10, 2), Move.EASED)) == [Move.EASED]


@pytest.mark.parametrize("kind", [Move.ADDED, Move.REWORDED])
def test_for_two_weeks_goals_may_be_set_and_reworded(kind: Move) -> None:
    assert _kinds(_chapter(date(2026, 10, 15), kind)) == []
    assert _kinds(_chapter(date(2026, 10, 16), kind)) == [kind]


@pytest.mark.parametrize("kind", [Move.RENAMED, Move.MOVED, Move.CLOSED, Move.REWEIGHTED])
def test_what_changes_no_promise_is_no_moved_goalpost(kind: Move) -> None:
    assert _kinds(_chapter(date(2026, 11, 2), kind)) == []


def test_other_cycles_and_teams_are_left_out() -> None:
    day = date(2026, 11, 2)
    other = _chapter(day, Move.EASED, cycle="2026")
    assert _kinds(other) == []
    assert moved([_chapter(day, Move.EASED)], _QUARTER, {"platform"}) == []
