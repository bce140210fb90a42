"""All numbers of one key result."""

from collections.abc import Sequence

from okrcli.analysis.progress.cadence import silent
from okrcli.analysis.progress.expected import expected_progress
from okrcli.analysis.progress.forecast import theil_sen
from okrcli.analysis.progress.progress import Reading, height, metric_progress, raw_progress
from okrcli.analysis.progress.report import KeyResultReport, LastCheckIn, Point, Status
from okrcli.analysis.progress.status import Frame, Standing, key_result_status
from okrcli.model.key_result import KeyResult, Kind
from okrcli.model.organization import Team
from okrcli.model.reference import Key
from okrcli.model.series import CheckIn, Series

_NEVER_STALE = frozenset((Status.ACHIEVED, Status.DROPPED))
_NO_FORECAST = frozenset((Kind.MAINTAIN, Kind.BINARY))


def report_key_result(
    frame: Frame, key_result: KeyResult, series: Series, team: Team
) -> KeyResultReport:
    """Compute everything that a report says of a key result."""
    time = key_result.time(frame.cycle)
    trend = _trend(key_result, series.check_ins)
    last = _last(series)
    standing = Standing(
        frame=frame,
        key_result=key_result,
        time=time,
        progress=raw_progress(key_result, _readings(key_result, trend), time, frame.now),
        expected=expected_progress(key_result, time, frame.now, frame.settings, frame.success),
        checked_in=last is not None,
        silent=silent(last and last.date, time.start, frame.now, team, frame.settings.check_ins),
    )
    status, reason = key_result_status(standing)
    measured = [(point.date, point.progress) for point in trend if point.progress is not None]
    return KeyResultReport(
        key=Key(*frame.objective.key[:3], key_result.id),
        key_result=key_result,
        owner=frame.objective.owner_of(key_result),
        time=time,
        progress=standing.progress,
        expected=standing.expected,
        status=status,
        reason=reason,
        stale=standing.silent and not standing.over and status not in _NEVER_STALE,
        forecast=None if key_result.kind in _NO_FORECAST else theil_sen(measured, time),
        original_baseline=_of_metric(key_result, series.original_baseline),
        original_target=_of_metric(key_result, series.original_target),
        original_progress=_of_metric(
            key_result,
            metric_progress(key_result.current, series.original_baseline, series.original_target),
        ),
        check_ins=len(series.check_ins),
        last_check_in=last,
        trend=trend,
    )


def _last(series: Series) -> LastCheckIn | None:
    if not series.check_ins:
        return None
    date, author, commit, state = series.check_ins[-1]
    return LastCheckIn(date, author, commit, state.note)


def _trend(key_result: KeyResult, check_ins: Sequence[CheckIn]) -> list[Point]:
    """Give the check-ins' values, read as what the key result is today."""
    kind, progress = key_result.kind, height(key_result)
    return [
        Point(day, value, progress(value), commit)
        for day, _, commit, state in check_ins
        if (value := state.value_as(kind)) is not None
    ]


def _readings(key_result: KeyResult, trend: Sequence[Point]) -> list[Reading]:
    """Give the values of a bound, whose past is what is measured of it."""
    if key_result.kind is not Kind.MAINTAIN:
        return []
    return [Reading(point.date, point.value) for point in trend]


def _of_metric(key_result: KeyResult, value: float | None) -> float | None:
    return value if key_result.kind is Kind.METRIC else None
