"""Computing sheets: every number of some cycles, and the names in a workspace."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import TypeVar

from okrcli.analysis.progress.report import ObjectiveReport
from okrcli.analysis.progress.summary import (
    Goals,
    all_cycles,
    report_objective,
    report_summary,
    report_team,
)
from okrcli.analysis.references import Resolver
from okrcli.analysis.sheets.sheet import Names, Overview, Place, Sheet
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective
from okrcli.model.organization import Team

G = TypeVar("G", bound=Hashable)


def compute(goals: Goals, cycles: Sequence[Cycle], resolver: Resolver) -> Sheet:
    """Compute the numbers of everything in some cycles."""
    ranks = {cycle.name: place for place, cycle in enumerate(cycles)}
    scope = sorted(
        (objective for objective in goals.objectives if objective.cycle in ranks),
        key=lambda objective: _rank(objective, ranks[objective.cycle]),
    )
    everything = [report_objective(goals, objective, resolver) for objective in scope]
    by_team = _grouped(everything, lambda item: item.key.team)
    by_place = _grouped(everything, lambda item: Place(item.cycle.name, item.key.team))
    teams = {team.id: report_team(team, by_team[team.id]) for team in _teams(goals, by_team)}
    places = (Place(cycle.name, team) for cycle in cycles for team in teams)
    root = teams.get(_root(goals) or "")
    overview = Overview(
        now=goals.now,
        revision=goals.revision,
        history=goals.history,
        cycles=cycles,
        teams=teams,
        places={
            place: report_team(teams[place.team].team, by_place[place])
            for place in places
            if place in by_place
        },
        summary=report_summary(root, everything),
        root=root.team if root is not None else None,
    )
    return Sheet(overview, by_place)


def names_of(goals: Goals) -> Names:
    """Gather the names in a workspace."""
    teams = {objective.team for objective in goals.objectives}
    teams.update(team.id for team in goals.organization.teams)
    people = {person.id for person in goals.organization.people}
    for objective in goals.objectives:
        owners = (objective.owner, *(item.owner for item in objective.key_results))
        people.update(owner for owner in owners if owner is not None)
    return Names(teams, people, all_cycles(goals))


def _rank(objective: Objective, cycle: int) -> tuple[int, float]:
    """Order by cycle and priority; where files say nothing more, their own order stays."""
    return cycle, float("inf") if objective.priority is None else objective.priority


def _grouped(
    objectives: Iterable[ObjectiveReport], by: Callable[[ObjectiveReport], G]
) -> dict[G, list[ObjectiveReport]]:
    groups: dict[G, list[ObjectiveReport]] = {}
    for item in objectives:
        groups.setdefault(by(item), []).append(item)
    return groups


def _teams(goals: Goals, having: Collection[str]) -> list[Team]:
    """Give the teams that have objectives, down the cascade; unknown ones last, by name."""
    known = [team for team in goals.organization.cascade() if team.id in having]
    unknown = set(having) - {team.id for team in known}
    return [*known, *(goals.organization.team(name) for name in sorted(unknown))]


def _root(goals: Goals) -> str | None:
    """Name the root team: without an organization, the team that is the only one."""
    if goals.organization.teams:
        return goals.organization.root.id if goals.organization.root is not None else None
    names = {objective.team for objective in goals.objectives}
    return names.pop() if len(names) == 1 else None
