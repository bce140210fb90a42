"""What of an objective goes on, and as what."""

from collections.abc import Mapping, Sequence
from typing import cast

import pytest

from okrcli.analysis.cycle.carrying import Carried, Left, carried
from okrcli.store.reading import okr_file

_DONE = {"title": "b", "done": True}
_METRIC = {"id": "m", "title": "M", "baseline": 1, "target": 5, "current": 3, "note": "x"}


def _carried(*key_results: Mapping[str, object], **fields: object) -> Carried | Left:
    objective = {"id": "x", "title": "X", "close": {"decision": "continue"}, **fields}
    written = {**objective, "key_results": list(key_results)}
    content = okr_file({"team": "growth", "cycle": "2026-Q4", "objectives": [written]})
    assert content is not None
    return carried(content.objectives[0], written)


@pytest.mark.parametrize(
    ("written", "after"),
    [
        (_METRIC, {"id": "m", "title": "M", "baseline": 3, "target": 5}),
        ({"id": "m", "baseline": "unknown", "target": 5}, None),
        ({"id": "m", "at_least": 5, "current": 3, "kept": 0.9, "x-a": 1}, "no current"),
        (
            {
                "id": "m",
                "milestones": [
                    "a",
                    {"title": "b", "done": True},
                    {"title": "c", "due": "2026-11-01"},
                ],
            },
            {"id": "m", "milestones": ["a", "c"]},
        ),
        ({"id": "m", "done": False}, None),
    ],
)
def test_a_key_result_begins_where_it_ended_without_its_check_ins_and_dates(
    written: Mapping[str, object], after: object
) -> None:
    one = _carried(written)
    assert isinstance(one, Carried)
    found = cast("Sequence[object]", one.fields["key_results"])
    if after == "no current":
        after = {name: value for name, value in written.items() if name != "current"}
    assert found == [after or written]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ({**_METRIC, "id": "n", "current": 5}, "reached"),
        ({"id": "n", "baseline": "unknown", "target": 5, "current": 5}, "reached"),
        ({"id": "n", "milestones": [{"title": "b", "done": True}]}, "done"),
        ({"id": "n", "done": "2026-11-01"}, "done"),
        ({**_METRIC, "id": "n", "close": {"decision": "drop"}}, "dropped"),
    ],
)
def test_what_is_over_stays_behind(written: Mapping[str, object], why: str) -> None:
    one = _carried(_METRIC, written)
    assert isinstance(one, Carried)
    assert one.left == [Left("growth/x/n", why)]
    assert _carried(written) == Left("growth/x", "nothing of it is left to reach")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"close": None}, "not closed yet"),
        ({"close": {"decision": "achieved"}}, "achieved"),
        ({"close": {"decision": "drop"}}, "dropped"),
        ({"close": {"decision": "defer"}}, "deferred"),
        ({"draft": True}, "a draft that was never published"),
    ],
)
def test_only_what_was_closed_to_go_on_goes_on(fields: Mapping[str, object], why: str) -> None:
    assert _carried(_METRIC, **fields) == Left("growth/x", why)


def test_a_link_leads_back_and_the_work_goes_on() -> None:
    one = _carried(_METRIC, initiatives=["Wizard"], formerly=["y"], **{"x-own": 1})
    assert isinstance(one, Carried)
    assert list(one.fields) == ["id", "title", "x-own", "initiatives", "key_results"]
    assert one.fields["initiatives"] == ["2026-Q4:growth/x", "Wizard"]
