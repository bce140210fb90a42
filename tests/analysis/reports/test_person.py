"""What one person owned and contributed, and nobody else."""

from collections.abc import Sequence
from datetime import date

from okrcli.analysis.reports.person import PersonReport, names_of_person, person_report
from okrcli.analysis.story.log_entry import Chapter
from okrcli.model.objective import Objective
from okrcli.model.organization import Person
from tests.analysis.landscapes import ACME, goal, half, landscape
from tests.analysis.load_cases import cycles
from tests.analysis.versions import DAY7, METRIC, SETUP, told, version

_QUARTER, _YEAR = cycles("2026-Q4", "2026")
_COMPANY = ACME._replace(people=(Person("ana", "Ana Silva"), Person("bo", "Bo Xu")))
_MINE = goal("growth/first-minute", key_results=[half("day7"), half("other", owner="bo")])


def _report(
    *objectives: Objective,
    chapters: Sequence[Chapter] = (),
    person: str = "ana",
    team: str | None = None,
) -> PersonReport:
    goals = landscape(*objectives, organization=_COMPANY).goals
    return person_report(goals, [_YEAR, _QUARTER], person, chapters, team)


def test_an_objective_and_its_key_results_may_have_different_owners() -> None:
    mine = _MINE._replace(owner="ana")
    _, quarter = _report(mine).cycles
    assert [each.report.key.objective for each in quarter.objectives] == ["first-minute"]
    assert [each.key_result.key.key_result for each in quarter.key_results] == ["day7"]
    _, quarter = _report(mine, person="bo").cycles
    assert quarter.objectives == []
    assert [each.key_result.key.key_result for each in quarter.key_results] == ["other"]


def test_what_belongs_to_another_cycle_is_told_there() -> None:
    year, quarter = _report(goal("company/top", cycle="2026", owner="ana")).cycles
    assert (year.empty, quarter.empty) == (False, True)


def test_somebody_who_owns_nothing_has_an_empty_page() -> None:
    report = _report(_MINE, person="nobody")
    assert all(each.empty for each in report.cycles)
    assert [each.on_time for each in report.cycles] == [(0, 0), (0, 0)]
    assert report.name == "nobody"


def test_check_ins_count_for_who_wrote_them_under_the_id_or_the_name_in_git() -> None:
    said = [
        version(1, METRIC),
        version(3, METRIC._replace(current=33.0), said=True, author="ana"),
        version(5, METRIC._replace(current=35.0), said=True, author="Ana Silva"),
        version(7, METRIC._replace(current=36.0), said=True, author="bo"),
    ]
    _, quarter = _report(_MINE, chapters=told(said)).cycles
    (one,) = quarter.contributions
    assert [each.commit.dated.day for each in one.check_ins] == [5, 3]
    assert names_of_person(_COMPANY, "ana") == {"ana", "Ana Silva"}
    assert names_of_person(_COMPANY, "new") == {"new"}


def test_check_ins_on_what_is_owned_come_first_then_the_most() -> None:
    other, third = SETUP, DAY7._replace(key_result="third")
    chapters = told(
        [version(1, METRIC, said=True)],
        [version(2, METRIC, key=other, said=True)],
        [version(day, METRIC._replace(current=30.0 + day), key=third, said=True) for day in (3, 4)],
    )
    _, quarter = _report(_MINE._replace(owner="ana"), chapters=chapters).cycles
    assert [(each.key.key_result, each.own) for each in quarter.contributions] == [
        ("day7", True),
        ("third", False),
        ("setup", False),
    ]
    assert [each.commit.dated for each in quarter.check_ins()] == [
        date(2026, 10, day) for day in (4, 3, 2, 1)
    ]


def test_a_check_in_by_others_keeps_the_owner_in_rhythm() -> None:
    _, quarter = _report(_MINE._replace(owner="ana")).cycles
    on_time, over = quarter.on_time
    assert 0 <= on_time <= over


def test_teams_are_those_that_somebody_leads_or_is_a_member_of() -> None:
    assert [each.id for each in _report(_MINE).teams] == ["growth"]


def test_a_team_narrows_the_page_to_it_and_those_below() -> None:
    chapters = told([version(1, METRIC, said=True)])
    goals = [_MINE._replace(owner="ana"), goal("platform/fast", owner="ana")]
    for team, amount, written in (("product", 2, 1), ("growth", 1, 1), ("platform", 1, 0)):
        report = _report(*goals, chapters=chapters, team=team)
        _, quarter = report.cycles
        assert (len(quarter.objectives), len(quarter.check_ins())) == (amount, written)
        assert report.about == _COMPANY.team(team)
    assert _report(*goals).about is None
