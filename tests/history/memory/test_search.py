"""Full-text search over some texts."""

from hypothesis import given
from hypothesis import strategies as st

from okrcli.history.memory.search import most_relevant

_TEXTS = [
    "Ship the measurement before the feature",
    "Measure before the campaign, not after it",
    "Plan the people before the promise",
    "Nudges shipped too late",
]


def test_other_forms_of_a_word_and_its_beginnings_are_found() -> None:
    assert sorted(most_relevant(_TEXTS, "measuring")) == [0, 1]
    assert most_relevant(_TEXTS, "camp") == [1]


def test_the_most_relevant_comes_first_and_of_equal_ones_the_first() -> None:
    assert most_relevant(_TEXTS, "ship nudges")[0] == 3
    assert most_relevant(["same words"] * 3, "words") == [0, 1, 2]


def test_what_begins_with_very_few_letters_is_not_found() -> None:
    assert most_relevant(["up to now", "upper deck", "日本語"], "up") == [0]
    assert most_relevant(["up to now", "upper deck", "日本語"], "日本") == [2]


def test_many_words_are_no_failure() -> None:
    words = " ".join(f"word{number}" for number in range(5_000))
    assert most_relevant(_TEXTS, f"{words} nudges") == [3]


@given(st.text(max_size=40))
def test_any_words_are_words(words: str) -> None:
    assert set(most_relevant(_TEXTS, words)) <= set(range(len(_TEXTS)))
