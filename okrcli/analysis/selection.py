"""What of a report is shown: cycles, then a team, an objective, a key result or an owner."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from okrcli.analysis.references import Resolver
from okrcli.analysis.report import ObjectiveReport, Report, Section, TeamReport
from okrcli.analysis.summary import (
    Goals,
    report_objective,
    report_summary,
    report_team,
)
from okrcli.analysis.teams import in_cascade
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective
from okrcli.model.organization import Team
from okrcli.model.reference import Key

G = TypeVar("G", bound=Hashable)


class Filter(NamedTuple):
    """What is shown; it never changes a number.

    `key` is an objective or a key result.
    """

    team: str | None = None
    key: Key | None = None
    owner: str | None = None

    @property
    def given(self) -> bool:
        """Tell whether it filters anything."""
        return self != Filter()

    def shows(self, objective: ObjectiveReport) -> ObjectiveReport | None:
        """Give what is shown of an objective; None for nothing."""
        key = objective.key
        if self.team is not None and key.team != self.team:
            return None
        if self.key is not None and self.key.of_objective != key:
            return None
        shown = [
            item
            for item in objective.key_results
            if self.key is None or self.key.key_result in {None, item.key.key_result}
        ]
        if self.owner is not None and objective.objective.owner != self.owner:
            shown = [item for item in shown if item.owner == self.owner]
            if not shown:
                return None
        return objective._replace(key_results=shown)


def report(goals: Goals, cycles: Sequence[Cycle], wanted: Filter, resolver: Resolver) -> Report:
    """Compute the progress report of some cycles."""
    names = {cycle.name: place for place, cycle in enumerate(cycles)}
    scope = sorted(
        (objective for objective in goals.objectives if objective.cycle in names),
        key=lambda objective: _rank(objective, names[objective.cycle]),
    )
    everything = [report_objective(goals, objective, resolver) for objective in scope]
    shown = [found for item in everything if (found := wanted.shows(item)) is not None]
    by_team = _grouped(everything, _team_of)
    teams = {team.id: report_team(team, by_team[team.id]) for team in _teams(goals, by_team)}
    seen = set(map(_team_of, shown))
    root = teams.get(_root(goals) or "")
    return Report(
        now=goals.now,
        revision=goals.revision,
        history=goals.history,
        cycles=cycles,
        sections=_sections(cycles, teams, everything, shown),
        teams=[team for name, team in teams.items() if name in seen],
        summary=report_summary(root, everything),
        root=root.team if root is not None else None,
        filtered=wanted.given,
    )


def _rank(objective: Objective, cycle: int) -> tuple[int, float]:
    """Order by cycle and priority; where files say nothing more, their own order stays."""
    return cycle, float("inf") if objective.priority is None else objective.priority


def _sections(
    cycles: Sequence[Cycle],
    teams: Mapping[str, TeamReport],
    everything: Iterable[ObjectiveReport],
    shown: Iterable[ObjectiveReport],
) -> list[Section]:
    all_here, shown_here = _grouped(everything, _place_of), _grouped(shown, _place_of)
    places = ((cycle, name) for cycle in cycles for name in teams)
    return [
        Section(cycle, report_team(teams[name].team, all_here[cycle.name, name]), here)
        for cycle, name in places
        if (here := shown_here.get((cycle.name, name)))
    ]


def _grouped(
    objectives: Iterable[ObjectiveReport], by: Callable[[ObjectiveReport], G]
) -> dict[G, list[ObjectiveReport]]:
    groups: dict[G, list[ObjectiveReport]] = {}
    for item in objectives:
        groups.setdefault(by(item), []).append(item)
    return groups


def _team_of(objective: ObjectiveReport) -> str:
    return objective.key.team


def _place_of(objective: ObjectiveReport) -> tuple[str, str]:
    return objective.cycle.name, objective.key.team


def _teams(goals: Goals, having: Collection[str]) -> list[Team]:
    """Give the teams that have objectives, down the cascade; unknown ones last, by name."""
    return [team for team in in_cascade(goals.organization, having) if team.id in having]


def _root(goals: Goals) -> str | None:
    """Name the root team: without an organization, the team that is the only one."""
    if goals.organization.teams:
        return goals.organization.root.id if goals.organization.root is not None else None
    names = {objective.team for objective in goals.objectives}
    return names.pop() if len(names) == 1 else None
