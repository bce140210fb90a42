"""How something may be ended, and when."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.analysis.cycle.ending import (
    DECISIONS,
    EARLY,
    Ended,
    Ending,
    action_of,
    last_actions,
    score_of,
)
from okrcli.analysis.progress.report import Status
from okrcli.errors import UsageError
from okrcli.model.cycle import Calendar, Cycle
from okrcli.model.objective import Action, Objective, OkrFile, Retrospective


def _cycle(name: str) -> Cycle:
    found = Calendar().cycle(name)
    assert found is not None
    return found


def _ended(
    progress: float | None = 0.6, *, over: bool = True, ambition: str | None = None
) -> Ended:
    objective = Objective("x", "growth", "2026-Q4", ambition=ambition)
    return Ended("growth/x", objective, _cycle("2026-Q4"), progress, over)


def test_only_a_cycle_that_is_over_leaves_every_decision() -> None:
    assert list(_ended().choices()) == list(DECISIONS)
    assert list(_ended(over=False).choices()) == list(EARLY)
    assert list(_ended()._replace(whole=False).choices()) == list(EARLY)


def test_the_status_suggests_a_decision() -> None:
    assert _ended().usual(Status.ACHIEVED) == "achieved"
    assert _ended().usual(Status.MISSED) == "continue"
    assert _ended(over=False).usual(Status.BEHIND) == "drop"


@pytest.mark.parametrize(
    ("ended", "decision", "score", "needed"),
    [
        (_ended(0.6), "continue", None, True),
        (_ended(0.6, ambition="committed"), "achieved", None, True),
        (_ended(0.6, ambition="aspirational"), "continue", None, False),
        (_ended(0.6, ambition="aspirational"), "drop", None, True),
        (_ended(0.6, ambition="aspirational"), "continue", Decimal("0.7"), True),
        (_ended(1.0), "achieved", None, False),
        (_ended(1.2), "achieved", None, False),
        (_ended(None), "continue", None, False),
    ],
)
def test_a_miss_a_promise_given_up_and_a_score_by_hand_need_a_reason(
    ended: Ended, decision: str, score: Decimal | None, *, needed: bool
) -> None:
    assert (ended.asks_why(decision, score) is not None) is needed
    ended.check(Ending(decision, score, "because"))
    if needed:
        with pytest.raises(UsageError):
            ended.check(Ending(decision, score))


def test_only_what_was_said_is_written() -> None:
    assert Ending("achieved").fields() == {"decision": "achieved"}
    assert Ending("change", Decimal(0), "x", ["y"]).fields() == {
        "decision": "change",
        "score": Decimal(0),
        "why": "x",
        "lessons": ["y"],
    }


@pytest.mark.parametrize(("text", "score"), [("0.6", "0.6"), ("6/10", "0.6"), ("60%", "0.6")])
def test_a_score_is_read_in_three_ways(text: str, score: str) -> None:
    assert score_of(text) == Decimal(score)


@pytest.mark.parametrize("text", ["7", "-1", "much", ""])
def test_what_is_no_score_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        score_of(text)


def test_a_change_may_name_who_sees_to_it() -> None:
    assert action_of("ana: Measure first", ["ana"]) == Action("Measure first", "ana")
    assert action_of("Note: measure first", ["ana"]) == Action("Note: measure first")
    assert action_of("ana:", ["ana"]) == Action("ana:")


def test_the_actions_of_the_last_retrospective_before_are_open_until_they_are_done() -> None:
    look = Retrospective(change_next=(Action("a", done=True), Action("b"), Action("c")))
    names = ("2026-Q2", "2026-Q3", "2026-Q3", "2026-Q4")
    teams = ("growth", "growth", "care", "growth")
    files = [
        OkrFile(team, name, retrospective=look) for name, team in zip(names, teams, strict=True)
    ]
    cycles = {name: _cycle(name) for name in names}
    assert last_actions(files, "growth", _cycle("2026-Q4"), cycles) == (1, [1, 2])
    assert last_actions(files, "growth", _cycle("2026-Q2"), cycles) is None
    assert cycles["2026-Q4"].start == date(2026, 10, 1)
