"""The alignment report: how much of the work leads to the vision, and where it does not."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from okrcli.analysis.alignment.aligned import (
    Aligned,
    AlignmentReport,
    Crowd,
    Idle,
    Placed,
    TeamAlignment,
)
from okrcli.analysis.alignment.alignment import Circle
from okrcli.analysis.alignment.origins import Origin
from okrcli.analysis.alignment.ways import Way, Ways, is_live, pillars_served, supporters
from okrcli.analysis.landscape.landscape import Landscape
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective
from okrcli.model.reference import Key

# "Six to eight subordinates" is what a manager can steer: A. S. Grove, High Output Management
# (1983). An objective with more supporters is a heading over many goals, and no goal itself.
MOST_SUPPORTERS = 8

OriginOf = Callable[[Key], Origin]


def alignment_report(
    landscape: Landscape, cycles: Sequence[Cycle], team: str | None, origin: OriginOf
) -> AlignmentReport:
    """Report on the objectives of some cycles: those of a team and the teams below it, else all."""
    goals = landscape.goals
    scope = _Scope(landscape, cycles, team)
    placed = [scope.placed(each, origin) for each in scope.live]
    return AlignmentReport(
        now=goals.now,
        revision=goals.revision,
        history=goals.history,
        cycles=cycles,
        vision=goals.organization.vision,
        about=None if team is None else goals.organization.team(team),
        has_top=scope.ways.has_top,
        whole=_aligned(placed),
        teams=scope.team_rows(placed),
        objectives=placed,
        unsupported=list(scope.unsupported()),
        idle=list(scope.idle()),
        crowds=list(scope.crowds()),
        circles=list(scope.circles()),
        unknown=list(scope.unknown()),
        dropped=sum(each.dropped for each in scope.objectives),
    )


def _aligned(placed: Collection[Placed]) -> Aligned:
    origins = Counter(each.origin for each in placed if each.origin is not None)
    return Aligned(Counter(each.way for each in placed), origins)


class _Scope:
    """The objectives that are looked at, in the order of cycles, teams and files."""

    def __init__(self, landscape: Landscape, cycles: Sequence[Cycle], team: str | None) -> None:
        self._landscape = landscape
        self._links = landscape.alignment
        self._around = cycles
        self._cycles = {cycle.name: place for place, cycle in enumerate(cycles)}
        self._team = team
        self._teams = {name: place for place, name in enumerate(self._in_order())}
        listed = bool(landscape.goals.organization.teams)
        self.ways = Ways(self._links, landscape.teams, listed=listed)
        found = [
            each
            for key, each in self._links.objectives.items()
            if key.cycle in self._cycles and key.team in self._teams
        ]
        self.objectives = sorted(
            found, key=lambda each: (self._cycles[each.cycle], self._teams[each.team])
        )
        self.live = [each for each in self.objectives if is_live(each)]

    def _in_order(self) -> Iterator[str]:
        """Yield the teams that are looked at, down the cascade; those in no list come last."""
        listed = [each.id for each in self._landscape.goals.organization.cascade()]
        having = {key.team for key in self._links.objectives if key.cycle in self._cycles}
        below = None if self._team is None else {*self._landscape.teams.below(self._team)}
        for name in dict.fromkeys((*listed, *sorted(having))):
            if below is None or name == self._team or name in below:
                yield name

    def placed(self, objective: Objective, origin: OriginOf) -> Placed:
        way = self.ways.way(objective.key)
        came = None if way is Way.TOP else origin(objective.key)
        return Placed(objective.key, objective, way, came)

    def team_rows(self, placed: Sequence[Placed]) -> list[TeamAlignment]:
        """Give the teams, each after the one above it."""
        tree, organization = self._landscape.teams, self._landscape.goals.organization
        by_team: dict[str, list[Placed]] = {name: [] for name in self._teams}
        for each in placed:
            by_team[each.key.team].append(each)
        first = 0 if self._team is None else len([*tree.above(self._team)])
        return [
            TeamAlignment(
                organization.team(name),
                len([*tree.above(name)]) - first,
                tree.is_root(name),
                _aligned(its),
            )
            for name, its in by_team.items()
        ]

    def unsupported(self) -> Iterator[Objective]:
        """Yield the open objectives of the topmost team that nobody here supports.

        None before a team below has an objective.
        """
        if not any(self._is_below(each.team) for each in self.live):
            return
        for key, each in self._links.objectives.items():
            topmost = key.team in self._teams and not self._is_below(key.team)
            if topmost and self._is_open(each) and not any(self._supporters(key)):
                yield each

    def idle(self) -> Iterator[Idle]:
        """Yield the pillars that nobody below the root works for."""
        organization, tree = self._landscape.goals.organization, self._landscape.teams
        if self._team is not None and not tree.is_root(self._team):
            return
        served: dict[str, list[Key]] = {pillar.id: [] for pillar in organization.pillars}
        for each in self.live:
            for name in pillars_served(self._links, each.key):
                served.setdefault(name, []).append(each.key)
        begun = any(self._is_below(each.team) for each in self.live)
        for pillar in organization.pillars:
            its = served[pillar.id]
            if not (any(self._is_below(key.team) for key in its) if begun else its):
                yield Idle(pillar, its)

    def crowds(self) -> Iterator[Crowd]:
        """Yield the objectives with too many supporters, the fullest first."""
        found = Counter(
            (parent, each.cycle) for each in self.live for parent in self._links.parents(each.key)
        )
        crowded = [item for item in found.items() if item[1] > MOST_SUPPORTERS]
        for (parent, cycle), amount in sorted(crowded, key=lambda item: (-item[1], item[0])):
            yield Crowd(self._links.objectives[parent], cycle, amount)

    def circles(self) -> Iterator[Circle]:
        """Yield the circles that lead through what is looked at."""
        keys = {each.key for each in self.live}
        return (each for each in self.ways.circles if not each.tangle.isdisjoint(keys))

    def unknown(self) -> Iterator[tuple[Key, str]]:
        """Yield the references that name nothing."""
        for each in self.objectives:
            for text in each.supports:
                if not self._landscape.resolver.resolve(text, each.cycle).found:
                    yield each.key, text

    def _is_below(self, team: str) -> bool:
        """Tell whether a team works for the topmost one that is looked at."""
        return not self._landscape.teams.is_root(team) and team != self._team

    def _supporters(self, key: Key) -> Iterator[Key]:
        return (each for each in supporters(self._links, key) if each.cycle in self._cycles)

    def _is_open(self, objective: Objective) -> bool:
        """Tell whether it is still worked for, in one of the cycles or in one around them."""
        cycle = self._landscape.goals.settings.calendar.cycle(objective.cycle)
        if cycle is None or not is_live(objective) or objective.close is not None:
            return False
        return cycle in self._around or any(cycle.contains(each) for each in self._around)
