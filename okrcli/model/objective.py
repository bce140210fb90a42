"""Objectives, and the file content that they stand in."""

from collections.abc import Sequence
from typing import NamedTuple

from okrcli.model.key_result import Close, KeyResult
from okrcli.model.reference import Key

ASPIRATIONAL = "aspirational"


class Objective(NamedTuple):
    """An objective with its key results, as far as its file could be read.

    An entry of a file that has no usable `id` is kept with an empty one, so that places stay right.
    """

    id: str
    team: str
    cycle: str
    title: str = ""
    owner: str | None = None
    ambition: str | None = None
    why: str | None = None
    supports: Sequence[str] = ()
    standalone: str | None = None
    pillar: str | None = None
    priority: float | None = None
    initiatives: Sequence[str] = ()
    formerly: Sequence[str] = ()
    key_results: Sequence[KeyResult] = ()
    close: Close | None = None
    draft: bool = False

    @property
    def key(self) -> Key:
        """Give its identity."""
        return Key(self.cycle, self.team, self.id)

    @property
    def aspirational(self) -> bool:
        """Tell whether it is a stretch; without a word it counts as committed."""
        return self.ambition == ASPIRATIONAL

    @property
    def dropped(self) -> bool:
        """Tell whether its close takes it out of every mean."""
        return self.close is not None and self.close.drops

    def owner_of(self, key_result: KeyResult) -> str | None:
        """Give who is accountable for a key result: its own owner, else the objective's."""
        return self.owner if key_result.owner is None else key_result.owner


class Action(NamedTuple):
    """What a retrospective decided to do differently."""

    action: str
    owner: str | None = None
    done: bool = False


class Retrospective(NamedTuple):
    """What a team learned from a cycle."""

    went_well: Sequence[str] = ()
    went_badly: Sequence[str] = ()
    change_next: Sequence[Action] = ()


class OkrFile(NamedTuple):
    """The content of one OKR file: some objectives of one team in one cycle."""

    team: str
    cycle: str
    objectives: Sequence[Objective] = ()
    draft: bool = False
    retrospective: Retrospective | None = None
