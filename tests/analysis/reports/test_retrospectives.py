"""What teams wrote when a cycle was over."""

from okrcli.analysis.reports.retrospectives import actions_done, decided, looked_back
from okrcli.model.objective import Action, OkrFile, Retrospective

_DONE, _OPEN = Action("Measure first", "ana", done=True), Action("Meet less")
_FILES = [
    OkrFile("growth", "2026-Q3", retrospective=Retrospective(["Demos"], [], [_DONE])),
    OkrFile("growth", "2026-Q3", retrospective=Retrospective([], ["Waiting"], [_OPEN])),
    OkrFile("platform", "2026-Q3"),
]


def test_a_retrospective_in_several_files_is_one() -> None:
    (look,) = looked_back(_FILES)
    assert look.retrospective == Retrospective(("Demos",), ("Waiting",), (_DONE, _OPEN))


def test_who_wrote_nothing_has_not_looked_back() -> None:
    assert [each.team for each in looked_back(_FILES)] == ["growth"]


def test_actions_are_listed_and_counted() -> None:
    looks = looked_back(_FILES)
    assert [each.action for each in decided(looks)] == [_DONE, _OPEN]
    assert actions_done(looks) == (1, 2)
