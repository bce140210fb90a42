"""In which order the format lists the fields of the mapping at a place."""

from collections.abc import Iterable, Iterator, Sequence
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


def mappings(form: Form, data: object) -> Iterator[tuple[tuple[Step, ...], Schema, Sequence[str]]]:
    """Yield the mappings that the format knows: their places, what it says of them, their keys."""
    yield from _mappings(schema_of(form), data, ())


def in_format_order(names: Iterable[str], order: Iterable[str]) -> list[str]:
    """Sort fields as the format lists them; others stay behind the one that they stand behind."""
    ranks = {name: rank for rank, name in enumerate(order)}
    rank, ranked = -1, []
    for name in names:
        rank = ranks.get(name, rank)
        ranked.append((rank, name))
    return [name for _, name in sorted(ranked, key=lambda pair: pair[0])]


def _mappings(
    schema: Schema, data: object, path: tuple[Step, ...]
) -> Iterator[tuple[tuple[Step, ...], Schema, Sequence[str]]]:
    schema = _mapping(schema)
    held: Iterable[tuple[Step, object]] = ()
    if isinstance(data, dict) and schema["type"] == _MAPPING:
        yield path, schema, tuple(data)
        held = data.items()
    elif isinstance(data, list):
        held = enumerate(data)
    for step, item in held:
        below = _below(schema, step) if isinstance(item, dict | list) else None
        if below is not None:
            yield from _mappings(below, item, (*path, step))


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
