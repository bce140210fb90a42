"""What was learned: words of closes and retrospectives, each with the commit that brought it."""

from enum import StrEnum
from typing import NamedTuple

from okrcli.model.reference import Key
from okrcli.model.series import CommitRef


class Kind(StrEnum):
    """Where the words stand in a file."""

    LESSON = "lesson"
    WHY = "why"
    WENT_WELL = "went-well"
    WENT_BADLY = "went-badly"
    CHANGE_NEXT = "change-next"


class Learned(NamedTuple):
    """One thing that was learned; `key` is what was closed, None in a team's retrospective.

    `commit` is the first that had the words.
    """

    cycle: str
    team: str
    key: Key | None
    kind: Kind
    text: str
    commit: CommitRef
