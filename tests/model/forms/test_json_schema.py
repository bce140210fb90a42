"""The JSON Schemas: current, valid, and of one mind with the forms."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from okrcli.model.forms.json_schema import ANY, DOCUMENTS, json_schema
from okrcli.store import compile as compiling
from okrcli.store import compiled, schemas
from okrcli.store.kinds import form_of, without_own_keys
from tests.running import DATA, PROJECT

NAMES = (ANY, *DOCUMENTS)
FORMS: Mapping[str, compiled.Form] = {
    "okr": "okr_file",
    "organization": "organization",
    "kpis": "kpis",
    "settings": "settings",
}


def _validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads(schemas.schema_text(name)))


def _documents() -> Iterator[tuple[Path, Any]]:
    for folder in (PROJECT / "examples", DATA / "rules", DATA / "lint"):
        for path in sorted(folder.rglob("*.yaml")):
            try:
                yield path, yaml_rs.loads(path.read_text("utf-8"), parse_datetime=False)
            except (ValueError, OSError):
                continue


def test_the_shipped_files_are_current(tmp_path: Path) -> None:
    compiling.write_schemas(tmp_path)
    shipped = Path(schemas.__file__).parents[1] / "schemas"
    assert {path.name for path in shipped.iterdir()} == {f"{name}.json" for name in NAMES}
    for path in tmp_path.iterdir():
        assert (shipped / path.name).read_bytes() == path.read_bytes(), (
            "run `python -m okrcli.store.compile`"
        )


@pytest.mark.parametrize("name", NAMES)
def test_they_are_draft_07(name: str) -> None:
    schema = json_schema(name)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)
    text = json.dumps(schema)
    assert "$defs" not in text
    assert "Form" not in text
    for reference in {part.split('"')[0] for part in text.split("#/definitions/")[1:]}:
        assert reference in schema["definitions"]


def _fields(schema: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - any JSON
    if isinstance(schema, dict):
        if "patternProperties" in schema:
            yield schema
        schema = list(schema.values())
    for item in schema if isinstance(schema, list) else ():
        yield from _fields(item)


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_described_and_own_keys_are_allowed(name: str) -> None:
    for mapping in _fields(json_schema(name)):
        assert mapping["description"]
        assert set(mapping["patternProperties"]) == {"^x-"}
        for field in mapping["properties"].values():
            assert field["description"]


def test_they_accept_exactly_the_files_that_the_forms_accept() -> None:
    seen = 0
    for path, value in _documents():
        form = form_of(value)
        if form is None:
            continue
        name = next(name for name, each in FORMS.items() if each == form)
        valid = compiled.is_valid(form, without_own_keys(value))
        assert _validator(name).is_valid(value) is valid, path
        assert _validator(ANY).is_valid(value) is valid, path
        seen += 1
    assert seen > 50


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-5, 3000)
    | st.floats(-2, 2)
    | st.sampled_from(["", "a", "A b", "60%", "7/10", "unknown", "committed", "drop", "a/b/c"])
)


@given(st.sampled_from(["weight", "confidence", "baseline", "id", "needs", "close", "kept"]),
       SCALARS | st.lists(SCALARS, max_size=2))  # fmt: skip
def test_a_single_value_is_accepted_by_both_or_by_none(field: str, value: object) -> None:
    key_result = {"id": "a", "title": "A", field: value}
    objective = {"id": "a", "title": "A", "owner": "ana", "key_results": [key_result]}
    data = {"team": "a", "cycle": "2026", "objectives": [objective]}
    assert _validator("okr").is_valid(data) is compiled.is_valid("okr_file", data)
