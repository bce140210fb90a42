"""Read a key result by what changed in its plain data since a version that is known."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from okrcli.model.key_result import KeyResult
from okrcli.store.reading import Data, confidence, day, key_result, number, text

_MISSING = object()
_CHECK_IN: Mapping[str, tuple[int, Callable[[object], object]]] = {
    name: (KeyResult._fields.index(name), read)
    for name, read in (
        ("current", number),
        ("confidence", confidence),
        ("updated", day),
        ("note", text),
        ("blocker", text),
    )
}


def has_truths(raw: bytes) -> bool:
    """Tell whether a text has truth values: True equals 1 in Python, not in YAML."""
    lower = raw.lower()
    return b"true" in lower or b"false" in lower


def next_key_result(before: Data, state: KeyResult, data: Data, *, exact: bool) -> KeyResult:
    """Read a key result by what changed in its plain data since a known state."""
    if not exact and before == data:
        return state
    if not exact and _is_check_in(before, data):
        fields: list[Any] = list(state)
        for name, (at, read) in _CHECK_IN.items():
            fields[at] = read(data.get(name))
        return KeyResult._make(fields)
    changed = changed_fields(before, data, exact=exact)
    if not changed:
        return state
    if changed <= _CHECK_IN.keys():
        said = {name: _CHECK_IN[name][1](data.get(name)) for name in changed}
        return state._replace(**cast("dict[str, Any]", said))
    return key_result(data)


def _is_check_in(before: Data, after: Data) -> bool:
    """Tell whether two mappings differ in nothing but what a check-in says."""
    expected = {**before}
    for name in _CHECK_IN:
        if name in after:
            expected[name] = after[name]
        else:
            expected.pop(name, None)
    return expected == after


def changed_fields(before: Data, after: Data, *, exact: bool) -> set[str]:
    """Name the fields that differ; where it has to be `exact`, 1 is not True."""
    gone = before.keys() - after.keys()
    changed = {
        name
        for name, value in after.items()
        if (known := before.get(name, _MISSING)) != value
        or (exact and not _of_one_type(known, value))
    }
    return changed | gone


def _of_one_type(one: object, other: object) -> bool:
    """Tell whether equal values are of the same types all through."""
    if isinstance(one, dict) and isinstance(other, dict):
        return all(_of_one_type(item, other[name]) for name, item in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return all(map(_of_one_type, one, other))
    return type(one) is type(other)
