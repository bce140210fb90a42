"""Days that count between check-ins."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.cycle import Period
from okrcli.model.settings import CheckIns

_DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
_PAUSES = st.lists(
    st.builds(
        lambda start, days: Period(start, start + timedelta(days)), _DAYS, st.integers(1, 40)
    ),
    max_size=4,
)


@given(_PAUSES, _DAYS, st.integers(1, 100))
def test_the_day_after_some_days_is_the_first_on_which_they_are_over(
    pauses: list[Period], since: date, days: int
) -> None:
    rules = CheckIns(pauses=pauses)
    day = rules.day_after(since, days)
    assert rules.days_between(since, day) == days
    assert rules.days_between(since, day - timedelta(days=1)) < days


def test_a_pause_moves_the_day() -> None:
    rules = CheckIns(pauses=[Period(date(2026, 12, 24), date(2027, 1, 2))])
    assert rules.day_after(date(2026, 12, 21), 3) == date(2026, 12, 24)
    assert rules.day_after(date(2026, 12, 21), 4) == date(2027, 1, 3)


def test_the_calendar_has_an_end() -> None:
    assert CheckIns().day_after(date(9999, 12, 30), 10**12) == date.max
