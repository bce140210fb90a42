"""What kpis.yaml may say."""

import pytest

from okrcli.model.forms.kpis import KpisForm
from tests.model.forms.test_okr_file import accepts


def test_all_of_it_is_accepted() -> None:
    kpi = {
        "id": "activation",
        "title": "Day-7 activation",
        "owner": "bo",
        "unit": "%",
        "at_least": 30,
        "at_most": 90,
        "current": 36.5,
        "updated": "2026-11-17",
    }
    assert accepts(KpisForm, {"kpis": [kpi]})


@pytest.mark.parametrize(
    "kpi", [{"id": "a"}, {"title": "A"}, {"id": "a", "title": "A", "target": 5}, "activation"]
)
def test_a_kpi_refuses(kpi: object) -> None:
    assert not accepts(KpisForm, {"kpis": [kpi]})
