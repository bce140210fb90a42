"""Did you mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.spelling import did_you_mean, near

KNOWN = ["confidence", "current", "target", "title", "owner", "due", "done"]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("confidance", ("confidence",)),
        ("cofnidence", ("confidence",)),
        ("Confidence", ("confidence",)),
        ("ttile", ("title",)),
        ("dne", ("done", "due")),
        ("x", ()),
        ("", ()),
        ("entirely-different", ()),
    ],
)
def test_the_nearest_words_are_found(word: str, found: tuple[str, ...]) -> None:
    assert near(word, KNOWN) == found


def test_a_question_lists_what_may_have_been_meant() -> None:
    assert did_you_mean("ownr", KNOWN) == "did you mean 'owner'?"
    assert did_you_mean("dne", KNOWN) == "did you mean 'done' or 'due'?"
    assert did_you_mean("aab", ["aaa", "abb", "bab"]) == "did you mean 'aaa', 'abb' or 'bab'?"
    assert did_you_mean("zzz", KNOWN) is None


@given(st.text(alphabet="abcde-", min_size=3, max_size=12), st.data())
def test_one_slip_is_always_found(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + "x" + word[at:],
        word[:at] + "x" + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    for slip in slips:
        assert near(slip, [word]) == (word,)


@given(st.text(), st.lists(st.text()))
def test_any_texts_can_be_compared(word: str, known: list[str]) -> None:
    assert set(near(word, known)) <= set(known)
