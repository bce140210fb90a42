"""The facts of the way to a key result's target: its milestones, and what its plan says."""

from collections.abc import Iterable, Iterator
from datetime import date

from okrcli.analysis.facts.goal_facts import full
from okrcli.analysis.facts.goal_rows import MilestoneRow, PlanPointRow
from okrcli.model.key_result import KeyResult, Kind
from okrcli.model.objective import Objective
from okrcli.model.reference import Key


def milestone_rows(objectives: Iterable[Objective]) -> Iterator[MilestoneRow]:
    """Tell of the milestones of all key results that are measured by them."""
    for key, each in _key_results(objectives):
        steps = each.milestones if each.kind is Kind.MILESTONES else ()
        for position, step in enumerate(steps, start=1):
            yield MilestoneRow(
                key_result=full(key),
                objective=full(key.of_objective),
                cycle=key.cycle,
                team=key.team,
                position=position,
                id=step.id or None,
                title=step.title or None,
                weight=step.weight,
                due=step.due,
                done=bool(step.done),
                done_on=step.done if isinstance(step.done, date) else None,
            )


def plan_point_rows(objectives: Iterable[Objective]) -> Iterator[PlanPointRow]:
    """Tell of the points of all plans."""
    for key, each in _key_results(objectives):
        for point in each.plan if each.kind is Kind.METRIC else ():
            home = full(key.of_objective)
            yield PlanPointRow(full(key), home, key.cycle, key.team, point.by, point.value)


def _key_results(objectives: Iterable[Objective]) -> Iterator[tuple[Key, KeyResult]]:
    for objective in objectives:
        for each in objective.key_results:
            yield objective.key._replace(key_result=each.id), each
