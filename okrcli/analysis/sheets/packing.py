"""The numbers of a sheet, as plain lists that JSON can hold, and back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from okrcli.analysis.progress.report import (
    KeyResultReport,
    LastCheckIn,
    ObjectiveReport,
    Point,
    Status,
    Summary,
    TeamReport,
)
from okrcli.analysis.sheets.sheet import Names, Overview, Place
from okrcli.model.cycle import Cycle, Period
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.organization import Team
from okrcli.model.packing import Packed, pack_objective, unpack_objective
from okrcli.model.reference import Key
from okrcli.model.series import HistoryFacts

_STATUS = {status.value: status for status in Status}
_day = cache(date.fromordinal)


def pack_cycles(cycles: Iterable[Cycle]) -> Packed:
    """Pack cycles."""
    return [[cycle.name, cycle.start.toordinal(), cycle.end.toordinal()] for cycle in cycles]


def unpack_cycles(packed: Packed) -> list[Cycle]:
    """Unpack cycles."""
    return [Cycle(name, Period(_day(start), _day(end))) for name, start, end in packed]


def pack_names(names: Names) -> Packed:
    """Pack names."""
    return [sorted(names.teams), sorted(names.people), pack_cycles(names.cycles)]


def unpack_names(packed: Packed) -> Names:
    """Unpack names."""
    teams, people, cycles = packed
    return Names(frozenset(teams), frozenset(people), unpack_cycles(cycles))


def pack_overview(overview: Overview) -> Packed:
    """Pack what holds for all."""
    root = overview.root
    return [
        overview.now.toordinal(),
        overview.revision,
        list(overview.history),
        pack_cycles(overview.cycles),
        [[list(report.team), *_pack_team(report)] for report in overview.teams.values()],
        [[*place, *_pack_team(report)] for place, report in overview.places.items()],
        [*overview.summary[:4], _pack_counts(overview.summary.by_status)],
        None if root is None else root.id,
    ]


def unpack_overview(packed: Packed) -> Overview:
    """Unpack what holds for all."""
    now, revision, history, cycles, packed_teams, packed_places, summary, root = packed
    teams = {
        facts[0]: _unpack_team(_unpack_facts(facts), numbers) for facts, *numbers in packed_teams
    }
    return Overview(
        now=_day(now),
        revision=revision,
        history=HistoryFacts(*history),
        cycles=unpack_cycles(cycles),
        teams=teams,
        places={
            Place(cycle, team): _unpack_team(teams[team].team, numbers)
            for cycle, team, *numbers in packed_places
        },
        summary=_unpack_summary(summary),
        root=None if root is None else teams[root].team,
    )


def pack_objectives(objectives: Sequence[ObjectiveReport]) -> Packed:
    """Pack the objectives of a place with their numbers."""
    return [
        [
            pack_objective(report.objective),
            list(report.supports),
            report.progress,
            report.expected,
            report.status.value,
            list(map(_pack_key_result, report.key_results)),
        ]
        for report in objectives
    ]


def unpack_objectives(packed: Packed, cycle: Cycle, team: str) -> list[ObjectiveReport]:
    """Unpack the objectives of a place."""
    return [_unpack_objective(one, cycle, team) for one in packed]


def _pack_key_result(report: KeyResultReport) -> Packed:
    last = report.last_check_in
    return [
        report.progress,
        report.expected,
        report.status.value,
        report.reason,
        report.stale,
        report.forecast,
        report.original_baseline,
        report.original_target,
        report.original_progress,
        report.check_ins,
        last and [last.date.toordinal(), *last[1:]],
        [point.date.toordinal() for point in report.trend],
        [point.value for point in report.trend],
        [point.progress for point in report.trend],
        [point.commit for point in report.trend],
    ]


def _unpack_objective(packed: Packed, cycle: Cycle, team: str) -> ObjectiveReport:
    facts, supports, progress, expected, status, numbers = packed
    objective = unpack_objective(team, cycle.name, facts)
    key_results = [
        _unpack_key_result(each, objective, state, cycle)
        for each, state in zip(numbers, objective.key_results, strict=True)
    ]
    return ObjectiveReport(
        objective.key, objective, cycle, supports, progress, expected, _STATUS[status], key_results
    )


def _unpack_key_result(
    packed: Packed, objective: Objective, state: KeyResult, cycle: Cycle
) -> KeyResultReport:
    progress, expected, status, reason, stale, forecast, *more = packed
    baseline, target, was, check_ins, last, days, values, heights, commits = more
    return KeyResultReport(
        Key(cycle.name, objective.team, objective.id, state.id),
        state,
        objective.owner_of(state),
        state.time(cycle),
        progress,
        expected,
        _STATUS[status],
        reason,
        stale,
        forecast,
        baseline,
        target,
        was,
        check_ins,
        last and LastCheckIn(_day(last[0]), *last[1:]),
        list(map(Point, map(_day, days), values, heights, commits)),
    )


def _unpack_facts(packed: Packed) -> Team:
    name, title, parent, lead, members, check_in_days, max_objectives = packed
    return Team(name, title, parent, lead, tuple(members), check_in_days, max_objectives)


def _unpack_summary(packed: Packed) -> Summary:
    progress, expected, objectives, key_results, by_status = packed
    return Summary(progress, expected, objectives, key_results, _unpack_counts(by_status))


def _pack_team(report: TeamReport) -> Packed:
    return [*report[1:4], _pack_counts(report.by_status)]


def _unpack_team(team: Team, packed: Packed) -> TeamReport:
    progress, expected, objectives, counts = packed
    return TeamReport(team, progress, expected, objectives, _unpack_counts(counts))


def _pack_counts(by_status: Mapping[Status, int]) -> Mapping[str, int]:
    return {status.value: count for status, count in by_status.items()}


def _unpack_counts(packed: Mapping[str, int]) -> Mapping[Status, int]:
    return {_STATUS[status]: count for status, count in packed.items()}
