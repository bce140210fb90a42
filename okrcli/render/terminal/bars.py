"""A progress bar with the mark of what was expected by now, as pieces that can be coloured."""

from enum import Enum
from itertools import groupby
from typing import NamedTuple

from okrcli.render.glyphs import Glyphs

_SLACK = 1e-9


class Part(Enum):
    """What a piece of a bar stands for."""

    DONE = "done"
    MARK = "mark"
    REST = "rest"


class Piece(NamedTuple):
    """Some neighbouring cells of a bar that stand for the same."""

    part: Part
    text: str


def bar(progress: float | None, expected: float | None, width: int, glyphs: Glyphs) -> list[Piece]:
    """Draw progress in `width` cells; without progress, an empty bar without a mark."""
    if progress is None:
        return [Piece(Part.REST, glyphs.unknown * width)]
    mark = _mark(expected, width)
    halves = _halves(progress, width)
    cells = [
        (Part.MARK, glyphs.mark) if index == mark else _cell(halves - 2 * index, glyphs)
        for index in range(width)
    ]
    return [
        Piece(part, "".join(text for _, text in group))
        for part, group in groupby(cells, key=lambda cell: cell[0])
    ]


def _mark(expected: float | None, width: int) -> int | None:
    if expected is None or expected <= 0:
        return None
    return min(int(expected * width), width - 1)


def _halves(progress: float, width: int) -> int:
    """Count filled half cells: some where there is any progress, all only where it is complete."""
    if progress <= 0:
        return 0
    if progress >= 1 - _SLACK:
        return 2 * width
    return min(max(round(progress * width * 2), 1), 2 * width - 1)


def _cell(halves: int, glyphs: Glyphs) -> tuple[Part, str]:
    if halves <= 0:
        return Part.REST, glyphs.rest
    return Part.DONE, glyphs.half if halves == 1 else glyphs.filled
