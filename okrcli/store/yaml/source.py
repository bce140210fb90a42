"""YAML text -> plain data, and the places of its values: the one door to the YAML libraries.

Values come from yaml_rs, which is fast and follows YAML 1.2. Places come from ruamel.yaml
(`yaml_marks`). What is only needed where something is wrong is imported then: a clean run is short.
"""

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

import yaml_rs

from okrcli.model.source import Span, Step
from okrcli.store.yaml.limits import (
    MAX_BYTES,
    MAX_DEPTH,
    Unreadable,
    check_block_depth,
    check_characters,
    check_conflict,
    decode,
    is_outside,
    may_be_deep,
)

__all__ = [
    "READER",
    "Document",
    "Place",
    "Unreadable",
    "read_plain",
    "read_strict",
    "spans",
    "text_of",
]

READER = f"yaml_rs {yaml_rs.__version__}"
Place = tuple[tuple[Step, ...], bool]
_NO_ALIASES = yaml_rs.AliasLimits(0, 0, 0)
_FEW_ALIASES = yaml_rs.AliasLimits(10_000, 8, 1_000)
_REFUSED = (yaml_rs.YAMLDecodeError, TypeError, ValueError, OverflowError, RecursionError)
_INDICATOR = re.compile(r"[&*!%]")
_BEFORE_VALUE = frozenset("-?:,[{\r\n")


class Document(NamedTuple):
    """A file as it was read: its text, without a byte order mark, and its value."""

    text: str
    value: object


def read_strict(data: bytes) -> Document:
    """Read one YAML document within all limits; raise Unreadable where it breaks one."""
    text = decode(data)
    check_characters(text)
    check_conflict(text)
    check_block_depth(text)
    value = _parse(text)
    if isinstance(value, list) or not _is_sound(value, escapes="\\" in text):
        from okrcli.store.yaml import refusals as yaml_refusals  # noqa: PLC0415 - only where something is wrong

        yaml_refusals.check_single(text, value)
        yaml_refusals.check_values(text, value)
    suspects = [
        match.start() for match in _INDICATOR.finditer(text) if _may_begin(text, match.start())
    ]
    if suspects:
        from okrcli.store.yaml import indicators as yaml_indicators  # noqa: PLC0415 - only where one may be

        yaml_indicators.check(text, value, suspects)
    return Document(text, value)


def read_plain(data: bytes) -> object:
    """Read the value of an old file, leniently and fast; None where it is not one document.

    It never raises. A list is none of ours and counts as no document.
    """
    value = _leniently(data)
    return None if isinstance(value, list) else value


def read_list(data: bytes) -> list[object] | None:
    """Read a list as it stands in an old file; None where it is none, or may be too deep.

    Several documents are a list as well: the text may not have lines that part them.
    """
    value = None if may_be_deep(data) else _leniently(data, deep=False)
    return value if isinstance(value, list) else None


def _leniently(data: bytes, *, deep: bool = True) -> object:
    try:
        text = decode(data)
        if deep:
            check_block_depth(text)
        value: object = yaml_rs.loads(text, parse_datetime=False, alias_limits=_FEW_ALIASES)
    except (Unreadable, *_REFUSED):
        return None
    return None if "\x00" in text else value


def text_of(data: bytes) -> str:
    """Give the text of a file that was refused, for an excerpt; as much as the limit allows."""
    return data[:MAX_BYTES].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def spans(text: str, places: Collection[Place]) -> dict[Place, Span]:
    """Give the region of each value (or of its key, where that is asked for).

    A place that does not exist gets its nearest parent's region; a mapping or a list is shown by
    its first key or entry; a region never goes beyond the end of its first line. Where the text
    cannot be composed, all are the first line.
    """
    from okrcli.store.yaml import marks as yaml_marks  # noqa: PLC0415 - only where something was found

    return yaml_marks.spans(text, places)


def _may_begin(text: str, offset: int) -> bool:
    """Tell whether a value can begin at an offset, by what is before it; a directive, its line."""
    before = offset - 1
    while before >= 0 and text[before] in " \t" and text[offset] != "%":
        before -= 1
    return before < 0 or text[before] in _BEFORE_VALUE


def _parse(text: str) -> object:
    try:
        return yaml_rs.loads(text, parse_datetime=False, alias_limits=_NO_ALIASES)
    except _REFUSED as error:
        from okrcli.store.yaml import refusals as yaml_refusals  # noqa: PLC0415 - only where something is wrong

        raise yaml_refusals.refusal(error, text) from None


def _is_sound(value: object, *, escapes: bool) -> bool:
    """Tell whether depth, keys, numbers and characters are within the limits."""
    level = [value]
    for depth in range(MAX_DEPTH + 1):
        below: list[object] = []
        for item in level:
            if isinstance(item, dict):
                if depth == MAX_DEPTH or not _are_names(item):
                    return False
                below.extend(item.values())
            elif isinstance(item, list):
                if depth == MAX_DEPTH:
                    return False
                below.extend(item)
            elif (escapes or not isinstance(item, str)) and is_outside(item, escapes=escapes):
                return False
        level = below
    return True


def _are_names(keys: Iterable[object]) -> bool:
    return "<<" not in keys and set(map(type, keys)) <= {str}
