"""The facts of a workspace as tables: a star of people, teams, cycles and goals around events.

The rows' fields are the columns, and their types are the columns' types: this is the schema that
docs/export.md explains. A name or a type that is here stays; columns may be added.

A goal is named by its full reference, `2026-Q4:growth/first-minute/day7`, whatever the cycle. Of a
list, each item is a line of a text. A text that would be empty is None.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, get_args

from okrcli.analysis.facts.goal_rows import (
    KeyResultRow,
    LinkRow,
    MilestoneRow,
    ObjectiveRow,
    PlanPointRow,
)

SCHEMA_VERSION = 1


class ExportRow(NamedTuple):
    """What an export is of: the one row that tells how to read the others."""

    schema_version: int
    as_of: date
    revision: str | None
    cycle: str | None
    since: str | None
    history_complete: bool
    history_commits: int
    history_gap: str | None


class CycleRow(NamedTuple):
    """A cycle in which there are or were goals."""

    cycle: str
    first_day: date | None
    last_day: date | None
    elapsed: float | None


class PillarRow(NamedTuple):
    """A strategic pillar that organization.yaml lists."""

    pillar: str
    title: str | None


class TeamRow(NamedTuple):
    """A team that organization.yaml lists, or that a goal is of."""

    team: str
    name: str | None
    parent: str | None
    lead: str | None
    check_in_days: int | None
    max_objectives: int | None
    listed: bool


class TeamMemberRow(NamedTuple):
    """A person's place in a team."""

    team: str
    person: str
    role: str


class PersonRow(NamedTuple):
    """A person that organization.yaml lists, or that some other row names."""

    person: str
    name: str | None
    emails: str | None
    listed: bool


class CheckInRow(NamedTuple):
    """A check-in; one without a commit is not committed yet."""

    key_result: str
    objective: str
    cycle: str
    team: str
    number: int
    day: date
    author: str | None
    commit: str | None
    committed_on: date
    value: float | None
    was: float | None
    progress: float | None
    confidence: float | None
    note: str | None
    blocker: str | None
    freed: bool
    finished: str | None
    reopened: str | None


class GoalpostRow(NamedTuple):
    """A promise that was made, changed or ended; of a whole objective where no key result is."""

    objective: str
    key_result: str | None
    cycle: str
    team: str
    kind: str
    field: str | None
    item: str | None
    was: str | None
    now: str | None
    was_number: float | None
    now_number: float | None
    reason: str | None
    author: str | None
    commit: str | None
    committed_on: date


class LessonRow(NamedTuple):
    """Something that was learned; a team's, in its retrospective, where no objective is."""

    objective: str | None
    key_result: str | None
    cycle: str
    team: str
    kind: str
    text: str
    author: str | None
    commit: str | None
    committed_on: date


Row = (
    ExportRow
    | CycleRow
    | PillarRow
    | TeamRow
    | TeamMemberRow
    | PersonRow
    | ObjectiveRow
    | KeyResultRow
    | MilestoneRow
    | PlanPointRow
    | LinkRow
    | CheckInRow
    | GoalpostRow
    | LessonRow
)


class Tables(NamedTuple):
    """All tables with their rows, which may be read once; those of events are oldest first."""

    exports: Iterable[ExportRow]
    cycles: Iterable[CycleRow]
    pillars: Iterable[PillarRow]
    teams: Iterable[TeamRow]
    team_members: Iterable[TeamMemberRow]
    people: Iterable[PersonRow]
    objectives: Iterable[ObjectiveRow]
    key_results: Iterable[KeyResultRow]
    milestones: Iterable[MilestoneRow]
    plan_points: Iterable[PlanPointRow]
    links: Iterable[LinkRow]
    check_ins: Iterable[CheckInRow]
    goalposts: Iterable[GoalpostRow]
    lessons: Iterable[LessonRow]


TABLES: Mapping[str, type[Row]] = dict(zip(Tables._fields, get_args(Row), strict=True))
