"""All tables of facts: of a moment, and of the history up to it."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple, TypeVar

from okrcli.analysis.facts.facts import (
    SCHEMA_VERSION,
    CheckInRow,
    CycleRow,
    ExportRow,
    GoalpostRow,
    LessonRow,
    Tables,
)
from okrcli.analysis.facts.goal_rows import (
    KeyResultRow,
    LinkRow,
    MilestoneRow,
    ObjectiveRow,
    PlanPointRow,
)
from okrcli.analysis.facts.past import PastFacts
from okrcli.analysis.facts.present import (
    cycle_rows,
    key_result_rows,
    link_rows,
    member_rows,
    objective_rows,
    people_named,
    person_rows,
    pillar_rows,
    team_rows,
)
from okrcli.analysis.facts.steps import milestone_rows, plan_point_rows
from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.summary import Goals

E = TypeVar("E", CheckInRow, GoalpostRow)
R = TypeVar(
    "R",
    CycleRow,
    ObjectiveRow,
    KeyResultRow,
    MilestoneRow,
    PlanPointRow,
    LinkRow,
    CheckInRow,
    GoalpostRow,
    LessonRow,
)


class Scope(NamedTuple):
    """What is wanted: a cycle, and of its events those after a day or some commits.

    `since` is how that was asked for.
    """

    cycle: str | None = None
    since: str | None = None
    day: date | None = None
    seen: Collection[str | None] = ()

    def events(self, rows: Iterable[E]) -> Iterable[E]:
        """Choose events by when they came."""
        if self.since is None:
            return rows
        return (row for row in rows if self._is_new(row.commit, row.committed_on))

    def _is_new(self, commit: str | None, committed_on: date) -> bool:
        return commit not in self.seen and (self.day is None or committed_on >= self.day)


def fact_tables(goals: Goals, past: PastFacts, scope: Scope) -> Tables:
    """Give the rows of all tables."""
    landscape = Landscape(goals)
    teams = {each.team for each in goals.objectives} | {row.team for row in past.objectives}
    tables = Tables(
        exports=[_export(goals, scope)],
        cycles=cycle_rows(goals, cycle_names(goals, past)),
        pillars=pillar_rows(goals.organization),
        teams=team_rows(goals.organization, teams),
        team_members=member_rows(goals.organization),
        people=person_rows(goals.organization, people_named(goals) | past.people),
        objectives=chain(objective_rows(landscape), past.objectives),
        key_results=chain(key_result_rows(landscape), past.key_results),
        milestones=milestone_rows(goals.objectives),
        plan_points=plan_point_rows(goals.objectives),
        links=link_rows(goals.objectives, landscape.resolver),
        check_ins=scope.events(past.check_ins),
        goalposts=scope.events(past.goalposts),
        lessons=past.lessons,
    )
    return tables if scope.cycle is None else _of_cycle(tables, scope.cycle)


def cycle_names(goals: Goals, past: PastFacts) -> set[str]:
    """Name the cycles in which there are or were goals."""
    return {each.cycle for each in goals.objectives} | {row.cycle for row in past.objectives}


def _of_cycle(tables: Tables, cycle: str) -> Tables:
    """Leave out what is of other cycles; teams and people are of none."""
    return tables._replace(
        cycles=_rows_of(cycle, tables.cycles),
        objectives=_rows_of(cycle, tables.objectives),
        key_results=_rows_of(cycle, tables.key_results),
        milestones=_rows_of(cycle, tables.milestones),
        plan_points=_rows_of(cycle, tables.plan_points),
        links=_rows_of(cycle, tables.links),
        check_ins=_rows_of(cycle, tables.check_ins),
        goalposts=_rows_of(cycle, tables.goalposts),
        lessons=_rows_of(cycle, tables.lessons),
    )


def _rows_of(cycle: str, rows: Iterable[R]) -> Iterator[R]:
    return (row for row in rows if row.cycle == cycle)


def _export(goals: Goals, scope: Scope) -> ExportRow:
    return ExportRow(
        schema_version=SCHEMA_VERSION,
        as_of=goals.now,
        revision=goals.revision,
        cycle=scope.cycle,
        since=scope.since,
        history_complete=goals.history.complete,
        history_commits=goals.history.commits,
        history_gap=goals.history.gap,
    )
