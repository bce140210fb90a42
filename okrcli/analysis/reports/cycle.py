"""The review of a cycle: what was reached, what was changed on the way, what was learned.

Before the end it is the review at mid-cycle: the same, with what is likely at the end.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from okrcli.analysis.landscape.dependency_report import Dependency, Verdict, dependency_report
from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.burnup import BurnUp
from okrcli.analysis.progress.moment import Moment
from okrcli.analysis.progress.outcome import Outcome, Tally, apart, outcome
from okrcli.analysis.progress.report import ObjectiveReport, Status, TeamReport
from okrcli.analysis.progress.summary import report_team
from okrcli.analysis.progress.team_burnup import team_burn_up
from okrcli.analysis.reports.retrospectives import Looked
from okrcli.analysis.story.log_entry import Chapter
from okrcli.analysis.story.moved_goalposts import Moved, moved
from okrcli.analysis.teams import in_cascade
from okrcli.model.cycle import Cycle
from okrcli.model.organization import Organization, Team

_FAILED = frozenset((Status.MISSED, Status.PARTIAL, Status.DROPPED))
_IN_DANGER = frozenset((Verdict.UNCONFIRMED, Verdict.RISK))


class TeamOutcomes(NamedTuple):
    """A team with its objectives of the cycle."""

    report: TeamReport
    committed: Tally
    stretch: Tally
    outcomes: Sequence[Outcome]


class Told(NamedTuple):
    """What the numbers of today do not tell: the story, and what teams wrote when it was over."""

    chapters: Sequence[Chapter] = ()
    retrospectives: Sequence[Looked] = ()


class CycleReview(NamedTuple):
    """A cycle on one page.

    `about` is the team that it is asked of, with those below it. `head` is the team whose mean is
    the headline, and whose burn-up is drawn. `failing` are dependencies: after the end those that
    were missed, before it those in danger. `successful` is the score that a stretch succeeds with.
    """

    moment: Moment
    cycle: Cycle
    organization: Organization
    about: Team | None
    head: TeamReport | None
    committed: Tally
    stretch: Tally
    teams: Sequence[TeamOutcomes]
    burn_up: BurnUp | None
    moved: Sequence[Moved]
    failing: Sequence[Dependency]
    retrospectives: Sequence[Looked]
    successful: float

    @property
    def over(self) -> bool:
        """Tell whether the cycle has ended."""
        return self.moment.now >= self.cycle.end

    def outcomes(self) -> list[Outcome]:
        """Give all objectives, team by team."""
        return [each for team in self.teams for each in team.outcomes]


def cycle_review(landscape: Landscape, cycle: Cycle, team: str | None, told: Told) -> CycleReview:
    """Review a cycle: everything, or a team and those below it."""
    goals = landscape.goals
    within = None if team is None else {team, *landscape.teams.below(team)}
    reports = [
        report
        for each in goals.objectives
        if each.cycle == cycle.name and (within is None or each.team in within)
        if (report := landscape.report(each.key)) is not None
    ]
    teams = _teams(goals.organization, reports)
    committed, stretch = apart([each for its in teams for each in its.outcomes])
    head = _head(teams, team, goals.organization)
    shown = [each.report for each in head.outcomes] if head is not None else reports
    return CycleReview(
        moment=Moment.of(goals, [cycle]),
        cycle=cycle,
        organization=goals.organization,
        about=None if team is None else goals.organization.team(team),
        head=None if head is None else head.report,
        committed=committed,
        stretch=stretch,
        teams=teams,
        burn_up=team_burn_up(shown, cycle, goals.now, goals.settings),
        moved=moved(told.chapters, cycle, within),
        failing=_failing(landscape, cycle, team, over=goals.now >= cycle.end),
        retrospectives=[
            each
            for each in told.retrospectives
            if each.cycle == cycle.name and (within is None or each.team in within)
        ],
        successful=goals.settings.status.aspirational_success,
    )


def _teams(organization: Organization, reports: Sequence[ObjectiveReport]) -> list[TeamOutcomes]:
    by_team: dict[str, list[ObjectiveReport]] = {}
    for each in reports:
        by_team.setdefault(each.key.team, []).append(each)
    return [
        _team(team, by_team[team.id])
        for team in in_cascade(organization, by_team)
        if team.id in by_team
    ]


def _team(team: Team, reports: Sequence[ObjectiveReport]) -> TeamOutcomes:
    outcomes = [outcome(each) for each in _by_priority(reports)]
    committed, stretch = apart(outcomes)
    return TeamOutcomes(report_team(team, reports), committed, stretch, outcomes)


def _by_priority(reports: Iterable[ObjectiveReport]) -> list[ObjectiveReport]:
    def rank(report: ObjectiveReport) -> float:
        priority = report.objective.priority
        return float("inf") if priority is None else priority

    return sorted(reports, key=rank)


def _head(
    teams: Sequence[TeamOutcomes], about: str | None, organization: Organization
) -> TeamOutcomes | None:
    """Find the team that speaks for all: the one asked for, else the root, else the only one."""
    root = None if organization.root is None else organization.root.id
    named = root if about is None else about
    found = [each for each in teams if each.report.team.id == named]
    if found:
        return found[0]
    return teams[0] if len(teams) == 1 else None


def _failing(
    landscape: Landscape, cycle: Cycle, team: str | None, *, over: bool
) -> list[Dependency]:
    every = dependency_report(landscape, [cycle], team, None).dependencies
    if not over:
        return [each for each in every if each.verdict in _IN_DANGER]
    return [each for each in every if each.target is None or each.target.status in _FAILED]
