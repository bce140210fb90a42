"""One person, several, a team, or nobody in particular."""

import pytest

from okrcli.analysis.owners import Named, Owners, names_in
from okrcli.model.organization import Organization, Person, Team

KNOWN = Owners(
    Organization(
        teams=[
            Team("growth", "Growth", lead="ana", members=["bo"]),
            Team("solo", "Solo", lead="solo"),
            Team("crew", "The A-Team"),
        ],
        people=[Person("ana"), Person("bo"), Person("rock and roll"), Person("all")],
    )
)
NOBODY = Owners(Organization())


@pytest.mark.parametrize(
    "text",
    [
        *("ana and bo", "ana, bo", "Ana & Bo", "ana/bo", "ana / bo", "ana; bo", "ana + bo"),
        *("ana und bo", "ana or bo", "ana, bo and chi", "Ana Silva and Bo Hansen"),
    ],
)
def test_several(text: str) -> None:
    assert KNOWN.named(text) is NOBODY.named(text) is Named.SEVERAL


@pytest.mark.parametrize(
    "text",
    [
        *("ana", "bo", "zoe", "Anderson", "Andy Orland", "ana.silva@acme.example", "Ana-Maria"),
        *("n/a", "?", "Alleyne", "solo", "Ana (she/her)"),
    ],
)
def test_a_person(text: str) -> None:
    assert KNOWN.named(text) is Named.PERSON


def test_who_is_listed_is_a_person_whatever_the_name() -> None:
    assert KNOWN.named("rock and roll") is Named.PERSON
    assert KNOWN.named("all") is Named.PERSON
    assert NOBODY.named("rock and roll") is Named.SEVERAL


@pytest.mark.parametrize("text", ["growth", "Growth", "the Growth team", "team growth", "crew"])
def test_a_team(text: str) -> None:
    assert KNOWN.named(text) is Named.TEAM


def test_a_team_has_a_lead() -> None:
    assert KNOWN.lead("the growth team") == "ana"
    assert KNOWN.lead("the a-team") is None
    assert KNOWN.lead("nobody") is None


@pytest.mark.parametrize(
    "text", ["everyone", "All of us", "the team", "Team", "the sales team", "Team Red", "We"]
)
def test_a_crowd(text: str) -> None:
    assert NOBODY.named(text) is Named.CROWD


def test_names_are_taken_apart() -> None:
    assert list(names_in("ana, bo and chi")) == ["ana", "bo", "chi"]
    assert list(names_in("Ana Silva")) == ["Ana Silva"]
    assert list(names_in("ana and")) == ["ana and"]
