"""Chance that is the same on every Python and platform: only `Random.random` is drawn on."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Item = TypeVar("Item")


class Dice:
    """A seeded source of choices, stable across Python versions, unlike `Random.choice`."""

    def __init__(self, seed: int) -> None:
        """Begin the sequence that belongs to a seed."""
        self._draw = Random(seed).random  # noqa: S311  a made-up company, nothing secret

    def below(self, bound: int) -> int:
        """Return a whole number from 0 to `bound`, exclusive."""
        return int(self._draw() * bound)

    def chance(self, share: float) -> bool:
        """Return True in about this share of the cases."""
        return self._draw() < share

    def swing(self, size: float) -> float:
        """Return a number between -size and size, small ones more often."""
        return (self._draw() + self._draw() - 1.0) * size

    def pick(self, items: Sequence[Item]) -> Item:
        """Return one of the items."""
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """Return the items in a new order."""
        rest = list(items)
        for last in range(len(rest) - 1, 0, -1):
            other = self.below(last + 1)
            rest[last], rest[other] = rest[other], rest[last]
        return rest
