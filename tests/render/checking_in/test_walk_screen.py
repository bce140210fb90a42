"""One check-in of a walk, on one screen."""

from datetime import date

import pytest

from okrcli.analysis.cycle.answers import Topic
from okrcli.analysis.cycle.walk import Stop
from okrcli.analysis.loads.dues import Due, Owed
from okrcli.analysis.progress.report import Status
from okrcli.model.key_result import KeyResult, Kind, Milestone
from okrcli.model.objective import Objective
from okrcli.render.checking_in.walk_screen import Screen, outlook, question, walk_screen
from okrcli.render.glyphs import glyphs
from okrcli.render.text import width as cells
from tests.render.report_cases import NOW, QUARTER, key_result, objective
from tests.running import Golden

_LONG = "We talked to forty shops, and most of them never see the second page. " * 12
_ODD = KeyResult(
    "day7",
    "More new shops list a \x1b[31msecond\x1b[0m product within a week than ever before",
    unit="%",
    baseline=31.0,
    target=45.0,
    current=36.5,
    confidence=0.6,
    note=_LONG,
    blocker=_LONG,
)
_KEPT = KeyResult("up", kind=Kind.MAINTAIN, at_least=99.9, current=99.95, unit="%")
_PLAN = KeyResult("soc2", kind=Kind.MILESTONES, milestones=[Milestone("Gap"), Milestone("Letter")])


def _stop(facts: KeyResult = _ODD) -> Stop:
    report = key_result(facts, 0.39, Status.BEHIND, trend=[0.0, 0.2, 0.39])
    late = date(2026, 11, 20)
    owed = Owed(report.key, "", "ana", late, late, 2, Due.OVERDUE, late, "ana", ())
    goal = Objective("o", "t", "c", title="New shops love us from the first minute")
    return Stop(report, owed, objective(goal, QUARTER, 0.39, Status.BEHIND, report))


def _screen(width: int, facts: KeyResult = _ODD, *, ascii_only: bool = False) -> str:
    screen = Screen(_stop(facts), facts, 2, 7, NOW)
    return walk_screen(screen, width=width, color=False, ascii_only=ascii_only)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_it_shows_what_is_known(width: int, golden: Golden) -> None:
    golden(f"walk/screen-{width}.txt", _screen(width))


def test_it_leaves_room_for_the_questions_and_fits_into_the_width() -> None:
    lines = _screen(80).splitlines()
    assert len(lines) + 6 <= 24
    assert max(map(cells, lines)) <= 80
    assert "\x1b" not in "".join(lines)


def test_it_can_be_plain_ascii() -> None:
    assert _screen(80, ascii_only=True).isascii()


def test_what_was_written_meanwhile_is_shown() -> None:
    now = _ODD._replace(current=38.0, note="Read")
    screen = walk_screen(Screen(_stop(), now, 1, 1, NOW), width=80, color=False, ascii_only=False)
    assert "Written    38% · confidence 6/10 · Read" in screen


@pytest.mark.parametrize(
    ("facts", "topic", "expected"),
    [
        (_ODD, Topic.MEASURE, "Value [36.5%]"),
        (_ODD._replace(current=None), Topic.MEASURE, "Value [none yet]"),
        (_PLAN, Topic.MEASURE, "Done by now, by number [none]"),
        (KeyResult("x", kind=Kind.BINARY), Topic.MEASURE, "Done by now? yes or no [no]"),
        (_ODD, Topic.CONFIDENCE, "Confidence, out of ten [6/10]"),
        (_PLAN, Topic.CONFIDENCE, "Confidence, out of ten [none]"),
        (_ODD, Topic.NOTE, "Note [as it is; - takes it away]"),
        (_PLAN, Topic.NOTE, "Note [none]"),
    ],
)
def test_the_brackets_hold_what_an_empty_answer_leaves(
    facts: KeyResult, topic: Topic, expected: str
) -> None:
    assert question(topic, facts, glyphs(ascii_only=False)) == expected


def test_what_a_value_means_is_said_while_it_is_typed() -> None:
    assert outlook(_stop().report, 0.5) == "that is 50%, 57% expected"
    assert outlook(_stop().report, None) is None
    assert outlook(_stop(_KEPT).report, 0.0) == "that is outside the bound"
    assert outlook(_stop(_KEPT).report, 1.0) is None
