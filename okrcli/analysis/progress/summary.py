"""The progress report: objectives of some cycles with their numbers, by cycle and team."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from okrcli.analysis.progress.key_result_report import report_key_result
from okrcli.analysis.progress.progress import clamped, mean, weighted_mean
from okrcli.analysis.progress.report import (
    KeyResultReport,
    ObjectiveReport,
    Status,
    Summary,
    TeamReport,
)
from okrcli.analysis.progress.status import Frame, objective_status
from okrcli.analysis.references import Resolver
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization, Team
from okrcli.model.reference import Key
from okrcli.model.series import HistoryFacts, Series
from okrcli.model.settings import Settings

_NO_SERIES = Series()


class Goals(NamedTuple):
    """The published objectives of a workspace at a moment, with their history.

    `revision` is the commit shown; None where uncommitted changes are in it. `drafts` are in no
    number.
    """

    objectives: Sequence[Objective]
    organization: Organization
    series: Mapping[Key, Series]
    settings: Settings
    now: date
    revision: str | None
    history: HistoryFacts
    drafts: Sequence[Objective] = ()

    def keys(self, drafts: Sequence[Objective] = ()) -> frozenset[Key]:
        """Give the identities of these objectives, some drafts and all their key results."""
        known = (*self.objectives, *drafts)
        own = (objective.key for objective in known)
        key_results = (
            objective.key._replace(key_result=key_result.id)
            for objective in known
            for key_result in objective.key_results
        )
        return frozenset((*own, *key_results))

    def resolver(self, drafts: Sequence[Objective] = ()) -> Resolver:
        """Make what finds the targets of references among these objectives, and some drafts."""
        return Resolver(self.keys(drafts), self.settings.calendar)


def current_cycles(goals: Goals) -> list[Cycle]:
    """Give the cycles with objectives that are running or closing; else those that ended last.

    Where none has ended either, those that begin first.
    """
    return current(all_cycles(goals), goals.now, goals.settings)


def current(cycles: Sequence[Cycle], now: date, settings: Settings) -> list[Cycle]:
    """Give those of some cycles that are shown on a day, as `current_cycles` does."""
    running = [cycle for cycle in cycles if is_running(cycle, now, settings)]
    if running:
        return running
    ended = [cycle for cycle in cycles if cycle.end <= now]
    if ended:
        return [cycle for cycle in ended if cycle.end == max(one.end for one in ended)]
    return [cycle for cycle in cycles if cycle.start == min(one.start for one in cycles)]


def is_running(cycle: Cycle, now: date, settings: Settings) -> bool:
    """Tell whether a cycle is running or still closing."""
    return cycle.start <= now < cycle.end + timedelta(days=settings.closing_days)


def all_cycles(goals: Goals, drafts: Sequence[Objective] = ()) -> list[Cycle]:
    """Give every cycle that has objectives, longer ones before what they contain, then by time.

    Those that only have some `drafts` count, too.
    """
    names = {objective.cycle for objective in (*goals.objectives, *drafts)}
    found = (goals.settings.calendar.cycle(name) for name in names)
    cycles = [cycle for cycle in found if cycle is not None]
    return sorted(cycles, key=lambda cycle: (cycle.start, -cycle.period.days, cycle.name))


def report_objective(goals: Goals, objective: Objective, resolver: Resolver) -> ObjectiveReport:
    """Compute everything that a report says of an objective whose cycle is known."""
    cycle = goals.settings.calendar.cycle(objective.cycle)
    if cycle is None:
        raise KeyError(objective.cycle)
    frame = Frame(objective, cycle, goals.now, goals.settings)
    team = goals.organization.team(objective.team)
    key = objective.key
    key_results = [
        report_key_result(
            frame,
            key_result,
            goals.series.get(Key(*key[:3], key_result.id), _NO_SERIES),
            team,
        )
        for key_result in objective.key_results
    ]
    progress = _mean_of(key_results, lambda item: clamped(item.progress or 0.0))
    statuses = [item.status for item in key_results]
    return ObjectiveReport(
        key=objective.key,
        objective=objective,
        cycle=cycle,
        supports=[_full(resolver, text, objective.cycle) for text in objective.supports],
        progress=progress,
        expected=_mean_of(key_results, lambda item: item.expected),
        status=objective_status(frame, progress, statuses),
        key_results=key_results,
    )


def reports_of(
    goals: Goals, cycles: Iterable[Cycle], teams: Collection[str] | None = None
) -> list[ObjectiveReport]:
    """Compute the numbers of the objectives of some cycles, of all teams or some."""
    names, resolver = {cycle.name for cycle in cycles}, goals.resolver()
    return [
        report_objective(goals, each, resolver)
        for each in goals.objectives
        if each.cycle in names and (teams is None or each.team in teams)
    ]


def _mean_of(
    key_results: Iterable[KeyResultReport], number: Callable[[KeyResultReport], float]
) -> float | None:
    """Give the weighted mean over the measured key results that are not dropped."""
    return weighted_mean(
        (number(item), item.key_result.weight)
        for item in key_results
        if item.progress is not None and item.status is not Status.DROPPED
    )


def _full(resolver: Resolver, text: str, cycle: str) -> str:
    """Write a reference in full where it names something, else as it stands."""
    key = resolver.resolve(text, cycle).key
    return text if key is None else key.seen_from(cycle)


def report_team(team: Team, objectives: Sequence[ObjectiveReport]) -> TeamReport:
    """Compute the plain means of a team's measured objectives, and count them all."""
    counted = [item for item in objectives if item.status is not Status.DROPPED]
    measured = [item for item in counted if item.progress is not None]
    return TeamReport(
        team=team,
        progress=mean(item.progress for item in measured if item.progress is not None),
        expected=mean(item.expected for item in measured if item.expected is not None),
        objectives=len(objectives),
        by_status=_counts(item.status for item in objectives),
    )


def report_summary(root: TeamReport | None, objectives: Sequence[ObjectiveReport]) -> Summary:
    """Compute the headline, which is the root team's, and count everything."""
    key_results = [item for objective in objectives for item in objective.key_results]
    return Summary(
        progress=root.progress if root is not None else None,
        expected=root.expected if root is not None else None,
        objectives=len(objectives),
        key_results=len(key_results),
        by_status=_counts(item.status for item in key_results),
    )


def _counts(statuses: Iterable[Status]) -> dict[Status, int]:
    """Count by status, in the order of the statuses."""
    counter = Counter(statuses)
    return {status: counter[status] for status in Status if status in counter}
