"""What a reference names, from where it is written."""

import pytest

from okrcli.analysis.references import Resolver
from okrcli.model.cycle import Calendar
from okrcli.model.reference import Key

PLACES = (
    ("2026", "company", "smb-first", "shops"),
    ("2026", "company", "people", "stay"),
    ("2026-H2", "company", "people", "join"),
    ("2026-Q4", "growth", "first-minute", "day7"),
    ("2026-Q4", "care", "welcome", "calls"),
    ("2026-Q4", "growth", "welcome", "mail"),
    ("2027", "company", "later", "still"),
)


KEYS = [
    key
    for cycle, team, objective, key_result in PLACES
    for key in (Key(cycle, team, objective), Key(cycle, team, objective, key_result))
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(KEYS, Calendar())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("growth/first-minute", Key("2026-Q4", "growth", "first-minute")),
        ("growth/first-minute/day7", Key("2026-Q4", "growth", "first-minute", "day7")),
        ("2026-Q4:growth/first-minute", Key("2026-Q4", "growth", "first-minute")),
        ("company/smb-first", Key("2026", "company", "smb-first")),
        ("company/smb-first/shops", Key("2026", "company", "smb-first", "shops")),
        ("smb-first", Key("2026", "company", "smb-first")),
        ("2026:people", Key("2026", "company", "people")),
        ("company/people", Key("2026-H2", "company", "people")),
        ("2027:company/later", Key("2027", "company", "later")),
    ],
)
def test_a_reference_is_looked_up_in_its_cycle_and_those_around_it(
    resolver: Resolver, text: str, key: Key
) -> None:
    resolution = resolver.resolve(text, "2026-Q4")
    assert resolution.key == key
    assert resolution.found
    assert not resolution.ambiguous


@pytest.mark.parametrize(
    ("text", "close"),
    [
        ("company/smb-frist", ["2026:company/smb-first"]),
        ("smb-frist", ["2026:company/smb-first"]),
        ("SMB first", ["2026:company/smb-first"]),
        ("first-minute/day7", ["growth/first-minute/day7"]),
        ("care/first-minute", ["growth/first-minute"]),
        ("2025:company/smb-first", ["2026:company/smb-first"]),
        ("company/later", ["2027:company/later"]),
        ("later", ["2027:company/later"]),
        ("growth/first-minute/day8", ["growth/first-minute/day7"]),
        ("entirely/other", []),
        ("", []),
    ],
)
def test_a_reference_to_nothing_suggests_what_may_have_been_meant(
    resolver: Resolver, text: str, close: list[str]
) -> None:
    resolution = resolver.resolve(text, "2026-Q4")
    assert not resolution.found
    assert not resolution.ambiguous
    assert list(resolution.close) == close


def test_a_bare_id_of_two_objectives_in_sight_is_ambiguous(resolver: Resolver) -> None:
    found = resolver.resolve("welcome", "2026-Q4")
    assert found.ambiguous
    assert [key.ref for key in found.candidates] == ["care/welcome", "growth/welcome"]
    assert {key.cycle for key in resolver.resolve("people", "2026-Q4").candidates} == {
        "2026",
        "2026-H2",
    }


def test_from_a_year_the_quarter_is_not_in_sight(resolver: Resolver) -> None:
    assert not resolver.resolve("growth/first-minute", "2026").found


def test_from_a_cycle_that_is_none_only_its_own_name_is_in_sight(resolver: Resolver) -> None:
    assert not resolver.resolve("company/smb-first", "someday").found
    assert resolver.resolve("2026:company/smb-first", "someday").found


@pytest.mark.parametrize("place", PLACES)
def test_every_key_is_found_by_its_own_reference_from_everywhere(
    resolver: Resolver, place: tuple[str, str, str, str]
) -> None:
    key = Key(*place)
    for cycle in ("2026", "2026-H2", "2026-Q4", "2026-11", "2027", "someday"):
        assert resolver.resolve(f"{key.cycle}:{key.ref}", cycle).key == key
    assert resolver.resolve(key.ref, key.cycle).key == key


def test_the_order_of_files_changes_nothing(resolver: Resolver) -> None:
    turned = Resolver(KEYS[::-1], Calendar())
    for text in ("welcome", "people", "smb-frist", "company/people", "nothing"):
        assert turned.resolve(text, "2026-Q4") == resolver.resolve(text, "2026-Q4")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("day7", Key("2026-Q4", "growth", "first-minute", "day7")),
        ("first-minute/day7", Key("2026-Q4", "growth", "first-minute", "day7")),
        ("welcome/mail", Key("2026-Q4", "growth", "welcome", "mail")),
        ("smb-first", Key("2026", "company", "smb-first")),
        ("ay7", None),
        ("join", None),
    ],
)
def test_somebody_with_some_cycles_in_mind_may_be_brief(
    resolver: Resolver, text: str, key: Key | None
) -> None:
    assert resolver.resolve_in(text, ["2026", "2026-Q4"]).key == key


def test_an_end_that_several_have_is_ambiguous() -> None:
    two = [Key("2026-Q4", team, "one", "same") for team in ("care", "growth")]
    resolver = Resolver([*two, *(key.of_objective for key in two)], Calendar())
    assert list(resolver.resolve_in("same", ["2026-Q4"]).candidates) == two
    assert resolver.resolve_in("growth/one/same", ["2026-Q4"]).key == two[1]
