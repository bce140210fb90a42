"""How a single value is written: plainly where a reader would read just that, else in quotes."""

import re
from datetime import date

from okrcli.store.editing.edits import Literal, Scalar
from okrcli.store.yaml.source import read_plain

_NO_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`\s=<]")
_NO_PLAIN = re.compile(r"[\x00-\x1f\x7f-\x9f]|:(?=\s|$)|\s#|\s$")
_NO_FLOW = re.compile(r"[,\[\]{}:?]|-$")  # libyaml, which many tools use, takes no `:` and `?`
_HIDDEN = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")
_NO_LITERAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def written(value: Scalar, quote: str = "", *, in_flow: bool = False) -> str:
    """Write a value on one line; a text keeps the quotes that it had."""
    match value:
        case Literal(text=text):
            return text
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e16:  # noqa: PLR2004 - repr writes 1e16
            return str(int(value))
        case int() | float():
            return repr(value)
        case date():
            value = value.isoformat()
    return _text(value, quote, in_flow=in_flow)


def is_long(value: object) -> bool:
    """Tell whether a text has several lines and can stand below `|`."""
    if not isinstance(value, str) or "\n" not in value.rstrip("\n") or value.endswith("\n\n"):
        return False
    return _NO_LITERAL.search(value) is None and value[0] not in " \t\n"


def literal(text: str) -> tuple[str, list[str]]:
    """Write a text of several lines: its mark, and its lines without indentation."""
    lines = text.split("\n")
    return ("|-", lines) if lines[-1] else ("|", lines[:-1])


def _text(value: str, quote: str, *, in_flow: bool) -> str:
    if quote == "'" and _HIDDEN.search(value) is None:
        return "'" + value.replace("'", "''") + "'"
    if quote not in {"'", '"'} and _is_plain(value, in_flow=in_flow):
        return value
    return '"' + _HIDDEN.sub(_escape, value.replace("\\", "\\\\").replace('"', '\\"')) + '"'


def _is_plain(value: str, *, in_flow: bool) -> bool:
    if not value or _NO_START.match(value) or _NO_PLAIN.search(value):
        return False
    if in_flow and _NO_FLOW.search(value):
        return False
    text = f"{{x: {value}}}" if in_flow else f"x: {value}"  # not every reader is the book's
    return read_plain(text.encode()) == {"x": value}


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"
