"""What is told of a key result's past where the past itself is not at hand."""

from collections.abc import Sequence
from typing import Any, NamedTuple


class Told(NamedTuple):
    """What a track tells of the stages that are not at hand: it began at `began`.

    A check-in is its place on the line, its day, and its value: `current`, whether it is done, and
    the weights of its milestones, each with whether it is done. `last` is the last one's author
    and note. A promise is a place on the line, with the baseline and the target from there on.
    """

    began: int
    check_ins: Sequence[Sequence[Any]]
    last: Sequence[Any] | None
    promises: Sequence[Sequence[Any]]
    ids: str


class NotResumableError(Exception):
    """What came since needs the whole history."""
