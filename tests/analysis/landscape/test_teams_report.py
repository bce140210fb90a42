"""The tree of teams with their numbers."""

from okrcli.analysis.landscape.teams_report import TeamsTree, teams_tree
from okrcli.model.cycle import Calendar, Cycle
from okrcli.model.organization import Organization, Team
from tests.analysis.cascades import CYCLE, ORGANIZATION, goal, landscape

GIVEN = (goal("company/a", at=2), goal("growth/b", at=4), goal("growth/c", at=8))


def cycles() -> list[Cycle]:
    found = Calendar().cycle(CYCLE)
    assert found is not None
    return [found]


def sketch(found: TeamsTree) -> list[str]:
    return ["  " * line.level + line.report.team.id for line in found.lines]


def test_each_team_has_its_own_numbers() -> None:
    found = teams_tree(landscape(GIVEN), cycles())
    assert sketch(found) == ["company", "  product", "    growth"]
    numbers = [(line.report.objectives, line.report.progress) for line in found.lines]
    assert [count for count, _ in numbers] == [1, 0, 2]
    assert [progress for _, progress in numbers][:2] == [0.2, None]
    assert abs((numbers[2][1] or 0) - 0.6) < 1e-9


def test_it_may_begin_at_a_team_and_end_at_a_depth() -> None:
    assert sketch(teams_tree(landscape(GIVEN), cycles(), "product")) == ["product", "  growth"]
    found = teams_tree(landscape(GIVEN), cycles(), depth=1)
    assert (sketch(found), found.hidden) == (["company"], 2)


def test_many_teams_are_shown_three_deep() -> None:
    chain = [Team(f"t{number}", parent=f"t{number - 1}") for number in range(1, 50)]
    organization = Organization(teams=(Team("t0"), *chain))
    found = teams_tree(landscape(GIVEN, organization), cycles(), brief=True)
    assert sketch(found)[:3] == ["t0", "  t1", "    t2"]
    assert found.hidden == 47


def test_teams_that_no_file_lists_or_whose_parents_go_round_are_there_once() -> None:
    round_ = (Team("a", parent="b"), Team("b", parent="a"), Team("c", parent="gone"))
    organization = ORGANIZATION._replace(teams=(*ORGANIZATION.teams, *round_))
    found = teams_tree(landscape([*GIVEN, goal("stray/x")], organization), cycles())
    names = [line.report.team.id for line in found.lines]
    assert sorted(names) == ["a", "b", "c", "company", "growth", "product", "stray"]
    assert [line.report.team.id for line in found.lines if not line.listed] == ["stray"]
    only = teams_tree(landscape(GIVEN, Organization()), cycles(), "growth")
    assert sketch(only) == ["growth"]
