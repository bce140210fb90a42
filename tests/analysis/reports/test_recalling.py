"""Which lessons of before have to do with something new."""

from okrcli.analysis.reports.recalling import Recalled, recalled, related
from okrcli.model.key_result import Close
from okrcli.model.lesson import Kind, Saying
from okrcli.model.objective import Objective, OkrFile, Retrospective


def _known(*texts: str) -> list[Recalled]:
    return [Recalled(Saying("2026-Q3", "growth", Kind.LESSON, text)) for text in texts]


_MANY = _known(
    "Order hardware a quarter ahead",
    "Measure before the campaign, not after it",
    "The team was too small",
    "The team met too seldom",
    "The team wrote too much",
    "The team had no lead",
)


def _found(about: str) -> list[str]:
    return [each.said.text for each in related(_MANY, about)]


def test_a_rare_word_is_enough_and_its_form_does_not_matter() -> None:
    assert _found("Campaigns reach every harbour") == ["Measure before the campaign, not after it"]


def test_a_word_that_many_lessons_have_is_not_enough() -> None:
    assert _found("Our teams are happy") == []


def test_filling_words_relate_nothing() -> None:
    assert _found("It is what we have to do before the") == []
    assert _found("") == []


def test_at_most_three_are_shown_the_most_related_first() -> None:
    known = _known("ships", "ships sail far", "ships sail", "ships leave", "ports", "crews", "rain")
    found = [each.said.text for each in related(known, "Ships sail far away from ports")]
    assert found == ["ships sail far", "ports", "ships sail"]


def test_the_same_words_of_several_goals_are_told_once() -> None:
    close = Close("drop", why="The market moved", lessons=("Ask first",))
    goals = [Objective(name, "growth", "2026-Q3", f"Title {name}", close=close) for name in "ab"]
    file = OkrFile("growth", "2026-Q3", goals, retrospective=Retrospective(("Ask first",)))
    assert [each.said.text for each in recalled([file])] == ["Ask first", "The market moved"]
