"""All objectives of a moment with their links and numbers."""

from datetime import date

from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.summary import Goals
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization
from okrcli.model.reference import Key
from okrcli.model.series import HistoryFacts
from okrcli.model.settings import Settings

_HALF = KeyResult("half", "Half way", baseline=0.0, target=10.0, current=5.0)
_TOP = Objective("top", "company", "2026", "The top", key_results=(_HALF,))
_IT = Objective("it", "growth", "2026-Q4", "It", supports=("company/top",), key_results=(_HALF,))
_DRAFT = Objective(
    "later", "growth", "2026-Q4", "Later", supports=("it",), key_results=(_HALF,), draft=True
)
_LOST = Objective("odd", "lost", "never", "Odd", key_results=(_HALF,))


def _landscape(*, drafts: bool = False) -> Landscape:
    goals = Goals(
        (_TOP, _IT, _LOST),
        Organization(),
        {},
        Settings(),
        date(2026, 11, 22),
        None,
        HistoryFacts(complete=True, commits=1),
        (_DRAFT,),
    )
    return Landscape(goals, drafts=drafts)


def test_numbers_are_there_for_an_objective_and_for_its_key_result() -> None:
    found = _landscape()
    report = found.report(_IT.key)
    assert report is not None
    assert report.progress == 0.5
    assert report.supports == ["2026:company/top"]
    part = found.key_result(_IT.key._replace(key_result="half"))
    assert part is report.key_results[0]
    assert found.key_result(_IT.key._replace(key_result="other")) is None


def test_what_is_not_there_or_of_no_known_cycle_has_no_numbers() -> None:
    found = _landscape()
    assert found.report(Key("2026", "company", "gone")) is None
    assert found.report(_LOST.key) is None


def test_drafts_have_links_and_no_numbers_and_only_where_they_are_asked_for() -> None:
    assert _landscape().objective(_DRAFT.key) is None
    found = _landscape(drafts=True)
    assert found.objective(_DRAFT.key) is _DRAFT
    assert found.report(_DRAFT.key) is None
    assert found.alignment.children(_IT.key) == (_DRAFT.key,)
