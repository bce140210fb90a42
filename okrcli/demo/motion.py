"""How a key result moves over its cycle: what every kind of motion offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from okrcli.demo.days import Cycle
    from okrcli.demo.dice import Dice
    from okrcli.demo.yaml_text import Fields


@dataclass(frozen=True, slots=True)
class Moment:
    """When a check-in happens, and the chance that goes into it."""

    day: date
    cycle: Cycle
    dice: Dice
    last: bool = False  # the check-in with which the cycle is closed


@dataclass(frozen=True, slots=True)
class Reading:
    """What a check-in found, in words; `finished` means that nothing more will come."""

    mood: str
    value: str = ""
    delta: str = ""
    finished: bool = False


class Motion(Protocol):
    """One kind of key result: what the file says at first, and what a check-in changes."""

    @property
    def reach(self) -> float:
        """Return the progress it ends with, 1.0 for all that was promised."""

    def opening(self, cycle: Cycle) -> Fields:
        """Return the fields that make up the promise on the cycle's first day."""

    def move(self, fields: Fields, at: Moment) -> Reading:
        """Change the fields to what is true at a moment, and return what is to be told."""
