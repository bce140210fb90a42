"""Expected progress: where a key result should be by now (semantics: docs/numbers.md)."""

from datetime import date, timedelta

from okrcli.analysis.progress.progress import metric_progress
from okrcli.model.cycle import Period
from okrcli.model.key_result import KeyResult, Kind, Milestone
from okrcli.model.settings import Settings


def success(aspirational: bool, settings: Settings) -> float:  # noqa: FBT001 - the one question
    """Give the progress at which a key result counts as a success: 1, or less for a stretch."""
    return settings.status.aspirational_success if aspirational else 1.0


def kept(key_result: KeyResult, settings: Settings) -> float:
    """Give the share of the time for which a bound must be kept."""
    return settings.status.kept if key_result.kept is None else key_result.kept


def expected_progress(
    key_result: KeyResult, time: Period, now: date, settings: Settings, success: float
) -> float:
    """Give success times what is planned by the start of `now`; for a bound what must be kept."""
    match key_result.kind:
        case Kind.MAINTAIN:
            return kept(key_result, settings)
        case Kind.MILESTONES:
            grace = timedelta(days=settings.check_ins.grace_days)
            return success * _planned_milestones(key_result, time, now, grace)
        case _:
            return success * _planned_value(key_result, time, now)


def _planned_milestones(key_result: KeyResult, time: Period, now: date, grace: timedelta) -> float:
    """Give the share of the weight whose due day is over by more than the days of grace."""
    if now >= time.end or all(step.due is None for step in key_result.milestones):
        return time.elapsed(now)

    def over(step: Milestone) -> bool:
        return now - (step.due or time.last_day) > grace

    total = sum(step.weight for step in key_result.milestones)
    return sum(step.weight for step in key_result.milestones if over(step)) / total


def _planned_value(key_result: KeyResult, time: Period, now: date) -> float:
    """Give the height of the line from (start, 0) through the plan to (end, 1).

    A planned value counts at the end of its day; points outside the key result's time are ignored.
    """
    if not time.start < now < time.end:
        return time.elapsed(now)
    before, after = (time.start, 0.0), (time.end, 1.0)
    for point in sorted(key_result.plan, key=lambda point: point.by):
        height = metric_progress(point.value, key_result.baseline, key_result.target)
        day = point.by + timedelta(days=1)
        if height is None or not time.start < day <= time.end:
            continue
        if day <= now:
            before = (day, height)
        else:
            after = (day, height)
            break
    share = (now - before[0]).days / (after[0] - before[0]).days
    return before[1] + share * (after[1] - before[1])
