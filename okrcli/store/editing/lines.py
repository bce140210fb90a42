"""Lines of a text by offsets; a line ends with LF, CR LF or CR."""

import re
from collections.abc import Sequence
from operator import add

from okrcli.model.ignore import IGNORE_MARK

_BREAK = re.compile(r"\r\n|\n|\r")
_COMMENT = re.compile(r"[ \t]*#")
_BLANK = re.compile(r"[ \t]*$")


def line_start(text: str, offset: int) -> int:
    """Give where the line of a character begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Give where the line of a character ends, its line break not included."""
    found = _BREAK.search(text, offset)
    return len(text) if found is None else found.start()


def next_line(text: str, offset: int) -> int:
    """Give where the line after that of a character begins."""
    found = _BREAK.search(text, offset)
    return len(text) if found is None else found.end()


def column_of(text: str, offset: int) -> int:
    """Count the characters before an offset in its line."""
    return offset - line_start(text, offset)


def line_of(text: str, offset: int) -> int:
    """Give the number, from 1, of a character's line."""
    return len(_BREAK.findall(text, 0, offset)) + 1


def break_of(text: str) -> str:
    """Give the line break that a text uses first."""
    found = _BREAK.search(text)
    return "\n" if found is None else found.group()


def split_lines(text: str) -> list[str]:
    """Give the lines of a text without their breaks."""
    return _BREAK.split(text)


def line_starts(text: str) -> list[int]:
    """Give where each line of a text begins."""
    return [0, *(found.end() for found in _BREAK.finditer(text))]


def with_breaks_of(text: str, lines: Sequence[str]) -> str:
    """Join lines with the line breaks of a text that has as many lines."""
    return "".join(map(add, lines, [*_BREAK.findall(text), ""]))


def is_blank(line: str) -> bool:
    """Tell whether a line holds nothing but blanks."""
    return _BLANK.match(line) is not None


def begins_line(text: str, offset: int) -> bool:
    """Tell whether only blanks stand before a character in its line."""
    return is_blank(text[line_start(text, offset) : offset])


def end_with_comments(text: str, end: int, column: int) -> int:
    """Give the end of the last line of what ends at an offset, comments below it included.

    They belong to it where they are indented deeper than the column that it begins in.
    """
    last = line_end(text, end)
    at = next_line(text, last)
    while at < len(text):
        stop = line_end(text, at)
        line = text[at:stop]
        if not is_blank(line):
            deep = _COMMENT.match(line)
            if deep is None or deep.end() - 1 <= column or IGNORE_MARK in line:
                break
            last = stop
        at = next_line(text, stop)
    return last


def start_with_comments(text: str, start: int, *, ignores_only: bool = False) -> int:
    """Give where the comments right above a line begin, in the column of its first character."""
    column = column_of(text, start)
    at = line_start(text, start)
    while at > 0:
        above = line_start(text, break_before(text, at))
        line = text[above : line_end(text, above)]
        comment = _COMMENT.match(line)
        if comment is None or comment.end() - 1 != column:
            break
        if ignores_only and IGNORE_MARK not in line:
            break
        at = above
    return at


def break_before(text: str, start: int) -> int:
    """Give where the line before the one that begins at an offset ends, without its break."""
    if text[start - 2 : start] == "\r\n":
        return start - 2
    return start - 1
