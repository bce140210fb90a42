"""What a file may be before it is parsed: its size, its encoding, its characters, its depth.

The parsers are no guard of their own: block collections that are nested some thousand deep
overflow the stack of both, and that ends the process.
"""

import re
from typing import NamedTuple

from okrcli.model.source import Span

MAX_BYTES = 256 * 1024
MAX_DEPTH = 32
_BOM = b"\xef\xbb\xbf"
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab, LF and CR
    "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"  # they change the direction of text
    "\u2028\u2029\ufeff\ufffe\uffff]"  # line breaks that no editor shows, and marks of encoding
)
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
_CONFLICT = r"(?m)^(?:<{7}|>{7}|\|{7})(?: .*)?\r?$|^={7}\r?$"
_CONFLICT_MARKS = ("<<<<<<<", ">>>>>>>", "=======", "|||||||")
_DEEP_START = re.compile(r"[ \t?:-]{100}")
_DEEP_LINE = re.compile(r"[\r\n][ \t?:-]{100}")
_DEEP_BYTES = re.compile(rb"\n[ \t?:-]{100}")
_LINE_START = r"( *)((?:[-?:][ \t]+)*)"
_MAX_NUMBER = 1.7976931348623157e308


class Unreadable(Exception):  # noqa: N818 - a file is unreadable; that is a finding, no failure
    """Say which rule a text breaks, where, and what to do; it never leaves the store."""

    def __init__(
        self, rule: str, message: str, hint: str | None = None, span: Span | None = None
    ) -> None:
        """Keep what the finding will say."""
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint
        self.span = span


class Position(NamedTuple):
    """A place between two characters: line and column from 1."""

    line: int
    column: int


def decode(data: bytes) -> str:
    """Read bytes as UTF-8, with or without a byte order mark, within the size limit."""
    if len(data) > MAX_BYTES:
        raise Unreadable(
            "unreadable-file",
            f"the file is larger than {MAX_BYTES // 1024} KiB, the limit for one file",
            "split it: one team and cycle may be spread over several files",
        )
    body = data.removeprefix(_BOM)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(body, error, len(data) - len(body)) from error


def check_characters(text: str) -> None:
    """Refuse characters that a reader of the file would not see."""
    found = _FORBIDDEN.search(text)
    if found is None:
        return
    code = ord(found.group())
    kind = "a control character" if code < 0xA0 else "a character that hides or turns text"  # noqa: PLR2004 - C0 and C1 end there
    raise Unreadable(
        "invalid-yaml", f"{kind}, U+{code:04X}", "delete it", span_at(text, found.start(), 1)
    )


def check_conflict(text: str) -> None:
    """Refuse the marks that git leaves where two branches changed the same lines."""
    if not any(mark in text for mark in _CONFLICT_MARKS):
        return
    found = re.search(_CONFLICT, text)
    if found is not None:
        mark = found.group().rstrip()
        raise Unreadable(
            "invalid-yaml",
            f"an unresolved merge conflict (`{mark[:7]}`)",
            "keep the lines that hold, delete the others and the conflict markers",
            span_at(text, found.start(), len(mark)),
        )


def check_block_depth(text: str) -> None:
    """Refuse block collections that could overflow a parser's stack; never what is 32 deep."""
    if (_DEEP_START.match(text) or _DEEP_LINE.search(text)) and _block_depth(text) > 2 * MAX_DEPTH:
        raise too_deep()


def may_be_deep(text: bytes) -> bool:
    """Tell whether block collections of a text may be so deep that they have to be counted."""
    return _DEEP_BYTES.search(text) is not None


def too_deep() -> Unreadable:
    """Name the limit of depth."""
    return Unreadable(
        "invalid-yaml", f"lists and mappings are nested more than {MAX_DEPTH} deep, the limit"
    )


def is_outside(scalar: object, *, escapes: bool) -> bool:
    """Tell whether a number is not finite, or whether a text has control characters by escape."""
    if isinstance(scalar, str):
        return escapes and re.search(_CONTROL, scalar) is not None
    return isinstance(scalar, int | float) and not abs(scalar) <= _MAX_NUMBER


def position_at(text: str, offset: int) -> Position:
    """Give the line and the column of a character."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return Position(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def span_at(text: str, offset: int, length: int) -> Span:
    """Give the span of some characters of one line."""
    line, column = position_at(text, offset)
    return Span(line, column, line, column + length)


def _block_depth(text: str) -> int:
    """Estimate from indentation how deep block collections nest, not below half of it."""
    starts: list[int] = []
    deepest = 0
    for line in re.split(r"[\r\n]+", text):
        match = re.match(_LINE_START, line)
        if match is None or match.end() == len(line) == len(match[1]):
            continue
        column = len(match[1])
        while starts and starts[-1] >= column:
            starts.pop()
        starts.append(column)
        starts.extend(column + end.end() for end in re.finditer(r"[-?:][ \t]+", match[2]))
        deepest = max(deepest, len(starts))
    return deepest


def _not_utf8(body: bytes, error: UnicodeDecodeError, skipped: int) -> Unreadable:
    if body[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        message = "the file is in UTF-16, not in UTF-8"
    else:
        byte = body[error.start]
        message = f"byte {error.start + skipped} (0x{byte:02X}) is not UTF-8"
    place = position_at(body[: error.start].decode("utf-8"), error.start)
    span = Span(place.line, place.column, place.line, place.column + 1)
    return Unreadable("unreadable-file", message, "save the file as UTF-8", span)
