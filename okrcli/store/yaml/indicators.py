"""Anchors, aliases, tags and directives, which yaml_rs reads without a word."""

import bisect
import re
from collections.abc import Sequence

import yaml_rs
from pydantic_core import to_json

from okrcli.store.yaml.limits import Unreadable, span_at

_ANY = re.compile(r"[&*!%]")
_NAMES = {
    "&": ("an anchor (`&`)", "write the value out where it is needed; a text needs quotes"),
    "*": ("an alias (`*`)", "write the value out; a text that begins with `*` needs quotes"),
    "!": ("a tag (`!`)", "delete it; a text that begins with `!` needs quotes"),
    "%": ("a directive (`%`)", "delete the line"),
}


def check(text: str, value: object, suspects: Sequence[int]) -> None:
    """Refuse a text with an indicator at one of the suspect offsets.

    A character is one exactly where a letter in its stead changes more than that letter.
    """
    letter = next(chr(code) for code in range(0xE000, 0xF900) if chr(code) not in text)
    as_text = _ANY.sub(letter, _written(value))

    def changes(count: int) -> bool:
        changed = list(text)
        for offset in suspects[:count]:
            changed[offset] = letter
        return _ANY.sub(letter, _read("".join(changed))) != as_text

    if changes(len(suspects)):
        first = bisect.bisect_left(range(len(suspects) + 1), x=True, key=changes)
        raise found(text, suspects[first - 1])


def found(text: str, offset: int) -> Unreadable:
    """Name the indicator at an offset."""
    name, hint = _NAMES[text[offset]]
    return Unreadable("invalid-yaml", f"{name} is not allowed", hint, span_at(text, offset, 1))


def _read(text: str) -> str:
    """Read a changed text; nothing that a value could be where it is no YAML."""
    try:
        return _written(yaml_rs.loads(text, parse_datetime=False))
    except (ValueError, TypeError):
        return ""


def _written(value: object) -> str:
    return to_json(value, inf_nan_mode="constants").decode()
