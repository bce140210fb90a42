"""What edits do to plain data: the measure of what they did to a text."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from okrcli.model.source import Step
from okrcli.store.editing.edits import (
    Block,
    Edit,
    Insert,
    Literal,
    Order,
    Path,
    Remove,
    Set,
    Value,
    ValueEdit,
    Wrap,
    said,
)
from okrcli.store.yaml.source import read_plain


def applied(data: object, edit: Edit) -> object:
    """Give the data after an edit; raise LookupError, with a sentence, where it cannot be."""
    if isinstance(edit, Order):
        return data
    try:
        return _within(data, edit.path[:-1], lambda holder: _changed(holder, edit.path[-1], edit))
    except (KeyError, IndexError) as error:
        raise LookupError(f"there is no place for {said(edit.path)}") from error


def plain(value: Value) -> object:
    """Give what a reader reads of a value once it is written."""
    match value:
        case Literal(text=text):
            return read_plain(text.encode())
        case Block(value=held):
            return held
        case date():
            return value.isoformat()
        case Mapping():
            return {key: plain(item) for key, item in value.items()}
        case str() | int() | float() | None:
            return value
    return [plain(item) for item in value]


def is_same(one: object, other: object) -> bool:
    """Tell whether two values are equal; 5 and 5.0 are, 1 and true are not."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return one == other


def _within(data: object, path: Path, change: Callable[[object], object]) -> object:
    """Give the data with the value at a path changed."""
    if not path:
        return change(data)
    step, below = path[0], path[1:]
    if isinstance(data, dict):
        return {**data, step: _within(data[step], below, change)}
    before, held, after = _parted(data, step)
    return [*before, _within(held, below, change), *after]


def _changed(holder: object, step: Step, edit: ValueEdit) -> object:
    if isinstance(holder, dict) and isinstance(step, str):
        return _in_mapping(holder, step, edit)
    before, held, after = _parted(holder, step)
    match edit:
        case Set(value=value):
            return [*before, plain(value), *after]
        case Insert():
            return [*before, _inserted(held, edit), *after]
        case Remove():
            return [*before, *after]
        case Wrap(field=field):
            return [*before, {field: held}, *after]
    raise LookupError(f"{said(edit.path)} has no name of its own")


def _in_mapping(holder: Mapping[str, object], name: str, edit: ValueEdit) -> Mapping[str, object]:
    match edit:
        case Set(value=value):
            return {**holder, name: plain(value)}
        case Insert():
            return {**holder, name: _inserted(holder.get(name), edit)}
        case Remove():
            left = dict(holder)
            del left[name]
            return left
        case Wrap(field=field):
            return {**holder, name: {field: holder[name]}}
    if edit.name in holder or name not in holder:
        raise LookupError(f"{said(edit.path)} cannot be called {edit.name}")
    return {edit.name if key == name else key: holder[key] for key in holder}


def _inserted(held: object, edit: Insert) -> list[Any]:
    entries = [] if held is None else held
    if not isinstance(entries, list):
        raise LookupError(f"{said(edit.path)} is not a list")  # noqa: TRY004 - what is there is no fault of ours
    at = len(entries) if edit.before is None else edit.before
    if not 0 <= at <= len(entries):
        raise IndexError(at)
    return [*entries[:at], plain(edit.value), *entries[at:]]


def _parted(data: object, step: Step) -> tuple[list[Any], object, list[Any]]:
    """Give what stands before an entry of a list, the entry, and what stands after it."""
    if not isinstance(data, list) or not isinstance(step, int) or not 0 <= step < len(data):
        raise KeyError(step)
    return data[:step], data[step], data[step + 1 :]
