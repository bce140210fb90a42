"""What organization.yaml may say."""

import pytest

from okrcli.model.forms.organization import OrganizationForm
from tests.model.forms.test_okr_file import accepts


def test_a_name_is_enough() -> None:
    assert accepts(OrganizationForm, {"organization": "Acme"})


def test_all_of_it_is_accepted() -> None:
    data = {
        "organization": "Acme",
        "vision": "Every small shop sells online.",
        "pillars": [{"id": "delight", "title": "Shops recommend us"}],
        "teams": [
            {"id": "company", "name": "Acme", "lead": "cleo", "check_in_days": 14},
            {"id": "growth", "parent": "company", "members": ["bo"], "max_objectives": 2},
        ],
        "people": [{"id": "ana", "name": "Ana Silva", "emails": ["ana@acme.example"]}],
    }
    assert accepts(OrganizationForm, data)


@pytest.mark.parametrize(
    "team",
    [
        {"name": "No id"},
        {"id": "a", "check_in_days": 0},
        {"id": "a", "check_in_days": 7.5},
        {"id": "a", "max_objectives": "2"},
        {"id": "a", "members": "bo"},
        {"id": "a", "parent": None},
        "growth",
    ],
)
def test_a_team_refuses(team: object) -> None:
    assert not accepts(OrganizationForm, {"organization": "Acme", "teams": [team]})
