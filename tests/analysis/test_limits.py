"""How much a team may take on."""

from okrcli.analysis.limits import counted_key_results, objectives_limit
from okrcli.model.key_result import Close, KeyResult
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization, Team
from okrcli.model.settings import Limits

_ACME = Organization(
    teams=(Team("acme"), Team("care", parent="acme", max_objectives=1), Team("shop", parent="acme"))
)


def test_a_team_has_its_own_limit_else_that_of_its_place() -> None:
    found = [objectives_limit(team, _ACME, Limits()) for team in ("acme", "care", "shop", "new")]
    assert found == [5, 1, 3, 3]


def test_what_was_given_up_does_not_count() -> None:
    dropped = KeyResult("b", close=Close("defer"))
    key_results = (KeyResult("a"), dropped, KeyResult("c", close=Close("achieved")))
    assert counted_key_results(Objective("o", "t", "c", key_results=key_results)) == [0, 2]
