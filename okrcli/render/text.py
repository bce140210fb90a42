"""Foreign text made harmless, and its width on a terminal.

Whatever comes from a file, a commit or a setting passes through here before it is shown: no
control character, no line break and no direction override of it reaches a terminal or a report.
"""

import re
from collections.abc import Iterator
from unicodedata import category, combining, east_asian_width

# A text and no pattern: a run that shows nothing foreign does not pay for compiling it.
_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f"  # control characters: C0, delete, C1
    "\u00ad\u061c\u180e"  # soft hyphen, Arabic letter mark, Mongolian vowel separator
    "\u200b\u200e\u200f\u2060-\u206f\ufeff"  # what has no width and may change direction
    "\u2028-\u202e"  # line and paragraph separators; embeddings and overrides of direction
    "\ud800-\udfff\ufff9-\ufffb"  # halves of characters, annotations
    "\U000e0000-\U000e007f]"  # tags
)
_WIDE = {"W", "F"}
_BYTE, _PLANE = 0x100, 0x10000
_PART = 1 << 12
ELLIPSIS = "…"


def clean(text: str) -> str:
    r"""Show control, bidirectional and invisible characters as `\xNN` or `\uNNNN`."""
    return re.sub(_UNSAFE, _named, text)


def clean_json(text: bytes) -> str:
    r"""Escape the same characters within the strings of a JSON text; its line breaks stay.

    The text is UTF-8, in which halves of characters may be left.
    """
    if _is_plain(text):
        return text.decode("ascii")
    parts = (part if _is_plain(part) else _clean_json(part) for part in _parts(text))
    return b"".join(parts).decode()


def without_commands(text: str) -> str:
    """Part the signs by which GitHub Actions takes a line of a log for a command."""
    if "::" not in text and "##[" not in text:
        return text
    return re.sub(r"^([^\S\n]*):(?=:)", r"\1: ", text, flags=re.MULTILINE).replace("##[", "# #[")


def width(text: str) -> int:
    """Count the columns that a clean text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def wrapped(head: str, text: str, columns: int, indent: str) -> list[str]:
    """Break a clean text between its words into lines, the first behind `head`, others indented."""
    lines = [head]
    for word in text.split(" "):
        if width(lines[-1]) + 1 + width(word) <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(indent + word)
    return lines


def _columns(letter: str) -> int:
    if combining(letter) or category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(letter) in _WIDE else 1


def _named(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < _BYTE:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < _PLANE else f"\\U{code:08x}"


def _parts(text: bytes) -> Iterator[bytes]:
    """Cut a text at the ends of lines, so that no character is cut."""
    at = 0
    while at < len(text):
        end = text.find(b"\n", at + _PART) + 1 or len(text)
        yield text[at:end]
        at = end


def _is_plain(text: bytes) -> bool:
    """Tell at a glance whether JSON needs no escape: it never has other controls as they are."""
    return text.isascii() and b"\x7f" not in text


def _clean_json(text: bytes) -> bytes:
    readable = text.decode("utf-8", "surrogatepass")
    return re.sub(_UNSAFE, lambda match: _json(match[0]), readable).encode()


def _json(letter: str) -> str:
    if letter == "\n":
        return letter
    units = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
