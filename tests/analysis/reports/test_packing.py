"""What a report found is unpacked as it was, also where only its kind tells what a value is."""

from datetime import date
from typing import NamedTuple

import pytest

from okrcli.analysis.reports.packing import pack_report, unpack_report
from okrcli.analysis.story.goalposts import Goalpost, Move
from okrcli.model.key_result import Close


class Found(NamedTuple):
    """Something with a goalpost in it."""

    goalpost: Goalpost


_DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "goalpost",
    [
        Goalpost(Move.EASED, "target", 50, 45.5, "Traffic halved"),
        Goalpost(Move.RESCHEDULED, "due", _DAY, None),
        Goalpost(Move.RESCHEDULED, "milestones", None, _DAY, item="2026-11-22"),
        Goalpost(Move.RESCHEDULED, "plan"),
        Goalpost(Move.REWORDED, "title", "2026-11-22", "2026-11-23"),
        Goalpost(Move.DROPPED, "close", None, Close("drop", 0.3, "It was too early", ["Ask"])),
        Goalpost(Move.REOPENED, "close", Close("achieved"), None),
        Goalpost(Move.RESCOPED, "milestones", ["First"], ["2026-11-22", "Second"]),
    ],
)
def test_a_goalpost_comes_back_as_it_was(goalpost: Goalpost) -> None:
    page = pack_report(Found(goalpost), ["okrs/a.yaml"])
    found, unreadable = unpack_report(Found, page)
    assert repr(found.goalpost).replace("()", "[]") == repr(goalpost).replace("()", "[]")
    assert unreadable == ["okrs/a.yaml"]


def test_half_a_character_cannot_be_packed() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        pack_report(Found(Goalpost(Move.REWORDED, "title", "\ud800", "")), [])
