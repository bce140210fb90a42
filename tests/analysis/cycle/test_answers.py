"""Answers on the screen of a check-in."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.cycle.answers import Asked, Topic, open_milestones, progress_of, saying, wrong
from okrcli.analysis.cycle.check_in import Saying, fields
from okrcli.model.key_result import KeyResult, Kind, Milestone

_TODAY = date(2026, 11, 22)
_METRIC = KeyResult("day7", unit="%", baseline=31, target=45, current=33, note="Nudges")
_WRITTEN = {"current": 33, "confidence": "6/10", "note": "Nudges"}
_PLAN = KeyResult(
    "soc2",
    kind=Kind.MILESTONES,
    milestones=[Milestone("Gap"), Milestone("Report", done=True), Milestone("Letter", id="letter")],
)
_STEPS = {"milestones": ["Gap", {"title": "Report", "done": True}, {"title": "Letter"}]}
_SPAIN = KeyResult("spain", kind=Kind.BINARY)


def _asked(key_result: KeyResult = _METRIC, written: Mapping[str, object] | None = None) -> Asked:
    return Asked(key_result, _WRITTEN if written is None else written, _TODAY)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, Saying(same=True)),
        ({Topic.MEASURE: "", Topic.CONFIDENCE: "", Topic.NOTE: ""}, Saying(same=True)),
        ({Topic.MEASURE: "33"}, Saying(same=True)),
        ({Topic.CONFIDENCE: "6"}, Saying(same=True)),
        ({Topic.MEASURE: "38"}, Saying(value="38")),
        ({Topic.MEASURE: "+ 2"}, Saying(by="2")),
        ({Topic.CONFIDENCE: "7"}, Saying(confidence="7/10")),
        ({Topic.CONFIDENCE: "0.7"}, Saying(confidence="0.7")),
        ({Topic.NOTE: "Read"}, Saying(note="Read")),
        ({Topic.NOTE: "-"}, Saying(note="")),
    ],
)
def test_what_is_answered_is_what_is_said(answers: Mapping[Topic, str], expected: Saying) -> None:
    assert saying(_asked(), answers) == expected


def test_the_day_of_measuring_goes_with_every_answer() -> None:
    day = date(2026, 11, 20)
    asked = _asked()._replace(on=day)
    assert saying(asked, {}) == Saying(same=True, on=day)
    assert saying(asked, {Topic.MEASURE: "38"}) == Saying(value="38", on=day)


def test_a_note_that_is_not_there_cannot_be_taken_away() -> None:
    assert saying(_asked(written={"current": 33}), {Topic.NOTE: "-"}) == Saying(same=True)


def test_milestones_are_numbered_without_those_that_are_done() -> None:
    assert [step.title for step in open_milestones(_PLAN)] == ["Gap", "Letter"]
    said = saying(_asked(_PLAN, _STEPS), {Topic.MEASURE: "2, 1"})
    assert said == Saying(done=("letter", "Gap"))
    assert fields(_PLAN, _STEPS, said, _TODAY) == {
        ("milestones", 0, "done"): _TODAY,
        ("milestones", 2, "done"): _TODAY,
    }


def test_yes_is_done_and_no_is_no_news() -> None:
    assert saying(_asked(_SPAIN, {}), {Topic.MEASURE: "Y"}) == Saying(done=("",))
    assert saying(_asked(_SPAIN, {}), {Topic.MEASURE: "no"}) == Saying(same=True)


@pytest.mark.parametrize(
    ("key_result", "topic", "text", "expected"),
    [
        (_METRIC, Topic.MEASURE, "3,5", "'3,5' is not a number; write 3.5, or 35"),
        (_METRIC, Topic.MEASURE, "+x", "'x' is not a number"),
        (_METRIC, Topic.CONFIDENCE, "11", "'11' is no confidence"),
        (_PLAN, Topic.MEASURE, "3", "say the number of a milestone, 1 to 2"),
        (_PLAN, Topic.MEASURE, "Gap", "say the number of a milestone, 1 to 2"),
        (_SPAIN, Topic.MEASURE, "maybe", "say yes or no"),
        (
            _PLAN._replace(milestones=[Milestone("Gap", done=True)]),
            Topic.MEASURE,
            "1",
            "all of its milestones are done",
        ),
    ],
)
def test_what_is_wrong_is_said(
    key_result: KeyResult, topic: Topic, text: str, expected: str
) -> None:
    assert expected in (wrong(_asked(key_result), topic, text) or "")


def test_the_progress_of_a_typed_value_is_known() -> None:
    assert progress_of(_asked(), "38") == pytest.approx(0.5)
    assert progress_of(_asked(), "+7") == pytest.approx(9 / 14)
    assert progress_of(_asked(), "x") is None
    assert progress_of(_asked(), "") is None
    kept = KeyResult("up", kind=Kind.MAINTAIN, at_least=99.9, current=99.95)
    assert progress_of(_asked(kept, {}), "99.5") == 0
    assert progress_of(_asked(_PLAN, _STEPS), "1") is None


@given(st.sampled_from(Topic), st.text(max_size=12), st.sampled_from([_METRIC, _PLAN, _SPAIN]))
def test_an_answer_is_either_wrong_or_a_check_in(
    topic: Topic, text: str, key_result: KeyResult
) -> None:
    asked = _asked(key_result, _STEPS if key_result is _PLAN else _WRITTEN)
    if wrong(asked, topic, text) is None:
        said = saying(asked, {topic: text.strip()})
        assert said.same or fields(key_result, asked.written, said, _TODAY)
