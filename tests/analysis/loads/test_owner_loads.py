"""What people answer for."""

from okrcli.analysis.loads.owner_loads import owner_loads
from tests.analysis.load_cases import cycles, goals


def test_who_has_most_comes_first_and_what_nobody_owns_last() -> None:
    loads = owner_loads(goals(), cycles("2026", "2026-Q4"))
    assert [(each.owner, each.most) for each in loads.owners] == [
        ("ana", 2),
        ("zoe", 1),
        ("bo", 0),
        (None, 1),
    ]


def test_objectives_count_by_cycle_and_dropped_ones_do_not() -> None:
    ana = owner_loads(goals(), cycles("2026", "2026-Q4")).owners[0]
    assert dict(ana.by_cycle) == {"2026": 1, "2026-Q4": 2}
    assert ana.over
    assert len(ana.objectives) == 4
    assert ana.leads == ["acme"]


def test_an_owner_whom_no_file_knows_is_told() -> None:
    found = {each.owner: each.known for each in owner_loads(goals(), cycles("2026-Q4")).owners}
    assert found == {"ana": True, "bo": True, "zoe": False, None: None}


def test_where_nobody_is_listed_nobody_is_unknown() -> None:
    alone = goals()
    alone = alone._replace(organization=alone.organization._replace(people=()))
    assert {each.known for each in owner_loads(alone, cycles("2026-Q4")).owners} == {None}


def test_key_results_have_their_own_owner_or_the_objectives() -> None:
    bo = owner_loads(goals(), cycles("2026-Q4"), "bo").owners[0]
    assert [each.key.ref for each in bo.key_results] == ["care/one/b", "care/gone/b", "new/odd/b"]
    assert [each.key.ref for each in bo.overdue] == ["care/one/b", "new/odd/b"]


def test_who_owns_nothing_is_named() -> None:
    assert owner_loads(goals(), cycles("2026-Q4")).idle == ["chi"]
