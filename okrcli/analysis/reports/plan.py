"""The kick-off of a cycle: what is meant, by whom and why, and what the cycle before taught."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.moment import Moment
from okrcli.analysis.reports.retrospectives import Decided, Looked, decided
from okrcli.analysis.teams import in_cascade
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization, Pillar, Team
from okrcli.model.reference import Key, Reference, parse_reference


class News(StrEnum):
    """Whether a team had an objective in the cycle before."""

    NEW = "new"
    CONTINUED = "continued"


class Intent(NamedTuple):
    """An objective that is set, and the titles of what it serves; `news` is None where unknown."""

    objective: Objective
    serves: Sequence[str]
    pillar: str | None
    news: News | None
    draft: bool


class TeamPlan(NamedTuple):
    """What a team will do."""

    team: Team
    intents: Sequence[Intent]


class Lesson(NamedTuple):
    """What a team learned from an objective."""

    team: str
    objective: Objective
    text: str


class Plan(NamedTuple):
    """A cycle's goals on one page, beside those of the cycle before.

    `about` is the team that it is asked of, with those below it. `above` are the goals of the
    topmost team in the longer cycles around this one. `ended` are the objectives of the cycle
    before that nobody goes on with.
    """

    moment: Moment
    cycle: Cycle
    before: Cycle | None
    organization: Organization
    about: Team | None
    above: Sequence[Intent]
    teams: Sequence[TeamPlan]
    ended: Sequence[Objective]
    lessons: Sequence[Lesson]
    actions: Sequence[Decided]

    def intents(self) -> list[Intent]:
        """Give all objectives of the cycle, team by team."""
        return [each for team in self.teams for each in team.intents]


def plan(
    landscape: Landscape,
    cycle: Cycle,
    before: Cycle | None,
    team: str | None,
    retrospectives: Iterable[Looked],
) -> Plan:
    """Say what is meant in a cycle: everything, or what a team and those below it mean."""
    scope = _Scope(landscape, cycle, before, team)
    last = None if before is None else before.name
    looks = [each for each in retrospectives if each.cycle == last and scope.holds(each.team)]
    organization = landscape.goals.organization
    return Plan(
        moment=Moment.of(landscape.goals, [cycle]),
        cycle=cycle,
        before=before,
        organization=organization,
        about=None if team is None else organization.team(team),
        above=scope.above(),
        teams=scope.teams(),
        ended=scope.ended(),
        lessons=scope.lessons(),
        actions=decided(looks),
    )


class _Scope:
    """The objectives of two cycles, of the teams that are looked at."""

    def __init__(
        self, landscape: Landscape, cycle: Cycle, before: Cycle | None, team: str | None
    ) -> None:
        self._landscape = landscape
        self._cycle = cycle
        self._within = None if team is None else {team, *landscape.teams.below(team)}
        every = [each for each in landscape.alignment.objectives.values() if not each.dropped]
        self._now = [each for each in every if each.cycle == cycle.name and self.holds(each.team)]
        self._every = every
        self._last = None if before is None else before.name
        objectives = landscape.alignment.objectives.values()
        self._before = {each.key: each for each in objectives if each.cycle == self._last}
        self._titled: dict[tuple[str, str], list[Key]] = {}
        for key, each in self._before.items():
            self._titled.setdefault((each.team, each.title), []).append(key)

    def holds(self, team: str) -> bool:
        return self._within is None or team in self._within

    def teams(self) -> list[TeamPlan]:
        meant = _by_team(sorted(self._now, key=lambda each: _rank(each.priority)))
        organization = self._landscape.goals.organization
        return [
            TeamPlan(team, [self._intent(each) for each in meant[team.id]])
            for team in in_cascade(organization, meant)
            if team.id in meant
        ]

    def above(self) -> list[Intent]:
        calendar = self._landscape.goals.settings.calendar
        return [
            self._intent(each)
            for each in self._every
            if self._landscape.teams.is_root(each.team)
            if (around := calendar.cycle(each.cycle)) and around.contains(self._cycle)
        ]

    def ended(self) -> list[Objective]:
        going_on = {former for each in self._now for former in self._formers(each)}
        return [
            each
            for key, each in self._before.items()
            if self.holds(each.team) and key not in going_on
        ]

    def lessons(self) -> list[Lesson]:
        organization = self._landscape.goals.organization
        ended = _by_team(each for each in self._before.values() if self.holds(each.team))
        return [
            Lesson(team.id, each, text)
            for team in in_cascade(organization, ended)
            for each in ended.get(team.id, ())
            if each.close is not None
            for text in each.close.lessons
        ]

    def _intent(self, objective: Objective) -> Intent:
        key = objective.key
        names = {each.id: each.title or each.id for each in self._pillars()}
        pillar = objective.pillar
        return Intent(
            objective,
            [self._title(target) for target in self._landscape.alignment.parents(key)],
            None if pillar is None else names.get(pillar, pillar),
            self._news(objective),
            key in self._landscape.drafts,
        )

    def _pillars(self) -> Sequence[Pillar]:
        return self._landscape.goals.organization.pillars

    def _title(self, key: Key) -> str:
        target = self._landscape.objective(key)
        return key.ref if target is None else target.title or key.ref

    def _news(self, objective: Objective) -> News | None:
        if not self._before or objective.cycle != self._cycle.name:
            return None
        return News.CONTINUED if self._formers(objective) else News.NEW

    def _formers(self, objective: Objective) -> set[Key]:
        """Give the ids under which the cycle before had an objective."""
        if self._last is None:
            return set()
        alike = self._titled.get((objective.team, objective.title), ()) if objective.title else ()
        named = [Reference(objective.id), *filter(None, map(parse_reference, objective.formerly))]
        ids = {
            Key(self._last, each.team or objective.team, each.objective)
            for each in named
            if each.cycle in {None, self._last}
        }
        return {*alike, *ids.intersection(self._before)}


def _by_team(objectives: Iterable[Objective]) -> dict[str, list[Objective]]:
    found: dict[str, list[Objective]] = {}
    for each in objectives:
        found.setdefault(each.team, []).append(each)
    return found


def _rank(priority: float | None) -> float:
    return float("inf") if priority is None else priority
