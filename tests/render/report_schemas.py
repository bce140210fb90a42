"""What the readers of reports expect, as strict JSON Schemas.

They are stricter than the official ones, which let through what they do not know: these hold the
part that we use, and refuse everything else. SARIF: 2.1.0, sections 3.13 to 3.49; its official
schema is asked too (`official_schemas`). GitLab publishes a description and no schema. Reviewdog's
own schema requires nothing and allows everything beside its fields, so that this one is inside it.
"""

from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator

Schema = Mapping[str, Any]
_WHOLE = {"type": "integer", "minimum": 1}
_INDEX = {"type": "integer", "minimum": 0}
_WORDS = {"type": "string", "minLength": 1}


def _object(required: Mapping[str, Any], optional: Mapping[str, Any] | None = None) -> Schema:
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **(optional or {})},
        "additionalProperties": False,
    }


def _list(items: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": items, "minItems": least}


_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_MESSAGE = _object({"text": _WORDS})
_HELP = _object({"text": _WORDS, "markdown": _WORDS})
_REGION = _object(
    {"startLine": _WHOLE, "startColumn": _WHOLE, "endLine": _WHOLE, "endColumn": _WHOLE}
)
_ARTIFACT = _object(
    {
        # A relative reference of RFC 3986 that does not climb out of its base.
        "uri": {"pattern": r"^(?!/|\.\.)(?:[A-Za-z0-9_.~/-]|%[0-9A-F]{2})+$"},
        "uriBaseId": {"const": "%SRCROOT%"},
    }
)
_LOCATION = _object(
    {"physicalLocation": _object({"artifactLocation": _ARTIFACT}, {"region": _REGION})},
    {"id": _INDEX},
)
_PROPERTIES = _object(
    {
        "tags": {**_list(_WORDS), "uniqueItems": True},
        "problem.severity": {"enum": ["error", "warning", "recommendation"]},
    }
)
_RULE = _object(
    {
        "id": _WORDS,
        "shortDescription": _MESSAGE,
        "fullDescription": _MESSAGE,
        "help": _HELP,
        "defaultConfiguration": _object({"level": _LEVEL}),
        "properties": _PROPERTIES,
    }
)
_RESULT = _object(
    {
        "ruleId": _WORDS,
        "level": _LEVEL,
        "message": _MESSAGE,
        "locations": _list(_LOCATION, 1),
        "partialFingerprints": {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": _WORDS,
        },
    },
    {"ruleIndex": _INDEX, "relatedLocations": _list(_LOCATION, 1)},
)
_DRIVER = _object({"name": _WORDS, "version": _WORDS, "rules": _list(_RULE)})
_RUN = _object(
    {
        "tool": _object({"driver": _DRIVER}),
        "automationDetails": _object({"id": {"pattern": "/$"}}),
        "columnKind": {"enum": ["unicodeCodePoints", "utf16CodeUnits"]},
        "originalUriBaseIds": _object({"%SRCROOT%": _object({"description": _MESSAGE})}),
        "results": _list(_RESULT),
    }
)
SARIF = _object(
    {
        "$schema": {"pattern": r"^https://docs\.oasis-open\.org/.*sarif-schema-2\.1\.0\.json$"},
        "version": {"const": "2.1.0"},
        "runs": _list(_RUN, 1),
    }
)

# GitLab: Code Quality, "Implement a custom tool".
GITLAB = {
    **_list(
        _object(
            {
                "description": _WORDS,
                "check_name": _WORDS,
                "fingerprint": {"pattern": "^[0-9a-f]{32}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": _object(
                    {
                        "path": {"pattern": r"^(?!/|\./|\.\.)."},
                        "lines": _object({"begin": _WHOLE}, {"end": _WHOLE}),
                    }
                ),
            }
        )
    ),
    "uniqueItems": True,
}

# reviewdog: proto/rdf/reviewdog.proto, message DiagnosticResult.
_POSITION = _object({"line": _WHOLE, "column": _WHOLE})
RDJSON = _object(
    {
        "source": _object({"name": _WORDS}),
        "diagnostics": _list(
            _object(
                {
                    "message": _WORDS,
                    "location": _object(
                        {"path": _WORDS},
                        {"range": _object({"start": _POSITION, "end": _POSITION})},
                    ),
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": _object({"value": _WORDS}),
                }
            )
        ),
    }
)


def check(document: object, schema: Schema) -> None:
    """Fail with the first place at which a document is not what a schema says."""
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(document)
