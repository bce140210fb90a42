"""What moved between two versions of a key result, and which reason was given for it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from okrcli.analysis.story.goalposts import Goalpost, Move, goalposts, steps
from okrcli.model.key_result import Close, KeyResult, Kind, Milestone, PlanPoint, Revision
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef, Version

_KEY = Key("2026-Q4", "growth", "first-minute", "day7")
_OBJECTIVE = Objective("first-minute", "growth", "2026-Q4", "Shops love us", "ana")
_METRIC = KeyResult("day7", "Shops come back", unit="%", baseline=31.0, target=45.0)
_BAND = KeyResult("day7", "It stays up", Kind.MAINTAIN, at_least=99.9)
_STEPS = KeyResult(
    "day7", "It is safe", Kind.MILESTONES, milestones=[Milestone("Plan"), Milestone("Do")]
)


def _version(
    key_result: KeyResult | None,
    day: int = 1,
    objective: Objective = _OBJECTIVE,
    key: Key = _KEY,
) -> Version:
    when = date(2026, 10, day)
    commit = CommitRef(f"{day:040x}", when, when, "ana")
    return Version(commit, key, None if key_result is None else objective, key_result, None)


def _moved(was: KeyResult, **now: Any) -> list[Goalpost]:  # noqa: ANN401 - any field
    return goalposts(_version(was), _version(was._replace(**now), 2))


def _kinds(found: Sequence[Goalpost]) -> list[tuple[str, str]]:
    return [(each.kind.value, each.field) for each in found]


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ((31, 45), (31, 40), "eased"),
        ((31, 45), (31, 50), "raised"),
        ((38, 10), (38, 12), "eased"),
        ((38, 10), (38, 8), "raised"),
        ((0, 10), (0, -12), "raised"),
    ],
)
def test_a_target_is_eased_where_it_comes_nearer_to_the_baseline(
    was: tuple[float, float], now: tuple[float, float], kind: str
) -> None:
    before = _METRIC._replace(baseline=was[0], target=was[1])
    assert _kinds(_moved(before, baseline=now[0], target=now[1])) == [(kind, "target")]


def test_a_baseline_is_rebased_and_the_target_still_measured_from_the_old_one() -> None:
    found = _moved(_METRIC, baseline=40.0, target=47.0)
    assert found == [
        Goalpost(Move.REBASED, "baseline", 31.0, 40.0),
        Goalpost(Move.RAISED, "target", 45.0, 47.0),
    ]


def test_the_first_number_of_an_unknown_baseline_is_no_other_baseline() -> None:
    unknown = _METRIC._replace(baseline=None)
    assert _kinds(_moved(unknown, baseline=31.0)) == [("measured", "baseline")]
    assert _kinds(_moved(unknown, target=40.0)) == [("retargeted", "target")]


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ({"at_least": 99.9}, {"at_least": 99.5}, "eased"),
        ({"at_least": 99.9}, {"at_least": 99.95}, "raised"),
        ({"at_most": 5}, {"at_most": 6}, "eased"),
        ({"at_most": 5}, {"at_most": 4}, "raised"),
        ({"at_most": 5}, {"at_most": None}, "eased"),
        ({"at_most": None}, {"at_most": 5}, "raised"),
        ({"kept": 0.9}, {"kept": 0.8}, "eased"),
        ({"kept": 0.9}, {"kept": 0.95}, "raised"),
        ({"kept": 0.9}, {"kept": None}, "retargeted"),
    ],
)
def test_a_bound_is_eased_where_it_lets_more_pass(
    was: dict[str, Any], now: dict[str, Any], kind: str
) -> None:
    assert [each.kind for each in _moved(_BAND._replace(**was), **now)] == [kind]


def test_milestones_come_go_and_are_put_off() -> None:
    first, second = _STEPS.milestones
    due = date(2026, 11, 1)
    later = [first._replace(due=due, weight=2.0), Milestone("Check")]
    assert _moved(_STEPS, milestones=later) == [
        Goalpost(Move.RESCOPED, "milestones", ("Do",), ("Check",)),
        Goalpost(Move.RESCHEDULED, "milestones", None, due, item="Plan"),
        Goalpost(Move.REWEIGHTED, "milestones", 1.0, 2.0, item="Plan"),
    ]
    assert _moved(_STEPS, milestones=[first, second._replace(done=True)]) == []


def test_dates_weights_plans_units_and_kinds() -> None:
    day = date(2026, 12, 18)
    assert _kinds(_moved(_METRIC, due=day, starts=day)) == [
        ("rescheduled", "starts"),
        ("rescheduled", "due"),
    ]
    assert _kinds(_moved(_METRIC, weight=2.0)) == [("reweighted", "weight")]
    assert _kinds(_moved(_METRIC, plan=[PlanPoint(day, 40.0)])) == [("rescheduled", "plan")]
    assert _kinds(_moved(_METRIC, unit="shops")) == [("remeasured", "unit")]
    assert _kinds(_moved(_METRIC, kind=Kind.BINARY, target=None)) == [("remeasured", "kind")]


@pytest.mark.parametrize("title", ["Shops come back!", "shops  come-back", "Shops come bakc"])
def test_spelling_is_no_other_wording(title: str) -> None:
    assert _moved(_METRIC, title=title) == []


@pytest.mark.parametrize("title", ["Shops come", "Shops stay", "Shops come 2", "Shops came back"])
def test_another_word_is(title: str) -> None:
    expected = [] if title == "Shops came back" else [("reworded", "title")]
    assert _kinds(_moved(_METRIC, title=title)) == expected


def test_an_owner_is_told_unless_it_came_with_the_objective() -> None:
    other = _OBJECTIVE._replace(owner="chi")
    own = _METRIC._replace(owner="bo")
    assert goalposts(_version(_METRIC), _version(_METRIC, 2, other)) == []
    assert goalposts(_version(own), _version(own, 2, other)) == []
    assert _moved(own, owner="chi") == [Goalpost(Move.REOWNED, "owner", "bo", "chi")]
    assert _moved(own, owner=None) == [Goalpost(Move.REOWNED, "owner", "bo", "ana")]
    assert _moved(own, owner="ana", note="x") == [Goalpost(Move.REOWNED, "owner", "bo", "ana")]


def test_a_close_gives_its_own_reason() -> None:
    drop, done = Close("drop", why="The market moved"), Close("continue", 0.6)
    assert _moved(_METRIC, close=drop) == [
        Goalpost(Move.DROPPED, "close", None, drop, "The market moved")
    ]
    assert _kinds(_moved(_METRIC, close=done)) == [("closed", "close")]
    assert _kinds(_moved(_METRIC._replace(close=done), close=None)) == [("reopened", "close")]
    assert _moved(_METRIC._replace(close=drop), close=drop._replace(why="Else")) == []


def test_a_check_in_moves_no_goalpost() -> None:
    said = {"current": 36.5, "confidence": 0.6, "note": "x", "blocker": "y", "evidence": "z"}
    assert _moved(_METRIC, **said, updated=date(2026, 10, 2), stretch=50.0) == []


def test_what_comes_goes_comes_back_and_changes_its_name() -> None:
    other = _KEY._replace(key_result="seven")
    found = steps(
        [
            _version(_METRIC),
            _version(None, 2),
            _version(_METRIC._replace(target=40.0), 3),
            _version(_METRIC._replace(id="seven", target=40.0), 4, key=other),
            _version(_METRIC._replace(id="seven", target=40.0), 5, key=other._replace(team="x")),
        ]
    )
    assert [_kinds(each) for _, each in found] == [
        [("added", "")],
        [("removed", "")],
        [("returned", ""), ("eased", "target")],
        [("renamed", "id")],
        [("moved", "objective")],
    ]


def test_another_id_at_once_is_neither_gone_nor_back() -> None:
    other = _KEY._replace(key_result="seven")
    versions = [_version(_METRIC), _version(None, 2), _version(_METRIC, 2, key=other)]
    assert [_kinds(each) for _, each in steps(versions)] == [[("added", "")], [("renamed", "id")]]


def _revision(was: object, now: object, field: str = "target", why: str = "Why") -> Revision:
    return Revision(None, field, was, now, why)


@pytest.mark.parametrize(
    "revised",
    [
        [_revision(45, 40)],
        [_revision("45", "40%")],
        [_revision(None, 40)],
        [_revision(None, None, "Target")],
        [_revision(50, 40)],
        [_revision(45, 42), _revision(42, 40)],
    ],
)
def test_a_reason_is_given_by_the_entry_that_fits(revised: Sequence[Revision]) -> None:
    (found,) = _moved(_METRIC, target=40.0, revised=revised)
    assert (found.reason, found.explained) == ("Why", True)


@pytest.mark.parametrize(
    "revised",
    [[], [_revision(40, 45)], [_revision(45, 42)], [_revision(31, 40, "baseline")]],
)
def test_an_entry_that_tells_something_else_is_no_reason(revised: Sequence[Revision]) -> None:
    (found,) = _moved(_METRIC, target=40.0, revised=revised)
    assert (found.reason, found.explained) == (None, False)


def test_of_several_reasons_the_latest_counts() -> None:
    revised = [_revision(45, 40, why="First"), _revision(45, 40, why="Second")]
    assert _moved(_METRIC, target=40.0, revised=revised)[0].reason == "Second"


@pytest.mark.parametrize(
    ("field", "was", "now"),
    [
        ("due", "2026-12-31", "2026-12-18"),
        ("due", date(2026, 12, 31), date(2026, 12, 18)),
        ("owner", "Bo", "chi"),
        ("baseline", "unknown", 31),
    ],
)
def test_days_and_words_are_compared_as_they_are_written(
    field: str, was: object, now: object
) -> None:
    before = _METRIC._replace(baseline=None, owner="bo", due=date(2026, 12, 31))
    revised = [_revision(was, now, field)]
    after = {"due": date(2026, 12, 18)} if field == "due" else {field: now}
    (found,) = _moved(before, **after, revised=revised)
    assert (found.field, found.reason) == (field, "Why")


def test_a_reason_may_come_later() -> None:
    eased = _METRIC._replace(target=40.0)
    told = eased._replace(revised=[_revision(45, 40)])
    _, (_, (found,)), (_, after) = steps([_version(_METRIC), _version(eased, 2), _version(told, 3)])
    assert (found.reason, after) == ("Why", [])
