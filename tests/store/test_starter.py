"""The first files of a workspace are small, real and right."""

from datetime import date

import pytest
import yaml_rs

from okrcli.model.cycle import Calendar, Cycle
from okrcli.store.starter import Founder, identifier, starter_files

TODAY = date(2026, 11, 22)


def quarter() -> Cycle:
    found = Calendar().cycle("2026-Q4")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("organization", "person"),
    [
        ("Acme", "Ana Silva"),
        ('O\'Neil: "shops" # 1', "Дмитрий"),
        ("no", "42"),
        ("- dash", ""),
        ("线上商店", "Ana\\n"),
    ],
)
def test_any_name_is_kept_as_it_is(organization: str, person: str) -> None:
    files = starter_files(Founder(organization, person, "a@b.example"), quarter(), TODAY)
    found = yaml_rs.loads(files["okrs/organization.yaml"], parse_datetime=False)
    assert isinstance(found, dict)
    assert found["organization"] == organization
    assert found["people"][0]["name"] == person


def test_what_begins_in_the_middle_of_a_cycle_says_when() -> None:
    founder = Founder("Acme", "Ana", "a@b.example")
    path = "okrs/2026-Q4/company.yaml"
    assert "starts: 2026-11-22" in starter_files(founder, quarter(), TODAY)[path]
    assert "starts" not in starter_files(founder, quarter(), date(2026, 10, 1))[path]
    assert "starts" not in starter_files(founder, quarter(), date(2026, 9, 1))[path]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ana", "ana"), ("José", "jos"), ("42", "me"), ("", "me"), ("A B", "a-b")],
)
def test_an_id_is_made_of_a_name_where_that_can_be(name: str, expected: str) -> None:
    assert identifier(name, "me") == expected
