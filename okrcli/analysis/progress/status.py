"""Status: one word for how a key result or an objective stands, with the reason for it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from okrcli.analysis.progress.expected import kept, success
from okrcli.analysis.progress.report import Status
from okrcli.model.cycle import Cycle, Period
from okrcli.model.key_result import SLACK, KeyResult, Kind
from okrcli.model.objective import Objective
from okrcli.model.settings import Settings

PARTIAL_FROM = 0.4

_WORST_FIRST = (Status.AT_RISK, Status.BEHIND, Status.OUTDATED, Status.ON_TRACK)
_UNANIMOUS = (Status.ACHIEVED, Status.NOT_STARTED, Status.NOT_MEASURED)
_OVER_EARLY = {Status.MISSED: Status.AT_RISK, Status.PARTIAL: Status.BEHIND}


class Frame(NamedTuple):
    """From where an objective is looked at."""

    objective: Objective
    cycle: Cycle
    now: date
    settings: Settings

    @property
    def success(self) -> float:
        """Give the progress that counts as a success."""
        return success(self.objective.aspirational, self.settings)


class Standing(NamedTuple):
    """Everything that the status of a key result depends on."""

    frame: Frame
    key_result: KeyResult
    time: Period
    progress: float | None
    expected: float
    checked_in: bool
    silent: bool

    @property
    def maintains(self) -> bool:
        """Tell whether it keeps a bound, and so has no pace."""
        return self.key_result.kind is Kind.MAINTAIN

    @property
    def over(self) -> bool:
        """Tell whether its time is."""
        return self.frame.now >= self.time.end

    @property
    def dropped(self) -> bool:
        """Tell whether it, or its objective, was dropped or deferred."""
        close = self.key_result.close
        return self.frame.objective.dropped or (close is not None and close.drops)


def key_result_status(standing: Standing) -> tuple[Status, str]:
    """Give the status and its reason: the first rule that fits."""
    if standing.dropped:
        return Status.DROPPED, "close"
    if standing.progress is None:
        return Status.NOT_MEASURED, "baseline"
    if _achieved(standing, standing.progress):
        return Status.ACHIEVED, "score"
    if standing.over:
        return _final(standing.frame, standing.progress)
    waiting = not (standing.checked_in or standing.silent)
    if standing.frame.now < standing.time.start or waiting:
        return Status.NOT_STARTED, "start"
    return _running(standing, standing.progress)


def _achieved(standing: Standing, progress: float) -> bool:
    """Tell whether the score is enough: all of it, or after the end what counts as a success."""
    if not standing.over:
        return not standing.maintains and progress >= 1 - SLACK
    if standing.maintains:
        return progress >= kept(standing.key_result, standing.frame.settings) - SLACK
    return progress >= standing.frame.success - SLACK


def _final(frame: Frame, progress: float) -> tuple[Status, str]:
    """Give the status of what is over and not achieved."""
    days = timedelta(days=frame.settings.closing_days)
    window = Period(frame.cycle.end, frame.cycle.end + days)
    if window.holds(frame.now) and frame.objective.close is None:
        return Status.CLOSING, "window"
    if frame.objective.aspirational and progress >= PARTIAL_FROM - SLACK:
        return Status.PARTIAL, "score"
    return Status.MISSED, "score"


def _running(standing: Standing, progress: float) -> tuple[Status, str]:
    """Give the status of what is under way."""
    bad = (_bound if standing.maintains else _pace)(standing, progress)
    if bad is not None:
        return bad
    confidence = standing.key_result.confidence
    thresholds = standing.frame.settings.status
    if confidence is not None and confidence < thresholds.low_confidence - SLACK:
        return Status.AT_RISK, "confidence"
    if standing.silent:
        return Status.OUTDATED, "silence"
    return Status.ON_TRACK, "bound" if standing.maintains else "pace"


def _bound(standing: Standing, progress: float) -> tuple[Status, str] | None:
    key_result = standing.key_result
    if key_result.current is not None and not key_result.keeps_bound(key_result.current):
        return Status.AT_RISK, "bound"
    if progress < kept(key_result, standing.frame.settings) - SLACK:
        return Status.BEHIND, "bound"
    return None


def _pace(standing: Standing, progress: float) -> tuple[Status, str] | None:
    gap = standing.expected - progress
    thresholds = standing.frame.settings.status
    if gap > thresholds.behind + SLACK:
        return Status.AT_RISK, "pace"
    if gap > thresholds.on_track + SLACK:
        return Status.BEHIND, "pace"
    return None


def objective_status(frame: Frame, progress: float | None, key_results: Sequence[Status]) -> Status:
    """Give the status of an objective: by its score once its cycle is over, else its worst."""
    left = [status for status in key_results if status is not Status.DROPPED]
    if frame.objective.dropped or (key_results and not left):
        return Status.DROPPED
    if frame.now >= frame.cycle.end:
        return _objective_score(frame, progress, left)
    found = {_OVER_EARLY.get(status, status) for status in left}
    for status in _WORST_FIRST:
        if status in found:
            return status
    if not found:
        return Status.NOT_MEASURED
    only = found.pop()
    return only if not found and only in _UNANIMOUS else Status.ON_TRACK


def _objective_score(frame: Frame, progress: float | None, left: Sequence[Status]) -> Status:
    if left and all(status is Status.ACHIEVED for status in left):
        return Status.ACHIEVED
    close = frame.objective.close
    score = progress if close is None or close.score is None else close.score
    if score is None:
        return Status.NOT_MEASURED
    if score >= frame.success - SLACK:
        return Status.ACHIEVED
    return _final(frame, score)[0]
