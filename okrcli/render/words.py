"""What a report says in words: a status with its reason, an age, a count, a value on its way."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from okrcli.analysis.progress.report import Dated, KeyResultReport, Status
from okrcli.model.cycle import Cycle
from okrcli.model.key_result import KeyResult, Kind
from okrcli.model.organization import Kpi
from okrcli.model.reference import Key
from okrcli.render.glyphs import Glyphs
from okrcli.render.numbers import number, percent, with_unit

INCOMPLETE = "some of it could not be seen"

_OBVIOUS = frozenset({"pace", "score", "start", "close", "baseline", ""})
_OVER = frozenset({Status.ACHIEVED, Status.PARTIAL, Status.MISSED, Status.DROPPED})
_DAYS_COUNTED = 99
_DAYS_OF_MONTH = 30.44
_MONTHS_COUNTED = 24


def status_word(status: Status) -> str:
    """Say a status."""
    return status.value.replace("-", " ")


def status_with_reason(report: KeyResultReport) -> str:
    """Say a status, with its reason in brackets unless the bar beside it shows it already."""
    word = status_word(report.status)
    on_track = report.status is Status.ON_TRACK
    return word if on_track or report.reason in _OBVIOUS else f"{word} ({report.reason})"


def count(amount: int, noun: str) -> str:
    """Say how many: 1 commit, 2 commits."""
    return f"{amount} {noun}" if amount == 1 else f"{amount} {noun}s"


def age(day: date, now: date) -> str:
    """Say how long ago a day was, as short as can be."""
    days = (now - day).days
    if days == 0:
        return "today"
    if days < 0:
        return f"in {-days}d"
    if days <= _DAYS_COUNTED:
        return f"{days}d"
    months = int(days / _DAYS_OF_MONTH)
    return f"{months}mo" if months < _MONTHS_COUNTED else f"{months // 12}y"


def home_cycle(keys: Iterable[Key]) -> str:
    """Name the cycle that most keys are of, of equals the last: few references need to name it."""
    counted = Counter(key.cycle for key in keys)
    return max(counted, key=lambda name: (counted[name], name), default="")


def cycle_clock(cycle: Cycle, now: date) -> str:
    """Say how much of a cycle is over."""
    if now < cycle.start:
        return f"begins {cycle.start}"
    if now >= cycle.end:
        return f"ended {cycle.period.last_day}"
    day = (now - cycle.start).days
    return f"day {day} of {cycle.period.days} ({percent(cycle.period.elapsed(now))})"


def history_phrase(moment: Dated) -> str:
    """Say how much history was read."""
    commits = count(moment.history.commits, "commit")
    return commits if moment.revision else f"{commits} + uncommitted"


def value_phrase(report: KeyResultReport, glyphs: Glyphs) -> str:
    """Say where a key result stands and where it should be; its unit is still as in the file."""
    key_result = report.key_result
    if key_result.kind is Kind.METRIC:
        return _beside_target(report, glyphs)
    if key_result.kind is Kind.MAINTAIN:
        return _beside_bound(report, glyphs)
    return done_words(key_result)


def done_words(key_result: KeyResult) -> str:
    """Say how much is done of what has no number."""
    if key_result.kind is Kind.BINARY:
        return "done" if key_result.done else "not done"
    done = sum(bool(step.done) for step in key_result.milestones)
    return f"{done} of {len(key_result.milestones)} done"


def _beside_target(report: KeyResultReport, glyphs: Glyphs) -> str:
    key_result = report.key_result
    current = None if key_result.current is None else number(key_result.current)
    if key_result.baseline is None:
        return "no baseline" if current is None else f"{current}, no baseline"
    if key_result.target is None:
        return "no target" if current is None else f"{current}, no target"
    goal = f"{glyphs.arrow} {with_unit(key_result.target, key_result.unit)}"
    return goal if current is None else f"{current} {goal}"


def _beside_bound(report: KeyResultReport, glyphs: Glyphs) -> str:
    current = report.key_result.current
    bound = bound_phrase(report.key_result, glyphs)
    return f"{'' if current is None else number(current)} {bound}".strip()


def bound_phrase(bound: KeyResult | Kpi, glyphs: Glyphs) -> str:
    """Say what must be kept; empty where nothing is."""
    low, high = bound.at_least, bound.at_most
    if low is not None and high is not None:
        return f"in {number(low)}..{with_unit(high, bound.unit)}"
    if low is not None:
        return f"{glyphs.at_least} {with_unit(low, bound.unit)}"
    return "" if high is None else f"{glyphs.at_most} {with_unit(high, bound.unit)}"


def open_blocker(report: KeyResultReport) -> str | None:
    """Give what blocks a key result; None once it is over."""
    return None if report.status in _OVER else report.key_result.blocker or None


def goalpost_phrase(report: KeyResultReport) -> str | None:
    """Say what was promised at first, where that was changed; None where it was not."""
    key_result = report.key_result
    moved = [
        f"{name} {with_unit(now, key_result.unit)}, was {number(was)}"
        for name, now, was in (
            ("baseline", key_result.baseline, report.original_baseline),
            ("target", key_result.target, report.original_target),
        )
        if now is not None and was is not None and now != was
    ]
    if not moved:
        return None
    if report.original_progress is not None:
        moved.append(f"{percent(report.original_progress)} of the original")
    return "; ".join(moved)
