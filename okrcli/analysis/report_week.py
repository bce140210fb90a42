"""The week: what was won since a day, what needs help, who was silent, and what is due next."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from okrcli.analysis.dues import Due, Owed, owed
from okrcli.analysis.earlier import Versions, earlier
from okrcli.analysis.landscape import Landscape
from okrcli.analysis.moment import Moment
from okrcli.analysis.news import News, blocked_since
from okrcli.analysis.report import KeyResultReport, ObjectiveReport, Status, TeamReport
from okrcli.analysis.rhythm import kept
from okrcli.analysis.summary import report_team, reports_of
from okrcli.analysis.teams import in_cascade
from okrcli.model.cycle import Cycle
from okrcli.model.organization import Organization, Team
from okrcli.model.reference import Key

DAYS_AHEAD = 7
_OVER = frozenset({Status.ACHIEVED, Status.DROPPED, Status.MISSED, Status.PARTIAL})


class Deadline(NamedTuple):
    """What has to be finished soon, or should have been: a key result, or a milestone of it."""

    day: date
    key: Key
    title: str
    owner: str | None
    milestone: str | None


class TeamWeek(NamedTuple):
    """How a team did: its means now and before, and its check-ins.

    `checked` of the `under_way` key results were checked in during the week; `on_time` of the
    `windows` of the whole cycle had a check-in in time.
    """

    now: TeamReport
    before: TeamReport
    checked: int
    under_way: int
    on_time: int
    windows: int


class Week(NamedTuple):
    """What is new since a day, which is the first that counts.

    `about` is the team that was asked for, with those below it, and `headline` is its, else the
    topmost team's. `moves` are the biggest first, `blocked` those blocked for longest.
    """

    moment: Moment
    since: date
    about: Team | None
    owner: str | None
    organization: Organization
    headline: TeamWeek | None
    teams: Sequence[TeamWeek]
    reached: Sequence[News]
    steps: Sequence[News]
    moves: Sequence[News]
    endangered: Sequence[News]
    blocked: Sequence[News]
    doubted: Sequence[News]
    still_bad: Sequence[News]
    silent: Sequence[Owed]
    due: Sequence[Owed]
    deadlines: Sequence[Deadline]


class Asked(NamedTuple):
    """Which part is wanted: of a team with those below it, of what a person owns, or everything."""

    team: str | None = None
    owner: str | None = None


def week(
    landscape: Landscape, cycles: Sequence[Cycle], versions: Versions, since: date, asked: Asked
) -> Week:
    """Compare now with the end of the day before `since`."""
    goals = landscape.goals
    names = {cycle.name for cycle in cycles}
    needed = {key: its for key, its in versions.items() if key.cycle in names}
    pair = _Pair(
        reports_of(goals, cycles), reports_of(earlier(goals, needed, since), cycles), landscape
    )
    teams = _teams(landscape, pair.now, asked.team)
    owing = [each for each in owed(pair.now, goals) if _is_asked(each, teams, asked)]
    news = [
        each
        for each in _news(pair, needed, since)
        if each.report.key.team in teams and asked.owner in {None, each.report.owner}
    ]
    told = [_team_week(team, pair, news, owing) for team in _named(landscape, teams, pair.now)]
    return Week(
        moment=Moment.of(goals, cycles),
        since=since,
        about=None if asked.team is None else goals.organization.team(asked.team),
        owner=asked.owner,
        organization=goals.organization,
        headline=next((each for each in told if _leads(each, landscape, asked)), None),
        teams=told,
        silent=[each for each in owing if each.state is Due.OVERDUE],
        due=_coming(owing, goals.now),
        deadlines=sorted(
            _deadlines((each.report for each in news), goals.now),
            key=lambda each: (each.day, each.key, each.milestone or ""),
        ),
        **_sorted_news(news),
    )


def _sorted_news(news: Sequence[News]) -> dict[str, list[News]]:
    """Tell each win once, by the best that is to say of it; what needs help, by the worst."""
    reached = [each for each in news if each.reached]
    steps = [each for each in news if each.steps and not each.reached]
    moves = [each for each in news if each.moved and not each.steps and not each.reached]
    blocked = [each for each in news if each.blocked_since and each.report.status not in _OVER]
    endangered = [each for each in news if each.endangered]
    return {
        "reached": reached,
        "steps": steps,
        "moves": sorted(moves, key=lambda each: (-each.gain, each.report.key)),
        "endangered": endangered,
        "blocked": sorted(blocked, key=lambda each: (each.blocked_since, each.report.key)),
        "doubted": [each for each in news if each.doubted and not each.endangered],
        "still_bad": [each for each in news if each.still_bad],
    }


class _Pair(NamedTuple):
    """The same objectives at two moments."""

    now: Sequence[ObjectiveReport]
    before: Sequence[ObjectiveReport]
    landscape: Landscape


def _news(pair: _Pair, versions: Versions, since: date) -> Iterator[News]:
    before = {each.key: each for report in pair.before for each in report.key_results}
    for report in pair.now:
        for each in report.key_results:
            its = versions.get(each.key, ())
            said = [
                version.check_in
                for version in its
                if version.check_in is not None and version.commit.dated >= since
            ]
            yield News(each, before.get(each.key), said, blocked_since(its))


def _teams(
    landscape: Landscape, reports: Iterable[ObjectiveReport], team: str | None
) -> Collection[str]:
    if team is None:
        return {each.key.team for each in reports}
    return {team, *landscape.teams.below(team)}


def _named(
    landscape: Landscape, teams: Collection[str], reports: Sequence[ObjectiveReport]
) -> list[Team]:
    having = {each.key.team for each in reports}
    cascade = in_cascade(landscape.goals.organization, having)
    return [each for each in cascade if each.id in teams and each.id in having]


def _team_week(team: Team, pair: _Pair, news: Sequence[News], owing: Sequence[Owed]) -> TeamWeek:
    now, before = (
        report_team(team, [each for each in reports if each.key.team == team.id])
        for reports in (pair.now, pair.before)
    )
    own = [each for each in owing if each.key.team == team.id]
    keys = {each.key for each in own}
    checked = [each for each in news if each.report.key in keys and each.said]
    beats = [kept(each.rhythm) for each in own]
    on_time, windows = sum(good for good, _ in beats), sum(over for _, over in beats)
    return TeamWeek(now, before, len(checked), len(own), on_time, windows)


def _leads(team: TeamWeek, landscape: Landscape, asked: Asked) -> bool:
    if asked.owner is not None:
        return False
    own = team.now.team.id
    return own == asked.team if asked.team is not None else landscape.teams.is_root(own)


def _is_asked(owed: Owed, teams: Collection[str], asked: Asked) -> bool:
    return owed.key.team in teams and asked.owner in {None, owed.owner}


def _coming(owing: Sequence[Owed], now: date) -> list[Owed]:
    """Give the check-ins that are due, or will be in the next days, the first of all first."""
    until = now + timedelta(days=DAYS_AHEAD)
    found = [each for each in owing if each.state is not Due.OVERDUE and each.due <= until]
    return sorted(found, key=lambda each: (each.due, each.key))


def _deadlines(reports: Iterable[KeyResultReport], now: date) -> Iterator[Deadline]:
    """Yield what has to be finished within the next days, and milestones that are late."""
    until = now + timedelta(days=DAYS_AHEAD)
    for each in reports:
        if each.status in _OVER or each.time.end <= now:
            continue
        title = each.key_result.title
        for step in each.key_result.milestones:
            if step.due is not None and not step.done and step.due <= until:
                yield Deadline(step.due, each.key, title, each.owner, step.title)
        if each.time.last_day <= until:
            yield Deadline(each.time.last_day, each.key, title, each.owner, None)
