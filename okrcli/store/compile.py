"""The forms as plain core schemas: `python -m okrcli.store.compile` writes compiled.json.

It writes the JSON Schemas that editors want as well, into `okrcli/schemas`.

Importing pydantic's models takes longer than reading a workspace. What they check is plain data
once their classes are taken out, and pydantic_core builds its validators from that.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel

from okrcli.model.forms import json_schema
from okrcli.model.forms.kpis import KpisForm
from okrcli.model.forms.okr_file import OkrFileForm
from okrcli.model.forms.organization import OrganizationForm
from okrcli.model.forms.settings import SettingsForm

FORMS: Mapping[str, type[BaseModel]] = {
    "okr_file": OkrFileForm,
    "organization": OrganizationForm,
    "kpis": KpisForm,
    "settings": SettingsForm,
}
_DROPPED = frozenset({"metadata", "ref", "serialization"})

Schema = dict[str, Any]


def compile_forms() -> dict[str, Schema]:
    """Give the core schema of each form, as data that JSON can hold."""
    return {name: compile_form(form) for name, form in FORMS.items()}


def compile_form(form: type[BaseModel]) -> Schema:
    """Give the core schema of one form."""
    schema: Any = form.__pydantic_core_schema__
    definitions: dict[str, Schema] = {}
    if schema["type"] == "definitions":
        definitions = {each["ref"]: each for each in schema["definitions"]}
        schema = schema["schema"]
    return cast("Schema", _plain(schema, definitions))


def write_compiled(path: Path) -> None:
    """Write all forms to a file, their fields in the order of the format."""
    text = json.dumps(compile_forms(), separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def write_schemas(folder: Path) -> None:
    """Write the JSON Schemas to a folder."""
    folder.mkdir(exist_ok=True)
    for name in (json_schema.ANY, *json_schema.DOCUMENTS):
        text = json.dumps(json_schema.json_schema(name), indent=2)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _plain(schema: Any, definitions: Mapping[str, Schema]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(schema, list):
        return [_plain(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kind = schema.get("type")
    if kind in {"definition-ref", "default"}:
        inner = schema["schema"] if kind == "default" else definitions[schema["schema_ref"]]
        return _plain(inner, definitions)
    if kind in _MAKERS:
        return _MAKERS[kind](schema, definitions)
    kept = sorted((key, item) for key, item in schema.items() if key not in _DROPPED)
    return {key: _plain(item, definitions) for key, item in kept}


def _union(schema: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """Give each choice of a union a label, by which its errors can be told."""
    choices = [_plain(choice, definitions) for choice in schema["choices"]]
    return {"type": "union", "choices": [[choice, choice["type"]] for choice in choices]}


def _mapping(model: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """Make a model a mapping of fields that is called by the model's title."""
    fields = {}
    for name, field in model["schema"]["fields"].items():
        required = field["schema"]["type"] != "default"
        schema = _plain(field["schema"], definitions)
        fields[name] = {"type": "typed-dict-field", "required": required, "schema": schema}
    return {
        "type": "typed-dict",
        "cls_name": model["config"]["title"],
        "config": {"strict": True},
        "extra_behavior": "forbid",
        "fields": fields,
    }


_MAKERS = {"model": _mapping, "union": _union}


def main() -> None:
    """Write compiled.json beside this module, and the schemas beside its package."""
    here = Path(__file__)
    write_compiled(here.with_name("compiled.json"))
    write_schemas(here.parents[1] / "schemas")


if __name__ == "__main__":
    main()
