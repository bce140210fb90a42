"""YAML text -> plain data, and the places of its values: the one door to the YAML libraries.

Values come from yaml_rs, which is fast and follows YAML 1.2. Places come from ruamel.yaml
(`yaml_marks`), where they are asked for.
"""

import bisect
import re
from typing import NamedTuple

import yaml_rs
from pydantic_core import to_json

from okrcli.model.source import Span, Step
from okrcli.store import yaml_marks
from okrcli.store.yaml_errors import explain
from okrcli.store.yaml_limits import (
    MAX_BYTES,
    MAX_DEPTH,
    Unreadable,
    check_block_depth,
    check_characters,
    check_conflict,
    decode,
    span_at,
    too_deep,
)
from okrcli.store.yaml_marks import Place, spans

__all__ = ["Document", "Place", "Unreadable", "read_plain", "read_strict", "spans", "text_of"]

_NO_ALIASES = yaml_rs.AliasLimits(0, 0, 0)
_FEW_ALIASES = yaml_rs.AliasLimits(10_000, 8, 1_000)
_LAST_WINS = yaml_rs.DuplicateKeyPolicy.LastWins
_REFUSED = (yaml_rs.YAMLDecodeError, TypeError, ValueError, OverflowError, RecursionError)
_SUSPECT = re.compile(r"(?:(?<=[-?:,\[{\r])|^)[ \t]*[&*!]|^%", re.MULTILINE)
_DOCUMENT = re.compile(r"^(?:---|\.\.\.)(?=\s|\Z)", re.MULTILINE)
_INDICATOR = re.compile(r"[&*!%]")
_INDICATORS = {
    "&": ("an anchor (`&`)", "write the value out where it is needed; a text needs quotes"),
    "*": ("an alias (`*`)", "write the value out; a text that begins with `*` needs quotes"),
    "!": ("a tag (`!`)", "delete it; a text that begins with `!` needs quotes"),
    "%": ("a directive (`%`)", "delete the line"),
}
_MERGE_HINT = "write the fields out"
_KEY_HINT = "keys are the names of fields; put quotes around one of your own"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MAX_NUMBER = 1.7976931348623157e308


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
    if isinstance(value, list) and _is_several(text, value):
        raise Unreadable(
            "invalid-yaml",
            f"the file holds {len(value)} YAML documents, and one is the limit",
            "put each in a file of its own, without `---`",
            _second_document(text),
        )
    if not _is_sound(value, escapes="\\" in text):
        raise _outside_limits(text, value)
    _check_indicators(text, value)
    return Document(text, value)


def text_of(data: bytes) -> str:
    """Give the text of a file that was refused, for an excerpt; as much as the limit allows."""
    return data[:MAX_BYTES].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def read_plain(data: bytes) -> object:
    """Read the value of an old file, leniently and fast; None where it is not one document.

    It never raises. A list is none of ours and counts as no document.
    """
    try:
        text = decode(data)
        check_block_depth(text)
        value = yaml_rs.loads(text, parse_datetime=False, alias_limits=_FEW_ALIASES)
    except (Unreadable, *_REFUSED):
        return None
    return None if isinstance(value, list) or "\x00" in text else value


def _parse(text: str) -> object:
    try:
        return yaml_rs.loads(text, parse_datetime=False, alias_limits=_NO_ALIASES)
    except yaml_rs.YAMLDecodeError as error:
        raise _refusal(str(error), text) from None
    except _REFUSED:
        raise _not_a_text_key("a list or a mapping") from None


def _refusal(error: str, text: str) -> Unreadable:
    if error.startswith("duplicate mapping key"):
        return yaml_marks.repeated_key(text)
    if error.startswith("alias"):
        return _indicator(text, next(m.end() - 1 for m in _SUSPECT.finditer(text)))
    return explain(error, text)


def _is_several(text: str, value: list[object]) -> bool:
    """Tell several documents from one that is a list: yaml_rs gives a list for both."""
    try:
        longer = yaml_rs.loads(f"{text}\n--- 0\n", parse_datetime=False)
    except _REFUSED:
        return True
    return isinstance(longer, list) and len(longer) == len(value) + 1 and longer[:1] != [value]


def _second_document(text: str) -> Span | None:
    marks = list(_DOCUMENT.finditer(text))
    inner = [mark for mark in marks if text[: mark.start()].strip()]
    return span_at(text, inner[0].start(), 3) if inner else None


def _check_indicators(text: str, value: object) -> None:
    """Refuse anchors, aliases, tags and directives, which yaml_rs reads without a word.

    A character is one exactly where a letter in its stead changes more than that letter.
    """
    suspects = [match.end() - 1 for match in _SUSPECT.finditer(text)]
    if not suspects:
        return
    letter = next(chr(code) for code in range(0xE000, 0xF900) if chr(code) not in text)
    as_text = _INDICATOR.sub(letter, _written(value))

    def changes(count: int) -> bool:
        pieces = list(text)
        for offset in suspects[:count]:
            pieces[offset] = letter
        try:
            changed = yaml_rs.loads("".join(pieces), parse_datetime=False)
            return _INDICATOR.sub(letter, _written(changed)) != as_text
        except _REFUSED:
            return True

    if changes(len(suspects)):
        first = bisect.bisect_left(range(len(suspects) + 1), x=True, key=changes)
        raise _indicator(text, suspects[first - 1])


def _indicator(text: str, offset: int) -> Unreadable:
    name, hint = _INDICATORS[text[offset]]
    return Unreadable("invalid-yaml", f"{name} is not allowed", hint, span_at(text, offset, 1))


def _written(value: object) -> str:
    return to_json(value, inf_nan_mode="constants").decode()


def _is_sound(value: object, *, escapes: bool) -> bool:
    """Tell whether depth, keys, numbers and characters are within the limits."""
    level = [value]
    for depth in range(MAX_DEPTH + 1):
        below: list[object] = []
        for item in level:
            if isinstance(item, dict | list) and depth == MAX_DEPTH:
                return False
            if isinstance(item, dict):
                if not all(type(key) is str and key != "<<" for key in item):
                    return False
                below.extend(item.values())
            elif isinstance(item, list):
                below.extend(item)
            elif _is_wrong(item, escapes=escapes):
                return False
        level = below
    return True


def _outside_limits(text: str, value: object) -> Unreadable:
    message, hint, place = _fault(value, ()) or (too_deep().message, None, ((), False))
    return Unreadable("invalid-yaml", message, hint, spans(text, [place])[place])


def _is_wrong(item: object, *, escapes: bool) -> bool:
    if isinstance(item, str):
        return escapes and _CONTROL.search(item) is not None
    return isinstance(item, int | float) and not abs(item) <= _MAX_NUMBER


def _fault(value: object, keys: tuple[Step, ...]) -> tuple[str, str | None, Place] | None:
    """Find the first thing in a value that is outside the limits, and its place."""
    if len(keys) == MAX_DEPTH and isinstance(value, dict | list):
        return too_deep().message, None, (keys[:-1], False)
    if isinstance(value, dict):
        for key in value:
            if key == "<<":
                return (
                    "a merge key (`<<`) is not allowed",
                    "write the fields out",
                    ((*keys, key), True),
                )
            if not isinstance(key, str):
                return _not_a_text_key(repr(key)).message, _KEY_HINT, (keys, False)
    elif not isinstance(value, list):
        return _scalar_fault(value, keys)
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return next(filter(None, (_fault(item, (*keys, step)) for step, item in items)), None)


def _scalar_fault(value: object, keys: tuple[Step, ...]) -> tuple[str, str | None, Place] | None:
    if not _is_wrong(value, escapes=True):
        return None
    if isinstance(value, str):
        return "an escape that stands for a control character", "delete it", (keys, False)
    return "a number that is not finite", "write a number of ordinary size", (keys, False)


def _not_a_text_key(key: str) -> Unreadable:
    return Unreadable("invalid-yaml", f"a key is not text: {key}", _KEY_HINT)
