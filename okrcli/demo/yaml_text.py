"""Write plain data as the YAML that a careful person would type: block style, few quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

Value: TypeAlias = "bool | int | float | str | date | Sequence[Value] | Mapping[str, Value] | None"
Fields: TypeAlias = dict[str, Value]

# A text that needs no quotes begins with a letter, or with a digit where it cannot be a number.
_PLAIN = re.compile(
    r"""
    (?: [^\W\d_] | \d+(?:/\d+|%|-[A-Z]\d)\Z | \d[\d.]*%?[.,;]?[ ][A-Za-z] )
    (?: [^\s:\#\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]++
      | [ ](?![\s#]|\Z) | :(?!\s|\Z) | (?<![\s])\# )*
    """,
    re.VERBOSE,
)
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_LONGEST_RESERVED = 5
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def yaml_text(document: Mapping[str, Value]) -> str:
    """Return a document's text; fields that are None are left out."""
    lines: list[str] = []
    _mapping(document, "", "", lines)
    return "\n".join(lines) + "\n"


def scalar(value: Value) -> str:
    """Return one value's text, quoted only where YAML would read something else."""
    if isinstance(value, str):
        return value if _is_plain(value) else _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return "null" if value is None else repr(value)


def _is_plain(text: str) -> bool:
    """Tell whether the text reads back as itself without quotes."""
    if _PLAIN.fullmatch(text) is None:
        return False
    return len(text) > _LONGEST_RESERVED or text.lower() not in _RESERVED


def _quoted(text: str) -> str:
    """Return the text in double quotes; JSON's escapes are YAML's too."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)


def _mapping(fields: Mapping[str, Value], first: str, indent: str, lines: list[str]) -> None:
    """Append a mapping's lines; `first` stands before its first field, `indent` before others."""
    lead = first
    for name, value in fields.items():
        if value is None:
            continue
        if isinstance(value, Mapping) and any(item is not None for item in value.values()):
            lines.append(f"{lead}{name}:")
            _mapping(value, indent + "  ", indent + "  ", lines)
        elif isinstance(value, Sequence) and value and not isinstance(value, str):
            lines.append(f"{lead}{name}:")
            _sequence(value, indent + "  ", lines)
        else:
            lines.append(f"{lead}{name}: {_inline(value)}")
        lead = indent


def _sequence(items: Sequence[Value], indent: str, lines: list[str]) -> None:
    """Append the lines of a list of texts, numbers or mappings; lists in lists never occur."""
    for item in items:
        if isinstance(item, Mapping) and item:
            _mapping(item, f"{indent}- ", indent + "  ", lines)
        else:
            lines.append(f"{indent}- {_inline(item)}")


def _inline(value: Value) -> str:
    """Return what stands behind a name or a dash; empty collections are written in flow style."""
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[]"
    return scalar(value)
