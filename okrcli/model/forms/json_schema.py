"""The forms as JSON Schema, draft-07: for editors that complete and check while one types."""

from collections.abc import Mapping
from typing import Any, cast

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from okrcli.model.forms.kpis import KpisForm
from okrcli.model.forms.okr_file import OkrFileForm
from okrcli.model.forms.organization import OrganizationForm
from okrcli.model.forms.settings import SettingsForm

DOCUMENTS: Mapping[str, type[BaseModel]] = {
    "okr": OkrFileForm,
    "organization": OrganizationForm,
    "kpis": KpisForm,
    "settings": SettingsForm,
}
ANY = "any"
_DRAFT = "http://json-schema.org/draft-07/schema#"
_OWN = {"^x-": {"description": "Your own; kept, and checked by nobody."}}

Schema = dict[str, Any]


def json_schema(document: str) -> Schema:
    """Give the schema of a kind of document, or of ANY file of the OKR folder."""
    if document == ANY:
        return _any()
    made = DOCUMENTS[document].model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=_Draft7
    )
    definitions = made.pop("$defs", {})
    schema = {"$schema": _DRAFT, **made}
    if definitions:
        schema["definitions"] = {_short(name): body for name, body in definitions.items()}
    return cast("Schema", _for_editors(schema))


def _any() -> Schema:
    """Choose by the top-level key, as okr does; a file that has none yet becomes an OKR file."""
    definitions: Schema = {}
    for name in ("okr", "organization", "kpis"):
        schema = json_schema(name)
        del schema["$schema"]
        definitions |= schema.pop("definitions", {})
        definitions[name] = schema
    return {
        "$schema": _DRAFT,
        "title": "file of an OKR workspace",
        "type": "object",
        **_chosen("organization", _chosen("kpis", {"$ref": "#/definitions/okr"})),
        "definitions": definitions,
    }


def _chosen(key: str, otherwise: Schema) -> Schema:
    return {
        "if": {"required": [key]},
        "then": {"$ref": f"#/definitions/{key}"},
        "else": otherwise,
    }


class _Draft7(GenerateJsonSchema):
    """What pydantic makes, with the words of the format for values of one kind."""

    def custom_error_schema(self, schema: core_schema.CustomErrorSchema) -> JsonSchemaValue:
        """Say what a value must be, where its type alone does not."""
        made = super().custom_error_schema(schema)
        words = schema.get("custom_error_message")
        return {**made, "errorMessage": f"This must be {words}."} if words else made


def _for_editors(schema: Any) -> Any:  # noqa: ANN401 - any JSON
    """Write what draft-07 and editors understand: no titles of fields, keys of one's own."""
    if isinstance(schema, list):
        return [_for_editors(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _for_editors(item) for key, item in schema.items()}
    if "$ref" in made:
        made["$ref"] = "#/definitions/" + _short(made["$ref"].rpartition("/")[2])
    if "properties" in made and made.get("additionalProperties") is False:
        for field in made["properties"].values():
            field.pop("title", None)
        made["patternProperties"] = _OWN
    return made


def _short(name: str) -> str:
    return name.removesuffix("Form")
