"""How long a service asks to wait, in both ways to say it."""

from datetime import UTC, datetime

import pytest

from okrcli.connect.retry_after import seconds_to_wait

_NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("30", 30),
        (" 0 ", 0),
        ("Sun, 22 Nov 2026 12:00:30 GMT", 30),
        ("Sun, 22 Nov 2026 13:00:30 +0100", 30),
        ("Sunday, 22-Nov-26 12:00:30 GMT", 30),
        ("Sun Nov 22 12:00:30 2026", 30),
        ("Sun, 22 Nov 2020 12:00:30 GMT", 0),
        (None, None),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("1" * 5000, None),
        ("Sun, 99 Nov 2026 12:00:30 GMT", None),
        ("Sun, 22 Nov 99999 12:00:30 GMT", None),
        ("\u0663\u0660", None),
    ],
)
def test_seconds_and_dates(value: str | None, seconds: float | None) -> None:
    assert seconds_to_wait(value, _NOW) == seconds
