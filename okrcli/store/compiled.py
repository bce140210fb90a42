"""The forms' validators, built from compiled.json, without importing pydantic's models.

`compile` makes the file; a test keeps it current. Where a pydantic_core of another version does
not take it, the models themselves check: slower, and the same.
"""

from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

from pydantic_core import SchemaError, SchemaValidator, ValidationError, from_json, to_json

Form = Literal["okr_file", "organization", "kpis", "settings"]
Schema = dict[str, Any]
Fault = dict[str, Any]
_MANY = 1_000


def is_valid(form: Form, data: object) -> bool:
    """Tell whether data is what a form allows."""
    return _refusal(form, data) is None


def faults(form: Form, data: object) -> list[Fault]:
    """Check data, as the JSON that it stands for; give the errors as pydantic_core has them.

    Dates are texts in it, and a truth value is no number. Where there are thousands of errors,
    those far down in long lists are left out: describing each would take seconds.
    """
    error = _refusal(form, data)
    if error is not None and error.error_count() > _MANY:
        error = _refusal(form, _shortened(data)) or error
    if error is None:
        return []
    return cast("list[Fault]", error.errors(include_url=False, include_context=False))


def _shortened(data: object) -> object:
    if isinstance(data, dict):
        return {key: _shortened(item) for key, item in data.items()}
    return [_shortened(item) for item in data[:_MANY]] if isinstance(data, list) else data


def _refusal(form: Form, data: object) -> ValidationError | None:
    try:
        validator(form).validate_json(to_json(data, inf_nan_mode="constants"))
    except ValidationError as error:
        return error
    return None


@cache
def validator(form: Form) -> SchemaValidator:
    """Build the validator of a form."""
    schema = schema_of(form)
    try:
        return SchemaValidator(cast("Any", _with_tuples(schema)))
    except SchemaError:
        return _model_validator(form)


def schema_of(form: Form) -> Schema:
    """Give the compiled schema of a form."""
    return _compiled()[form]


@cache
def _compiled() -> dict[str, Schema]:
    path = Path(__file__).with_name("compiled.json")
    return cast("dict[str, Schema]", from_json(path.read_bytes(), cache_strings="keys"))


def _with_tuples(schema: Any) -> Any:  # noqa: ANN401 - any JSON
    """Make the labelled choices of unions tuples, which JSON does not have."""
    if isinstance(schema, list):
        return [_with_tuples(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _with_tuples(item) for key, item in schema.items()}
    if made.get("type") == "union":
        made["choices"] = [tuple(choice) for choice in made["choices"]]
    return made


def _model_validator(form: Form) -> SchemaValidator:
    from okrcli.store.compile import FORMS  # noqa: PLC0415 - it imports pydantic, which is slow

    return cast("SchemaValidator", FORMS[form].__pydantic_validator__)
