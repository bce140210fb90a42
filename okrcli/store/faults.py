"""What a form refuses in a document, gathered by place: one fault for each."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from okrcli.model.source import Step
from okrcli.store import compiled
from okrcli.store.compiled import Form, Schema

Keys = tuple[Step, ...]
_MOST_ERRORS = 2_000  # a file within the limit of size can hold 100,000
_DOCUMENTS: Sequence[Form] = ("okr_file", "organization", "kpis")
_ANYTHING: Schema = {"type": "any"}
_MAPPING = "typed-dict"
_TEXT_OR_MAPPING = "text, or a mapping of fields"
_NO_MAPPING = frozenset({"dict_type", "model_type", "model_attributes_type"})


class Fault(NamedTuple):
    """One refused place: what is refused about it, and what the form knows there.

    `kind` is "unknown", "missing", "short" or "wrong"; `owner` is the mapping that the place
    belongs to and `field` its field; `names` are the missing fields, and `given` the fields
    beside an unknown one; `expected` says what a wrong value must be.
    """

    kind: str
    keys: Keys
    owner: Schema
    field: str
    value: object = None
    expected: str = ""
    names: Sequence[str] = ()
    is_entry: bool = False
    given: Collection[str] = ()

    @property
    def noun(self) -> str:
        """Give what the format calls the owner."""
        return str(self.owner["cls_name"])

    @property
    def known(self) -> Sequence[str]:
        """Give the names of the owner's fields."""
        return tuple(self.owner["fields"])


class _Spot(NamedTuple):
    """Where an error leads: the keys in the document, and the schemas around them."""

    keys: Keys
    schema: Schema
    owner: Schema
    owner_depth: int
    is_mapping_or_text: bool = False


def find(form: Form, data: object) -> list[Fault]:
    """Check a document; give its faults in the order of their places."""
    root = compiled.schema_of(form)
    merged: dict[tuple[str, Keys], Fault] = {}
    for error in compiled.faults(form, data)[:_MOST_ERRORS]:
        fault = _fault(root, data, error)
        if fault is None:
            continue
        place = (fault.kind, fault.keys)
        if place in merged:
            fault = fault._replace(names=(*merged[place].names, *fault.names))
        merged[place] = fault
    order = _Order(data)
    return sorted(merged.values(), key=lambda fault: order.of(fault.keys))


def forms_with(field: str) -> Iterator[str]:
    """Yield what the format calls the mappings that have a field."""
    for form in _DOCUMENTS:
        for schema in _mappings(compiled.schema_of(form)):
            if field in schema["fields"]:
                yield schema["cls_name"]


def _fault(root: Schema, data: object, error: dict[str, Any]) -> Fault | None:
    spot = _resolve(root, data, error["loc"])
    if spot is None:
        return None
    keys, depth = spot.keys, spot.owner_depth
    field = str(keys[depth]) if len(keys) > depth else ""
    fault = Fault("wrong", keys, spot.owner, field, error["input"])
    match error["type"]:
        case "extra_forbidden":
            holder = _value_at(data, keys[:-1])
            given = tuple(holder) if isinstance(holder, dict) else ()
            return fault._replace(kind="unknown", given=given)
        case "missing":
            names = [field]
            return fault._replace(kind="missing", keys=keys[:-1], field="", names=names)
        case "too_short":
            return fault._replace(kind="short")
    expected = _expected(error, spot)
    return fault._replace(expected=expected, is_entry=len(keys) > depth + 1)


def _expected(error: dict[str, Any], spot: _Spot) -> str:
    if spot.is_mapping_or_text and not isinstance(error["input"], str):
        return _TEXT_OR_MAPPING
    if error["type"] == "expected":
        return str(error["msg"])
    if error["type"] == "list_type":
        return "a list"
    if error["type"] in _NO_MAPPING:
        return "a mapping of fields"
    return str(error["msg"]).lower().removeprefix("input should be ")


def _resolve(root: Schema, data: object, loc: Sequence[Step]) -> _Spot | None:
    """Follow an error through the form; None for the branch of a union that was not meant."""
    spot = _Spot((), root, root, 0)
    for step in loc:
        schema = spot.schema
        if schema["type"] == "union":
            branch = _branch(schema, step)
            is_mapping = isinstance(_value_at(data, spot.keys), dict)
            if (branch["type"] == _MAPPING) is not is_mapping:
                return None
            spot = spot._replace(schema=branch, is_mapping_or_text=not is_mapping)
        else:
            spot = _step(spot, schema, step)
    return spot


def _step(spot: _Spot, schema: Schema, step: Step) -> _Spot:
    keys = (*spot.keys, step)
    if schema["type"] == _MAPPING:
        field = schema["fields"].get(step)
        below = _ANYTHING if field is None else _bare(field["schema"])
        return _Spot(keys, below, schema, len(spot.keys))
    inner = schema.get("items_schema") or schema.get("values_schema") or _ANYTHING
    return spot._replace(keys=keys, schema=_bare(inner))


def _bare(schema: Schema) -> Schema:
    while schema["type"] == "custom-error":
        schema = schema["schema"]
    return schema


def _branch(union: Schema, label: Step) -> Schema:
    """Choose a branch by its label; the models label a mapping by its class, `...Form`."""
    is_mapping = label == _MAPPING or str(label).endswith("Form")
    branches = (schema for schema, _ in union["choices"])
    return next(_bare(schema) for schema in branches if (schema["type"] == _MAPPING) is is_mapping)


def _value_at(data: object, keys: Keys) -> object:
    for key in keys:
        try:
            data = data[key]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return data


class _Order:
    """The order of places in one document; each mapping is numbered once."""

    def __init__(self, data: object) -> None:
        self._data = data
        self._numbers: dict[int, dict[Step, int]] = {}

    def of(self, keys: Keys) -> tuple[int, ...]:
        """Give what places sort by."""
        order = []
        data = self._data
        for key in keys:
            if isinstance(data, dict):
                order.append(self._number(data, key))
                data = data.get(key)
            else:
                order.append(int(key))
                data = data[int(key)] if isinstance(data, list) else None
        return tuple(order)

    def _number(self, mapping: dict[Step, object], key: Step) -> int:
        numbers = self._numbers.get(id(mapping))
        if numbers is None:
            numbers = {name: number for number, name in enumerate(mapping)}
            self._numbers[id(mapping)] = numbers
        return numbers.get(key, len(numbers))


def _mappings(schema: Any) -> Iterator[Schema]:  # noqa: ANN401 - any JSON
    if isinstance(schema, dict):
        if schema.get("type") == _MAPPING:
            yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for item in schema:
            yield from _mappings(item)
