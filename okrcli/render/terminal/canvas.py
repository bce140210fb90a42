"""A canvas of dots: eight in a cell where a terminal has Braille, else one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

_BRAILLE = 0x2800
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))  # of a column's dots, from the top
_FINE = (2, 4)  # dots across a cell, and down
_COARSE = (1, 1)


class Canvas:
    """Some rows of cells; heights and places across are fractions of it, from the lower left."""

    def __init__(self, columns: int, rows: int, *, fine: bool) -> None:
        """Begin with no dot; `fine` is Braille."""
        self._fine = fine
        across, down = _FINE if fine else _COARSE
        self._across, self._down = across, down
        self._dots = (columns * across, rows * down)
        self._cells = [[0] * columns for _ in range(rows)]

    def line(self, points: Sequence[tuple[float, float]], every: int = 1) -> None:
        """Draw straight lines from point to point; with `every`, only some of the dots."""
        spots = [(self._spot(x, 0), self._spot(y, 1)) for x, y in points]
        for x, y in spots[:1] if len(spots) == 1 else ():
            self._set(x, y)
        for one, other in pairwise(spots):
            for x, y in _between(one, other):
                if x % every == 0:
                    self._set(x, y)

    def row(self, height: float) -> int:
        """Give the row of a height, counted from the top."""
        return (self._dots[1] - 1 - self._spot(height, 1)) // self._down

    def cells(self, row: int, mark: str) -> list[str]:
        """Give the cells of a row, counted from the top; without dots: a space."""
        if not self._fine:
            return [mark if dots else " " for dots in self._cells[row]]
        return [chr(_BRAILLE + dots) if dots else " " for dots in self._cells[row]]

    def _spot(self, share: float, axis: int) -> int:
        last = self._dots[axis] - 1
        return round(min(max(share, 0.0), 1.0) * last)

    def _set(self, x: int, y: int) -> None:
        row, place = divmod(self._dots[1] - 1 - y, self._down)
        bit = _BITS[x % self._across][place]
        self._cells[row][x // self._across] |= bit


def _between(one: tuple[int, int], other: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the dots of a straight line, both ends included."""
    (x, y), (to_x, to_y) = one, other
    steps = max(abs(to_x - x), abs(to_y - y), 1)
    for step in range(steps + 1):
        yield x + round((to_x - x) * step / steps), y + round((to_y - y) * step / steps)
