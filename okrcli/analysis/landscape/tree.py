"""The tree of objectives: what it holds, line by line, ready to be rendered in any format."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.alignment.alignment import Link
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport
from okrcli.analysis.progress.support import Support
from okrcli.model.cycle import Cycle
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization, Pillar
from okrcli.model.reference import Key
from okrcli.model.series import HistoryFacts


class ObjectiveLine(NamedTuple):
    """An objective at its place; `level` is how deep it is drawn, key results included.

    `beneath` is what it hangs on, `also` what else it supports, `around` what it supports in a
    circle, `unknown` what of its `supports` names nothing. `passing` tells that it is there only as
    the way to something else. `hidden` counts the objectives beneath it that a limit of depth
    leaves out.
    """

    key: Key
    level: int
    objective: Objective
    report: ObjectiveReport | None
    support: Support
    beneath: Key | None = None
    also: Sequence[Key] = ()
    around: Sequence[Key] = ()
    unknown: Sequence[str] = ()
    passing: bool = False
    hidden: int = 0


class KeyResultLine(NamedTuple):
    """A key result beneath its objective; no numbers in a draft."""

    key: Key
    level: int
    key_result: KeyResult
    owner: str | None
    report: KeyResultReport | None
    passing: bool = False


Line = ObjectiveLine | KeyResultLine


class Standing(StrEnum):
    """What the objectives of a section are to the vision."""

    ALIGNED = "vision"
    STANDALONE = "standalone"
    ORPHAN = "orphan"
    ASKED = "asked"


class Section(NamedTuple):
    """Objectives of one standing with all that hangs beneath them, in the order of the tree."""

    standing: Standing
    lines: Sequence[Line]
    pillar: Pillar | None = None


class Edge(NamedTuple):
    """A link between two that are shown; drawn in the tree, or told beside it."""

    link: Link
    drawn: bool
    around: bool


class Tree(NamedTuple):
    """Who works for what at a moment, as far as was asked.

    `revision` is the commit shown, None where uncommitted changes are in it. `about` is the team or
    the reference beneath which it is; `up` what its ways lead up from.
    """

    now: date
    revision: str | None
    history: HistoryFacts
    cycles: Sequence[Cycle]
    organization: Organization
    sections: Sequence[Section]
    edges: Sequence[Edge]
    circles: Sequence[Sequence[Key]]
    about: Key | str | None = None
    up: Key | None = None
    filtered: bool = False

    def lines(self) -> Iterator[Line]:
        """Yield every line of every section."""
        for section in self.sections:
            yield from section.lines

    def objectives(self) -> Iterator[ObjectiveLine]:
        """Yield the objectives that are shown."""
        return (line for line in self.lines() if isinstance(line, ObjectiveLine))

    @property
    def hidden(self) -> int:
        """Count the objectives that a limit of depth leaves out."""
        return sum(line.hidden for line in self.objectives())
