"""What an alignment report holds: how much of the work leads to the vision."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.alignment.alignment import Circle
from okrcli.analysis.alignment.origins import Origin
from okrcli.analysis.alignment.ways import Way
from okrcli.model.cycle import Cycle
from okrcli.model.key_result import SLACK
from okrcli.model.objective import Objective
from okrcli.model.organization import Pillar, Team
from okrcli.model.reference import Key
from okrcli.model.series import HistoryFacts

OK_FROM, FAIR_FROM = 0.9, 0.8


class Mark(StrEnum):
    """How a share of aligned objectives is judged."""

    OK = "ok"
    FAIR = "fair"
    LOW = "low"


class Aligned(NamedTuple):
    """Some live objectives by where they stand; `origins` counts those that are not the top."""

    ways: Mapping[Way, int]
    origins: Mapping[Origin, int]

    @property
    def linked(self) -> int:
        """Count those on a way to the vision."""
        return self.ways.get(Way.LINKED, 0)

    @property
    def counted(self) -> int:
        """Count those that are in the share."""
        return sum(count for way, count in self.ways.items() if way.counts)

    @property
    def share(self) -> float | None:
        """Give the share on a way to the vision; None of nothing."""
        return self.linked / self.counted if self.counted else None

    @property
    def mark(self) -> Mark | None:
        """Judge the share."""
        return None if self.share is None else judged(self.share)

    @property
    def bottom_up(self) -> float | None:
        """Give the share that rose from below, of those whose origin is known."""
        known = sum(count for origin, count in self.origins.items() if origin is not Origin.UNKNOWN)
        return self.origins.get(Origin.BOTTOM_UP, 0) / known if known else None


class TeamAlignment(NamedTuple):
    """A team with how its objectives stand; `depth` counts the teams above it."""

    team: Team
    depth: int
    top: bool
    aligned: Aligned

    @property
    def supports_nothing(self) -> bool:
        """Tell whether none of its objectives leads to the vision, or it has none."""
        ways = self.aligned.ways
        return not (self.top or ways.get(Way.TOP) or ways.get(Way.LINKED))


class Placed(NamedTuple):
    """An objective, where it stands, and where it came from; a top one came from nowhere."""

    key: Key
    objective: Objective
    way: Way
    origin: Origin | None


class Idle(NamedTuple):
    """A pillar that no team below the root works for; `named_by` are objectives of the root."""

    pillar: Pillar
    named_by: Sequence[Key]


class Crowd(NamedTuple):
    """An objective with more direct supporters in one cycle than can be steered."""

    parent: Objective
    cycle: str
    supporters: int


class AlignmentReport(NamedTuple):
    """Everything on one page; `about` is the team that it is asked of, with those below it.

    `has_top` tells whether it is known which team is the root. `dropped` counts what is in nothing
    else. `unknown` are references that name nothing, each with who gives it.
    """

    now: date
    revision: str | None
    history: HistoryFacts
    cycles: Sequence[Cycle]
    vision: str | None
    about: Team | None
    has_top: bool
    whole: Aligned
    teams: Sequence[TeamAlignment]
    objectives: Sequence[Placed]
    unsupported: Sequence[Objective]
    idle: Sequence[Idle]
    crowds: Sequence[Crowd]
    circles: Sequence[Circle]
    unknown: Sequence[tuple[Key, str]]
    dropped: int


def judged(share: float) -> Mark:
    """Judge a share; rounding never decides."""
    if share >= OK_FROM - SLACK:
        return Mark.OK
    return Mark.FAIR if share >= FAIR_FROM - SLACK else Mark.LOW
