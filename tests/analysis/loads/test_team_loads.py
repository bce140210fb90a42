"""What teams have taken on."""

from okrcli.analysis.loads.team_loads import team_loads
from tests.analysis.load_cases import cycles, goals


def test_every_team_is_there_down_the_cascade_also_with_nothing() -> None:
    loads = team_loads(goals(), cycles("2026", "2026-Q4"))
    assert [(each.team.id, each.depth) for each in loads.teams] == [
        ("acme", 0),
        ("care", 1),
        ("shop", 1),
        ("new", 0),
    ]
    assert [[one.cycle.name for one in each.cycles] for each in loads.teams] == [
        ["2026"],
        ["2026-Q4"],
        [],
        ["2026-Q4"],
    ]


def test_dropped_objectives_and_drafts_are_under_no_limit() -> None:
    care = team_loads(goals(), cycles("2026-Q4")).teams[1].cycles[0]
    assert (care.counted, care.limit, care.excess, care.key_results) == (2, 1, 1, 3)
    assert [key.objective for key in care.drafts] == ["later"]
    assert care.report.objectives == 3


def test_objectives_with_too_few_key_results_are_named() -> None:
    care = team_loads(goals(), cycles("2026-Q4")).teams[1]
    assert care.over
    assert [(each.key.objective, each.key_results) for each in care.cycles[0].crowds] == [
        ("two", 1)
    ]


def test_silence_is_counted_among_what_is_under_way() -> None:
    care = team_loads(goals(), cycles("2026-Q4")).teams[1]
    assert care.silent
    assert (care.cycles[0].silent, care.cycles[0].under_way, care.cycles[0].days) == (2, 3, 2)


def test_one_team_comes_with_those_below_it() -> None:
    assert [each.team.id for each in team_loads(goals(), cycles("2026"), "shop").teams] == ["shop"]
    below = team_loads(goals(), cycles("2026"), "acme").teams
    assert [each.team.id for each in below] == ["acme", "care", "shop"]


def test_the_order_of_files_has_no_part_in_it() -> None:
    one = goals()
    other = one._replace(objectives=one.objectives[::-1])
    assert [
        [(load.counted, load.report, load.silent) for load in each.cycles]
        for each in team_loads(one, cycles("2026-Q4")).teams
    ] == [
        [(load.counted, load.report, load.silent) for load in each.cycles]
        for each in team_loads(other, cycles("2026-Q4")).teams
    ]
