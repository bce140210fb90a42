"""The rows of goals: what is to be reached, in which steps, and for what."""

from datetime import date
from typing import NamedTuple


class ObjectiveRow(NamedTuple):
    """An objective as it stands, or as it last stood where it is not `present` any more."""

    objective: str
    cycle: str
    team: str
    id: str
    title: str | None
    owner: str | None
    ambition: str | None
    priority: float | None
    pillar: str | None
    why: str | None
    standalone: str | None
    initiatives: str | None
    decision: str | None
    score: float | None
    close_why: str | None
    lessons: str | None
    present: bool
    progress: float | None = None
    expected: float | None = None
    status: str | None = None


class KeyResultRow(NamedTuple):
    """A key result as it stands, or as it last stood where it is not `present` any more."""

    key_result: str
    objective: str
    cycle: str
    team: str
    id: str
    title: str | None
    owner: str | None
    kind: str
    unit: str | None
    weight: float
    baseline: float | None
    target: float | None
    stretch: float | None
    at_least: float | None
    at_most: float | None
    kept: float | None
    first_day: date | None
    last_day: date | None
    kpi: str | None
    evidence: str | None
    current: float | None
    confidence: float | None
    note: str | None
    blocker: str | None
    decision: str | None
    score: float | None
    close_why: str | None
    lessons: str | None
    present: bool
    progress: float | None = None
    expected: float | None = None
    status: str | None = None
    reason: str | None = None
    stale: bool | None = None
    forecast: float | None = None
    original_baseline: float | None = None
    original_target: float | None = None
    original_progress: float | None = None


class MilestoneRow(NamedTuple):
    """A milestone of a key result that is present."""

    key_result: str
    objective: str
    cycle: str
    team: str
    position: int
    id: str | None
    title: str | None
    weight: float
    due: date | None
    done: bool
    done_on: date | None


class PlanPointRow(NamedTuple):
    """A value that a key result that is present plans for the end of a day."""

    key_result: str
    objective: str
    cycle: str
    team: str
    day: date
    value: float


class LinkRow(NamedTuple):
    """A reference of a goal that is present to another one; without a target it names none."""

    cycle: str
    team: str
    source: str
    relation: str
    position: int
    reference: str
    target: str | None
    target_objective: str | None
