"""Everything about one objective or key result, for programs."""

import json

import pytest

from okrcli.analysis.detail import Detail
from okrcli.render.show.json import show_json
from tests.render.details import bound, hostile, metric, milestones, objective
from tests.running import Golden


@pytest.mark.parametrize(
    ("name", "detail"),
    [("objective", objective()), ("metric", metric()), ("milestones", milestones())],
)
def test_a_sheet_as_json(golden: Golden, name: str, detail: Detail) -> None:
    golden(f"show/{name}.json", show_json(detail))


def test_a_bound_has_bounds_and_an_objective_no_key_result() -> None:
    assert json.loads(show_json(bound()))["burn_up"]["of"] == "value"
    assert json.loads(show_json(objective()))["key_result"] is None


def test_hostile_text_is_data() -> None:
    written = show_json(hostile())
    assert "\x1b" not in written
    assert json.loads(written)["revision"] is None
