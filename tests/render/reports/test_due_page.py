"""The reminder of check-ins, as a page."""

from datetime import date

from okrcli.analysis.loads.dues import Due, Dues, Owed
from okrcli.analysis.progress.moment import Moment
from okrcli.model.organization import Organization, Person
from okrcli.model.reference import Key
from okrcli.model.series import HistoryFacts
from okrcli.render.pages.markdown import page_markdown
from okrcli.render.reports.due_page import due_page

_DAY = date(2026, 11, 22)


def _owed(owner: str | None, key_result: str, late: int) -> Owed:
    key = Key("2026-Q4", "growth", "first-minute", key_result)
    since = date.fromordinal(_DAY.toordinal() - late)
    return Owed(key, "It grows", owner, since, since, late, Due.OVERDUE, None, None, ())


def _page(*owed: Owed) -> str:
    moment = Moment(_DAY, None, HistoryFacts(complete=True, commits=1), ())
    organization = Organization(people=[Person("ana", "Ana Silva")])
    return page_markdown(due_page(Dues(moment, owed), organization))


def test_each_person_is_named_once_the_longest_overdue_first() -> None:
    shown = _page(
        _owed("ana", "a", 9), _owed("bo", "b", 8), _owed("ana", "c", 7), _owed(None, "d", 1)
    )
    names = [line for line in shown.splitlines() if line.startswith("- ")]
    assert names == ["- **Ana Silva**", "- **bo**", "- **nobody**"]
    assert shown.index("/c It grows: **overdue 8d**, never checked in") < shown.index("**bo**")
    assert "One line does it: `okr checkin REF VALUE`." in shown


def test_of_very_many_people_the_first_are_named() -> None:
    owed = [_owed(f"person{each}", f"kr{each}", 99 - each) for each in range(40)]
    assert "So do" not in _page(*owed[:30])
    shown = _page(*owed)
    assert shown.count("- **person") == 30
    assert "So do 10 others: `okr due` has all." in shown
    assert "40 overdue" in shown
