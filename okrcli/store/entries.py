"""An OKR file in pieces: the entries of its lists of key results, and the frame around them.

Most versions of a file differ from the next one in a few entries, and have the same frame. Where
a list in block style stands at some column, what an entry says does not depend on the text around
it, nor the text around it on what the entry says. So a frame is parsed once, with a mark in the
place of each entry, and of a new version only the entries that are new.

That holds for texts without directives, anchors and carriage returns. What is not sure is not
cut, and is read as a whole.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from okrcli.store.yaml.limits import MAX_BYTES
from okrcli.store.yaml.source import read_list, read_plain

_FIRST_ENTRY = re.compile(rb"\n *key_results:\n( +)- ")
_MARK = "entry {} of this list"
_IS_MARK = re.compile(r"entry \d+ of this list")
_ANCHOR = re.compile(rb"(?<![^\s\[{,:?-])&\S")
_BRACKETS = b"[{"
_MOST_BRACKETS = 64  # the parser has a limit of its own for all that are open


class Pieces(NamedTuple):
    """A text: each part of the frame is followed by an entry, the last one by nothing.

    An entry begins with the line break before it.
    """

    frame: tuple[bytes, ...]
    entries: Sequence[bytes]
    indent: bytes


class Place(NamedTuple):
    """Where an entry stands in plain data; for a key result, the number of its objective, too."""

    items: list[object]
    at: int
    objective: int | None


def cut(raw: bytes) -> Pieces | None:
    """Cut a text; None where it has no list of key results that is sure to be in block style."""
    first = _FIRST_ENTRY.search(raw)
    if first is None or len(raw) > MAX_BYTES or not raw.endswith(b"\n"):
        return None
    if b"\r" in raw or raw.startswith(b"%") or b"\n%" in raw:
        return None
    if b"&" in raw and _ANCHOR.search(raw) is not None:
        return None
    entry = _entry(len(first[1]))
    return Pieces(tuple(entry.split(raw)), entry.findall(raw), first[1])


def parsed(entries: Sequence[bytes]) -> list[object] | None:
    """Parse entries; None where the parser sees others, or might see others in their places."""
    text = b"".join(entries) + b"\n"
    if sum(map(text.count, _BRACKETS)) > _MOST_BRACKETS:
        return None
    found = read_list(text)
    return found if found is not None and len(found) == len(entries) else None


def places(pieces: Pieces, data: object) -> Sequence[Place]:
    """Find the entries in the plain data of a text; none where the parser does not bear them out.

    Each has to be an entry for the parser, too, and the frame has to say what the text says.
    """
    marks = [_MARK.format(number) for number in range(len(pieces.entries))]
    marked = [b"\n" + pieces.indent + b"- " + mark.encode() for mark in marks]
    text = b"".join(part for pair in zip(pieces.frame, marked, strict=False) for part in pair)
    frame = read_plain(text + pieces.frame[-1])
    try:
        found = list(_marked(frame, data, ()))
    except _DiffersError:
        return ()
    return [place for _, place in found] if [mark for mark, _ in found] == marks else ()


class _DiffersError(Exception):
    """A frame says something else than its text."""


@lru_cache(maxsize=64)
def _entry(column: int) -> "re.Pattern[bytes]":
    """Match an entry at a column: its line, deeper ones, and blank ones between or after them.

    Without a group, the line break and the blanks that it begins with are found much faster.
    """
    return re.compile(rb"\n {%d}- [^\n]*(?:\n {%d}[^\n]*|\n(?=\n))*" % (column, column + 1))


def _marked(
    frame: object, data: object, steps: tuple[str | int, ...]
) -> Iterator[tuple[str, Place]]:
    """Hold a frame against its data; yield what stands where a mark is, each mark once."""
    if isinstance(frame, dict) and isinstance(data, dict) and frame.keys() == data.keys():
        for name, value in frame.items():
            yield from _marked(value, data[name], (*steps, name))
    elif isinstance(frame, list) and isinstance(data, list) and len(frame) == len(data):
        for index, value in enumerate(frame):
            if isinstance(value, str) and _IS_MARK.fullmatch(value):
                yield value, Place(data, index, _objective(steps))
            else:
                yield from _marked(value, data[index], (*steps, index))
    elif frame != data or isinstance(frame, dict | list):
        raise _DiffersError


def _objective(steps: tuple[str | int, ...]) -> int | None:
    """Give the number of the objective whose list of key results some steps lead to."""
    match steps:
        case ("objectives", int(number), "key_results"):
            return number
    return None
