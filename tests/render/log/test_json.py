"""The log for programs."""

import json

from okrcli.analysis.story.goalposts import Goalpost, Move
from okrcli.render.log.json import goalpost_data, log_json
from tests.render.logs import DAY7, empty, odd, quarter
from tests.running import Golden


def test_a_log_as_json(golden: Golden) -> None:
    golden("log/quarter.json", log_json(quarter()))


def test_hostile_text_is_data_and_the_gap_is_told(golden: Golden) -> None:
    written = log_json(odd())
    assert "\x1b" not in written
    golden("log/odd.json", written)
    data = json.loads(written)
    assert (data["revision"], data["history"]["complete"]) == (None, False)
    assert data["entries"][0]["commit"] is None


def test_nothing_is_an_empty_list() -> None:
    assert json.loads(log_json(empty()))["entries"] == []


def test_numbers_stay_numbers_and_lists_lists() -> None:
    eased = goalpost_data(Goalpost(Move.EASED, "target", 50.0, 45.5), DAY7)
    assert (eased["was"], eased["now"], eased["reason"]) == (50, 45.5, None)
    assert eased["text"] == "target eased from 50 to 45.5%"
    scope = goalpost_data(Goalpost(Move.RESCOPED, "milestones", (), ("A",)), DAY7)
    assert (scope["was"], scope["now"]) == ([], ["A"])
