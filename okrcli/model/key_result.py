"""Key results: what is measured, what was promised, and the latest check-in."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from okrcli.model.cycle import Cycle, Period

Done = bool | date

SLACK = 1e-9  # rounding never decides: comparisons give this much in the user's favour


class Kind(StrEnum):
    """What the fields of a key result say that it is."""

    METRIC = "metric"
    MAINTAIN = "maintain"
    MILESTONES = "milestones"
    BINARY = "binary"


KIND_FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.METRIC: ("baseline", "target", "stretch", "plan"),
    Kind.MAINTAIN: ("at_least", "at_most", "kept"),
    Kind.MILESTONES: ("milestones",),
    Kind.BINARY: ("done",),
}


class Milestone(NamedTuple):
    """One step of a plan; `due` and `done` are days, `done` may also be just true."""

    title: str
    id: str | None = None
    weight: float = 1.0
    due: date | None = None
    done: Done = False

    @property
    def name(self) -> str:
        """Give what it is matched by along the history."""
        return self.title if self.id is None else self.id


class PlanPoint(NamedTuple):
    """A value that is expected by the end of a day."""

    by: date
    value: float


class Revision(NamedTuple):
    """A promise that was changed, and why."""

    on: date | None
    field: str
    was: object
    now: object
    why: str
    agreed: str | None = None


class Close(NamedTuple):
    """How an objective, or a key result before it, was ended."""

    decision: str
    score: float | None = None
    why: str | None = None
    lessons: Sequence[str] = ()

    @property
    def drops(self) -> bool:
        """Tell whether it takes its subject out of every mean."""
        return self.decision in {"drop", "defer"}


class KeyResult(NamedTuple):
    """A key result of any kind, as far as its file could be read.

    Numbers are in the key result's own `unit`; `confidence` is a fraction; a missing or unusable
    field has its default. A `baseline` of None is unknown or missing: not measured. `kind_fields`
    are those fields of any kind that its file has, usable or not.
    """

    id: str
    title: str = ""
    kind: Kind = Kind.METRIC
    kind_fields: Sequence[str] = ()
    owner: str | None = None
    unit: str | None = None
    baseline: float | None = None
    target: float | None = None
    stretch: float | None = None
    plan: Sequence[PlanPoint] = ()
    at_least: float | None = None
    at_most: float | None = None
    kept: float | None = None
    milestones: Sequence[Milestone] = ()
    done: Done = False
    weight: float = 1.0
    starts: date | None = None
    due: date | None = None
    needs: Sequence[str] = ()
    kpi: str | None = None
    evidence: str | None = None
    formerly: Sequence[str] = ()
    revised: Sequence[Revision] = ()
    current: float | None = None
    confidence: float | None = None
    updated: date | None = None
    note: str | None = None
    blocker: str | None = None
    close: Close | None = None

    @property
    def fields_by_kind(self) -> dict[Kind, list[str]]:
        """Give its fields of each kind that it has any of; more than one kind is a mistake."""
        named = {
            kind: [field for field in self.kind_fields if field in fields]
            for kind, fields in KIND_FIELDS.items()
        }
        return {kind: fields for kind, fields in named.items() if fields}

    @property
    def measured(self) -> bool:
        """Tell whether its progress is a number."""
        if self.kind is not Kind.METRIC:
            return True
        return None not in (self.baseline, self.target) and self.baseline != self.target

    @property
    def share_done(self) -> float | None:
        """Give the finished weight of all its milestones' weight; None where it has none."""
        total = sum(step.weight for step in self.milestones)
        finished = sum(step.weight for step in self.milestones if step.done)
        return finished / total if total else None

    def value_as(self, kind: Kind) -> float | None:
        """Give what a check-in of a kind measures: `current`, or how much is done."""
        match kind:
            case Kind.METRIC | Kind.MAINTAIN:
                return self.current
            case Kind.MILESTONES:
                return self.share_done
            case Kind.BINARY:
                return float(bool(self.done))

    def keeps_bound(self, value: float) -> bool:
        """Tell whether a value is inside the bound; the bound itself is."""
        above = self.at_least is None or value >= self.at_least - SLACK
        return above and (self.at_most is None or value <= self.at_most + SLACK)

    def time(self, cycle: Cycle) -> Period:
        """Give the days in which it is worked on: its own, else its cycle's."""
        return Period(
            cycle.start if self.starts is None else self.starts,
            cycle.end if self.due is None else self.due + timedelta(days=1),
        )
