"""In which order the format lists the fields of the mapping at a place."""

from collections.abc import Iterable, Sequence
from typing import Any

from okrcli.model.source import Step
from okrcli.store.compiled import Form, Schema, schema_of

_MAPPING = "typed-dict"


def field_order(form: Form | None, path: Iterable[Step]) -> Sequence[str]:
    """Give the names of the fields; none where the format knows no mapping there."""
    schema: Schema | None = None if form is None else schema_of(form)
    for step in path:
        schema = None if schema is None else _below(_mapping(schema), step)
    schema = None if schema is None else _mapping(schema)
    return tuple(schema["fields"]) if schema and schema["type"] == _MAPPING else ()


def _below(schema: Schema, step: Step) -> Schema | None:
    if schema["type"] == _MAPPING:
        field: Any = schema["fields"].get(step)
        return None if field is None else field["schema"]
    return schema.get("items_schema")


def _mapping(schema: Schema) -> Schema:
    """Take off what is wrapped around a schema; of several choices, take the mapping."""
    while schema["type"] in {"custom-error", "union"}:
        if schema["type"] == "custom-error":
            schema = schema["schema"]
        else:
            choices = [choice for choice, _ in schema["choices"]]
            schema = next((each for each in choices if each["type"] == _MAPPING), choices[0])
    return schema
