"""The lines that lead from a branch of a tree to what hangs beneath it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

_STEP = 4
_NARROW_STEP = 2
_DEEP = 4


class Guides(NamedTuple):
    """What stands before a line of a tree, and before the lines that continue it."""

    first: str
    rest: str


def guides(levels: Sequence[int], room: int, *, ascii_only: bool) -> Iterator[Guides]:
    """Yield what stands before each line of a tree, given how deep it is; level 0 has nothing.

    Deep trees take smaller steps, and no guide takes more than `room` cells: of the deepest, the
    lines that are farthest away are left out.
    """
    step = _STEP if max(levels, default=0) <= max(room // _STEP, _DEEP) else _NARROW_STEP
    tee, corner, pipe = _signs(step, ascii_only=ascii_only)
    open_at: list[bool] = []
    for level, is_last in zip(levels, _lasts(levels), strict=True):
        del open_at[level:]
        open_at.extend(False for _ in range(level - len(open_at)))
        over = "".join(pipe if is_open else " " * step for is_open in open_at[1:])
        open_at.append(not is_last)
        if level == 0:
            yield Guides("", "")
        else:
            first = over + (corner if is_last else tee)
            rest = over + (" " * step if is_last else pipe)
            yield Guides(first[-room:], rest[-room:])


def _lasts(levels: Sequence[int]) -> list[bool]:
    """Tell of each line whether no brother follows it."""
    found: list[bool] = []
    ahead: list[int] = []  # the levels at which a line follows, the deepest last
    for level in reversed(levels):
        while ahead and ahead[-1] > level:
            ahead.pop()
        is_last = not ahead or ahead[-1] < level
        if is_last:
            ahead.append(level)
        found.append(is_last)
    return found[::-1]


def _signs(step: int, *, ascii_only: bool) -> Sequence[str]:
    dash = ("-" if ascii_only else "─") * (step - 2) + " "
    if ascii_only:
        return "|" + dash, "`" + dash, "|".ljust(step)
    return "├" + dash, "└" + dash, "│".ljust(step)
