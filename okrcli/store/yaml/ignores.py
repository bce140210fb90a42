"""The comments `# okr: ignore[rule-name] reason` of a YAML text, and the lines that they cover.

A comment behind a value covers its line; one that stands alone, the block right below it; one
above everything, the whole file. Texts in which the words stand inside a value are told apart by
the places of the values.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from okrcli.model.ignore import Ignore
from okrcli.model.source import Span
from okrcli.store.yaml.blocks import Blocks, Lines, blocks

_COMMENT = re.compile(
    r"(?:^|(?<=[ \t]))#[ \t]*okr: ignore\b[ \t]*(?:\[(?P<names>[^\]]*)\])?(?P<reason>.*)"
)
_ALONE = re.compile(r"[ \t]*#")
_NOTHING = Lines(1, 0)


def ignores(text: str, path: str) -> list[Ignore]:
    """Give the comments of a file; none where its values cannot be told from its comments."""
    found = blocks(text)
    if found is None:
        return []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return list(_found(lines, path, found))


def _found(lines: Sequence[str], path: str, held: Blocks) -> Iterator[Ignore]:
    starts = [scalar.start for scalar in held.scalars]
    below = _below(lines)
    for number, line in enumerate(lines, 1):
        for match in _COMMENT.finditer(line):
            column = match.start() + 1
            before = bisect_right(starts, (number, column)) - 1
            if before >= 0 and held.scalars[before].holds(number, column):
                continue
            first, last = _covered(number, below[number - 1], held, len(lines))
            span = Span(number, column, number, column + len(match[0].rstrip()))
            yield Ignore(path, span, _names(match["names"]), _reason(match), first, last)


def _below(lines: Sequence[str]) -> list[int]:
    """Give for each line itself, for one with a comment alone the first below that has more."""
    below: list[int] = []
    for number in range(len(lines), 0, -1):
        after = below[-1] if below else number + 1
        below.append(after if _ALONE.match(lines[number - 1]) else number)
    return below[::-1]


def _covered(number: int, below: int, held: Blocks, last_line: int) -> Lines:
    if below == number:
        return Lines(number, number)
    if number < held.first_line:
        return Lines(1, last_line)
    return held.at(below) or _NOTHING


def _names(written: str | None) -> tuple[str, ...]:
    return tuple(name for name in map(str.strip, (written or "").split(",")) if name)


def _reason(match: re.Match[str]) -> str:
    return match["reason"].strip(" \t:-\u2013\u2014")
