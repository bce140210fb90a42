"""A small company that has taken on too much here and nothing there."""

from datetime import date

from okrcli.analysis.progress.summary import Goals
from okrcli.model.cycle import Calendar, Cycle
from okrcli.model.key_result import Close, KeyResult
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization, Person, Team
from okrcli.model.reference import Key
from okrcli.model.series import CheckIn, HistoryFacts, Series
from okrcli.model.settings import Limits, Settings

NOW = date(2026, 11, 22)
_KR = KeyResult("a", "A", baseline=0.0, target=10.0, current=5.0)
_OTHER = _KR._replace(id="b", owner="bo")
_SAID = CheckIn(date(2026, 11, 20), "ana", "1", _KR)
_ACME = Organization(
    teams=(
        Team("acme", "Acme", lead="ana"),
        Team("care", "Care", parent="acme", lead="bo"),
        Team("shop", "Shop", parent="acme"),
    ),
    people=(Person("ana", "Ana Silva"), Person("bo", "Bo"), Person("chi", "Chi")),
)


def cycles(*names: str) -> list[Cycle]:
    """Give some cycles."""
    return [cycle for name in names if (cycle := Calendar().cycle(name)) is not None]


def goals() -> Goals:
    """Give the goals of the company."""
    two = (_KR, _OTHER)
    objectives = (
        Objective("top", "acme", "2026", "Top", "ana", key_results=two),
        Objective("one", "care", "2026-Q4", "One", "ana", key_results=two),
        Objective("two", "care", "2026-Q4", "Two", "ana", key_results=(_KR,)),
        Objective("gone", "care", "2026-Q4", "Gone", "ana", key_results=two, close=Close("drop")),
        Objective("odd", "new", "2026-Q4", "Odd", "zoe", key_results=two),
        Objective("lone", "new", "2026-Q4", "Lone", None, key_results=two[:1]),
    )
    draft = Objective("later", "care", "2026-Q4", "Later", "ana", draft=True)
    return Goals(
        objectives,
        _ACME,
        {
            Key("2026-Q4", "care", "one", "a"): Series(
                (CheckIn(date(2026, 11, 20), "ana", "1", _KR),)
            )
        },
        Settings(limits=Limits(objectives_per_team=1, objectives_per_owner=1)),
        NOW,
        None,
        HistoryFacts(complete=True, commits=1),
        (draft,),
    )
