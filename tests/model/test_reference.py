"""References are read as they are written, and written as they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.reference import Key, Reference, parse_reference

IDS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
CYCLES = st.sampled_from(["2026", "2026-Q4", "2026-11", "launch"])


@given(CYCLES, CYCLES, IDS, IDS, st.none() | IDS)
def test_a_key_seen_from_anywhere_reads_back(
    here: str, cycle: str, team: str, objective: str, key_result: str | None
) -> None:
    key = Key(cycle, team, objective, key_result)
    found = parse_reference(key.seen_from(here))
    assert found == Reference(objective, team, key_result, None if cycle == here else cycle)


@given(IDS)
def test_a_bare_id_is_an_objective(objective: str) -> None:
    assert parse_reference(objective) == Reference(objective)


@pytest.mark.parametrize(
    "text",
    ["", "a/b/c/d", "/a", "a/", "A/b", "1a", "a b", "2026:", "2026::a/b", "a:b:c", "é", "a/b\n"],
)
def test_other_texts_are_no_references(text: str) -> None:
    assert parse_reference(text) is None


def test_two_parts_are_a_team_and_an_objective() -> None:
    assert parse_reference("2026:growth/first") == Reference("first", "growth", None, "2026")
