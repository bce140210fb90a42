"""The week: what was won since a day, what needs help, who was silent, and what is due next."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from okrcli.analysis.loads.dues import Due, Owed, owed
from okrcli.analysis.progress.moment import Moment
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport, Status, TeamReport
from okrcli.analysis.progress.rhythm import kept
from okrcli.analysis.progress.summary import Goals, report_team, reports_of
from okrcli.analysis.reports.earlier import Versions, earlier
from okrcli.analysis.reports.news import News, blocked_since
from okrcli.analysis.teams import TeamTree, in_cascade
from okrcli.model.cycle import Cycle
from okrcli.model.organization import Organization, Team
from okrcli.model.reference import Key

DAYS_AHEAD = 7
_Item = TypeVar("_Item", ObjectiveReport, Owed)
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
    topmost team's. `moves` are the biggest first, `blocked` those
    blocked for longest, `endangered` and `still_bad` those furthest behind.
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
    goals: Goals, cycles: Sequence[Cycle], versions: Versions, since: date, asked: Asked
) -> Week:
    """Compare now with the end of the day before `since`."""
    tree = TeamTree(goals.organization, sorted({each.team for each in goals.objectives}))
    wanted = None if asked.team is None else {asked.team, *tree.below(asked.team)}
    names = {cycle.name for cycle in cycles}
    needed = {
        key: its
        for key, its in versions.items()
        if key.cycle in names and (wanted is None or key.team in wanted)
    }
    before = earlier(goals, needed, since)
    pair = _Pair(*(reports_of(each, cycles, wanted) for each in (goals, before)))
    owing = [each for each in owed(pair.now, goals) if asked.owner in {None, each.owner}]
    news = [each for each in _news(pair, needed, since) if asked.owner in {None, each.report.owner}]
    teams = list(_team_weeks(goals, pair, news, owing))
    head = asked.team or next(
        (each.now.team.id for each in teams if tree.is_root(each.now.team.id)), None
    )
    return Week(
        moment=Moment.of(goals, cycles),
        since=since,
        about=None if asked.team is None else goals.organization.team(asked.team),
        owner=asked.owner,
        organization=goals.organization,
        headline=next((each for each in teams if each.now.team.id == head), None),
        teams=teams,
        silent=[each for each in owing if each.state is Due.OVERDUE],
        due=_coming(owing, goals.now),
        deadlines=sorted(
            _deadlines((each.report for each in news), goals.now),
            key=lambda each: (each.day, each.key, each.milestone or ""),
        ),
        **_sorted_news(news),
    )


def _sorted_news(news: Sequence[News]) -> dict[str, list[News]]:
    """Tell each win once, by the best that is to say of it; what needs help, by all that does."""
    reached = [each for each in news if each.reached]
    steps = [each for each in news if each.steps and not each.reached]
    moves = [each for each in news if each.moved and not each.steps and not each.reached]
    blocked = [each for each in news if each.blocked_since and each.report.status not in _OVER]
    endangered = [each for each in news if each.endangered]
    still_bad = [each for each in news if each.still_bad]
    return {
        "reached": reached,
        "steps": steps,
        "moves": sorted(moves, key=lambda each: (-each.gain, each.report.key)),
        "endangered": sorted(endangered, key=_gravity),
        "blocked": sorted(blocked, key=lambda each: (each.blocked_since, each.report.key)),
        "doubted": [each for each in news if each.doubted],
        "still_bad": sorted(still_bad, key=_gravity),
    }


def _gravity(news: News) -> tuple[float, Key]:
    """Put what is furthest behind first."""
    report = news.report
    return (report.progress or 0.0) - report.expected, report.key


class _Pair(NamedTuple):
    """The same objectives at two moments."""

    now: Sequence[ObjectiveReport]
    before: Sequence[ObjectiveReport]


def _news(pair: _Pair, versions: Versions, since: date) -> Iterator[News]:
    before = {
        each.key: each._replace(trend=()) for report in pair.before for each in report.key_results
    }
    for report in pair.now:
        for each in report.key_results:
            its = versions.get(each.key, ())
            said = [
                version.check_in
                for version in its
                if version.check_in is not None and version.commit.dated >= since
            ]
            yield News(each, before.get(each.key), said, blocked_since(its))


def _team_weeks(
    goals: Goals, pair: _Pair, news: Sequence[News], owing: Sequence[Owed]
) -> Iterator[TeamWeek]:
    """Yield how each team that has objectives did, down the cascade."""
    now, before = _by_team(pair.now), _by_team(pair.before)
    owing_of = _by_team(owing)
    said = {each.report.key for each in news if each.said}
    for team in in_cascade(goals.organization, now):
        if team.id in now:
            own = owing_of.get(team.id, [])
            beats = [kept(each.rhythm) for each in own]
            yield TeamWeek(
                now=report_team(team, now[team.id]),
                before=report_team(team, before.get(team.id, [])),
                checked=sum(each.key in said for each in own),
                under_way=len(own),
                on_time=sum(good for good, _ in beats),
                windows=sum(over for _, over in beats),
            )


def _by_team(items: Iterable[_Item]) -> dict[str, list[_Item]]:
    found: dict[str, list[_Item]] = {}
    for each in items:
        found.setdefault(each.key.team, []).append(each)
    return found


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
