"""All numbers of one key result."""

from okrcli.analysis.cadence import silent
from okrcli.analysis.expected import expected_progress
from okrcli.analysis.forecast import theil_sen
from okrcli.analysis.progress import Reading, metric_progress, point_progress, raw_progress
from okrcli.analysis.report import KeyResultReport, Point, Status
from okrcli.analysis.status import Frame, Standing, key_result_status
from okrcli.model.key_result import KeyResult, Kind
from okrcli.model.organization import Team
from okrcli.model.series import CheckIn, Series

_NEVER_STALE = frozenset((Status.ACHIEVED, Status.DROPPED))
_NO_FORECAST = frozenset((Kind.MAINTAIN, Kind.BINARY))


def report_key_result(
    frame: Frame, key_result: KeyResult, series: Series, team: Team
) -> KeyResultReport:
    """Compute everything that a report says of a key result."""
    time = key_result.time(frame.cycle)
    trend = [point for item in series.check_ins if (point := _point(key_result, item)) is not None]
    last = series.check_ins[-1].date if series.check_ins else None
    standing = Standing(
        frame=frame,
        key_result=key_result,
        time=time,
        progress=raw_progress(
            key_result, [Reading(point.date, point.value) for point in trend], time, frame.now
        ),
        expected=expected_progress(key_result, time, frame.now, frame.settings, frame.success),
        checked_in=last is not None,
        silent=silent(last, time.start, frame.now, team, frame.settings.check_ins),
    )
    status, reason = key_result_status(standing)
    measured = [(point.date, point.progress) for point in trend if point.progress is not None]
    return KeyResultReport(
        key=frame.objective.key._replace(key_result=key_result.id),
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
        check_ins=series.check_ins,
        trend=trend,
        began=series.began,
    )


def _point(key_result: KeyResult, check_in: CheckIn) -> Point | None:
    """Give a check-in's value, read as what the key result is today."""
    value = check_in.state.value_as(key_result.kind)
    if value is None:
        return None
    return Point(check_in.date, value, point_progress(key_result, value), check_in.commit)


def _of_metric(key_result: KeyResult, value: float | None) -> float | None:
    return value if key_result.kind is Kind.METRIC else None
