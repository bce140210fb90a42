"""The tree of teams with their numbers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.report import ObjectiveReport, TeamReport
from okrcli.analysis.progress.summary import report_team
from okrcli.model.cycle import Cycle
from okrcli.model.organization import Organization, Team
from okrcli.model.series import HistoryFacts

_FEW = 40  # teams that people read at a glance
_BRIEF = 3


class TeamLine(NamedTuple):
    """A team at its place; `hidden` counts the teams beneath it that a limit of depth leaves out.

    `listed` is false for a team that only OKR files name.
    """

    level: int
    report: TeamReport
    hidden: int = 0
    listed: bool = True


class TeamsTree(NamedTuple):
    """The teams at a moment, each with the objectives of all the cycles; its own, not those below.

    `revision` is the commit shown, None where uncommitted changes are in it.
    """

    now: date
    revision: str | None
    history: HistoryFacts
    cycles: Sequence[Cycle]
    organization: Organization
    lines: Sequence[TeamLine]

    @property
    def hidden(self) -> int:
        """Count the teams that a limit of depth leaves out."""
        return sum(line.hidden for line in self.lines)


def teams_tree(
    landscape: Landscape,
    cycles: Sequence[Cycle],
    about: str | None = None,
    depth: int | None = None,
    *,
    brief: bool = False,
) -> TeamsTree:
    """Draw all teams, or those from one downward, `depth` teams deep.

    With `brief`, three levels are drawn where there are more teams than a few.
    """
    goals = landscape.goals
    by_team = _reports(landscape, {cycle.name for cycle in cycles})
    listed = [team.id for team in goals.organization.teams]
    if brief and depth is None and len(listed) > _FEW:
        depth = _BRIEF
    teams = _Teams(goals.organization, by_team, depth)
    others = sorted(set(by_team) - set(listed)) if about is None else []
    return TeamsTree(
        now=goals.now,
        revision=goals.revision,
        history=goals.history,
        cycles=cycles,
        organization=goals.organization,
        lines=[*teams.lines(about), *teams.unlisted(others)],
    )


def _reports(landscape: Landscape, names: set[str]) -> Mapping[str, Sequence[ObjectiveReport]]:
    found: dict[str, list[ObjectiveReport]] = {}
    for objective in landscape.goals.objectives:
        report = landscape.report(objective.key) if objective.cycle in names else None
        if report is not None:
            found.setdefault(objective.team, []).append(report)
    return found


class _Teams:
    def __init__(
        self,
        organization: Organization,
        reports: Mapping[str, Sequence[ObjectiveReport]],
        depth: int | None,
    ) -> None:
        self._organization = organization
        self._reports = reports
        self._depth = depth
        self._below: dict[str | None, list[Team]] = {}
        for team in organization.teams:
            self._below.setdefault(team.parent, []).append(team)

    def lines(self, about: str | None) -> Iterator[TeamLine]:
        """Yield a team, or each that has no parent here, with all beneath it."""
        known = {team.id for team in self._organization.teams}
        teams = list(self._organization.cascade())
        tops = [team for team in teams if team.id == about or (not about and team.parent is None)]
        if about is not None and about not in known:
            yield from self.unlisted([about])
        seen: set[str] = set()
        yield from self._from(tops, seen)
        if about is None:  # what parents that are not listed, or that go in a circle, leave out
            for team in teams:
                yield from self._from([team], seen)

    def unlisted(self, names: Sequence[str]) -> Iterator[TeamLine]:
        """Yield teams that no file describes."""
        for name in names:
            report = report_team(Team(name, name), self._reports.get(name, ()))
            yield TeamLine(0, report, listed=False)

    def _from(self, tops: Sequence[Team], seen: set[str]) -> Iterator[TeamLine]:
        ahead = [(team, 0) for team in reversed(tops)]
        while ahead:
            team, level = ahead.pop()
            if team.id in seen:
                continue
            seen.add(team.id)
            below = self._below.get(team.id, ())
            deeper = self._depth is None or level + 1 < self._depth
            hidden = 0 if deeper else self._skip(team, seen)
            report = report_team(team, self._reports.get(team.id, ()))
            yield TeamLine(level, report, hidden)
            if deeper:
                ahead.extend((low, level + 1) for low in reversed(below))

    def _skip(self, team: Team, seen: set[str]) -> int:
        """Count what is beneath a team, and do not show it."""
        before, ahead = len(seen), [team]
        while ahead:
            for low in self._below.get(ahead.pop().id, ()):
                if low.id not in seen:
                    seen.add(low.id)
                    ahead.append(low)
        return len(seen) - before
