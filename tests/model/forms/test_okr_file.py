"""What an OKR file may say, checked as JSON."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core import to_json

from okrcli.model.forms.okr_file import KeyResultForm, MilestoneForm, ObjectiveForm, OkrFileForm

OBJECTIVE = {
    "id": "first-minute",
    "title": "New shops love us",
    "owner": "ana",
    "key_results": [{"id": "day7", "title": "More shops", "baseline": 31, "target": 45}],
}


def accepts(form: type[BaseModel], data: object) -> bool:
    try:
        form.model_validate_json(to_json(data, inf_nan_mode="constants"))
    except ValidationError:
        return False
    return True


def key_result(**fields: object) -> dict[str, object]:
    return {"id": "day7", "title": "More shops", **fields}


def test_the_smallest_file_is_accepted() -> None:
    assert accepts(OkrFileForm, {"team": "growth", "cycle": "2026-Q4", "objectives": [OBJECTIVE]})


@pytest.mark.parametrize("field", ["team", "cycle", "objectives"])
def test_a_file_needs_its_required_fields(field: str) -> None:
    data = {"team": "growth", "cycle": "2026-Q4", "objectives": []}
    del data[field]
    assert not accepts(OkrFileForm, data)


@pytest.mark.parametrize("field", list(OBJECTIVE))
def test_an_objective_needs_its_required_fields(field: str) -> None:
    assert not accepts(ObjectiveForm, {k: v for k, v in OBJECTIVE.items() if k != field})


def test_an_objective_needs_a_key_result() -> None:
    assert not accepts(ObjectiveForm, {**OBJECTIVE, "key_results": []})


@pytest.mark.parametrize("cycle", ["2026", 2026, "2026-H2", "2026-Q4", "2026-11", "launch"])
def test_a_cycle_is_text_or_a_year(cycle: object) -> None:
    assert accepts(OkrFileForm, {"team": "growth", "cycle": cycle, "objectives": []})


@pytest.mark.parametrize("cycle", ["Q4 2026", "2026/Q4", "", 2026.5, True, None, 12, "a:b"])
def test_what_no_reference_could_name_is_no_cycle(cycle: object) -> None:
    assert not accepts(OkrFileForm, {"team": "growth", "cycle": cycle, "objectives": []})


GOOD = [
    ("baseline", 31),
    ("baseline", "unknown"),
    ("baseline", -0.5),
    ("confidence", 0),
    ("confidence", 1.0),
    ("confidence", "6/10"),
    ("confidence", "6.5/10"),
    ("confidence", "60%"),
    ("confidence", "2/3"),
    ("confidence", "100/100"),
    ("confidence", "0%"),
    ("done", False),
    ("done", "2026-10-28"),
    ("weight", 0.5),
    ("updated", "2024-02-29"),
    ("milestones", ["Signed", {"title": "Received", "done": "2026-10-28", "weight": 3}]),
    ("plan", [{"by": "2026-11-15", "value": 33}]),
    ("close", {"decision": "drop"}),
    ("formerly", ["day-7", "growth/first-hour/day7", "2026-Q3:growth/a/b"]),
    (
        "revised",
        [{"on": "2026-11-05", "field": "target", "was": 50, "now": None, "why": "Halved"}],
    ),
]
BAD = [
    ("baseline", "tbd"),
    ("baseline", True),
    ("baseline", "31"),
    ("target", "45%"),
    ("target", True),
    ("target", float("inf")),
    ("target", float("nan")),
    ("target", 10**400),
    ("target", None),
    ("confidence", 7),
    ("confidence", -0.1),
    ("confidence", "11/10"),
    ("confidence", "3/2"),
    ("confidence", "101%"),
    ("confidence", "0/0"),
    ("confidence", "high"),
    ("done", "yes"),
    ("done", 1),
    ("weight", 0),
    ("weight", -1),
    ("updated", 20261117),
    ("updated", "2026-02-30"),
    ("updated", "2026-11-17T00:00:00"),
    ("updated", "17.11.2026"),
    ("kept", 95),
    ("milestones", [5]),
    ("milestones", [" "]),
    ("milestones", "Signed"),
    ("plan", [{"by": "2026-11-15"}]),
    ("close", {"why": "The market moved"}),
    ("close", {"decision": "dropped"}),
    ("formerly", ["Day 7"]),
    ("revised", [{"field": "target", "why": "Halved"}]),
    ("id", "Day7"),
    ("id", "7-day"),
    ("id", "day_7"),
    ("id", "a\n"),
    ("title", ""),
    ("title", 5),
    ("note", None),
    ("colour", "red"),
]


@pytest.mark.parametrize(("field", "value"), GOOD)
def test_a_key_result_accepts(field: str, value: object) -> None:
    assert accepts(KeyResultForm, key_result(**{field: value}))


@pytest.mark.parametrize(("field", "value"), BAD)
def test_a_key_result_refuses(field: str, value: object) -> None:
    assert not accepts(KeyResultForm, key_result(**{field: value}))


def test_mixed_kinds_are_no_matter_of_the_form() -> None:
    assert accepts(KeyResultForm, key_result(target=5, milestones=["Signed"], done=True))


def fields_of(schema: dict[str, Any]) -> list[dict[str, Any]]:
    mappings = [schema, *schema.get("$defs", {}).values()]
    return [field for mapping in mappings for field in mapping.get("properties", {}).values()]


def test_every_field_has_a_description() -> None:
    fields = fields_of(OkrFileForm.model_json_schema())
    assert len(fields) > 50
    assert [field for field in fields if not field.get("description")] == []


def test_the_json_schema_allows_null_nowhere_but_in_revisions() -> None:
    fields = fields_of(OkrFileForm.model_json_schema())
    assert [field for field in fields if field.get("default", 0) is None] == []


def test_a_milestone_alone_is_a_title() -> None:
    assert accepts(MilestoneForm, {"title": "Signed"})
    assert not accepts(MilestoneForm, {"id": "signed"})
