"""Outcomes: how objectives ended or stand, beside what was promised at first and what is likely."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.progress.progress import clamped, mean, weighted_mean
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport, Status
from okrcli.model.key_result import SLACK

GREEN_FROM, YELLOW_FROM = 0.7, 0.4


class Band(StrEnum):
    """How a final score is read."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class Outcome(NamedTuple):
    """An objective with its score, which a team may have set by hand.

    `original` is the progress against the first targets and baselines; None where they still
    stand. `forecast` is the likely progress at the end; None where nothing tells.
    """

    report: ObjectiveReport
    score: float | None
    original: float | None
    forecast: float | None

    @property
    def by_hand(self) -> bool:
        """Tell whether a person set the score."""
        close = self.report.objective.close
        return close is not None and close.score is not None

    @property
    def counts(self) -> bool:
        """Tell whether it is in the means: it was not given up."""
        return self.report.status is not Status.DROPPED

    @property
    def band(self) -> Band | None:
        """Read the score."""
        return None if self.score is None else band(self.score)


class Tally(NamedTuple):
    """Some objectives that were not given up: how many were reached, and their mean score."""

    objectives: int
    reached: int
    score: float | None
    bands: Mapping[Band, int]


def band(score: float) -> Band:
    """Read a score; rounding never decides."""
    if score >= GREEN_FROM - SLACK:
        return Band.GREEN
    return Band.YELLOW if score >= YELLOW_FROM - SLACK else Band.RED


def outcome(report: ObjectiveReport) -> Outcome:
    """Tell how an objective ended or stands."""
    close = report.objective.close
    by_hand = None if close is None else close.score
    return Outcome(
        report,
        report.progress if by_hand is None else by_hand,
        _if_any(report, lambda each: each.original_progress, _was_moved),
        _if_any(report, lambda each: each.forecast, lambda each: each.forecast is not None),
    )


def tally(outcomes: Iterable[Outcome]) -> Tally:
    """Count some objectives."""
    counted = [each for each in outcomes if each.counts]
    scores = [each.score for each in counted if each.score is not None]
    return Tally(
        len(counted),
        sum(each.report.status is Status.ACHIEVED for each in counted),
        mean(scores),
        Counter(map(band, scores)),
    )


def apart(outcomes: Sequence[Outcome]) -> tuple[Tally, Tally]:
    """Count what was committed to, and what was a stretch."""
    stretch = [each for each in outcomes if each.report.objective.aspirational]
    firm = [each for each in outcomes if not each.report.objective.aspirational]
    return tally(firm), tally(stretch)


def _was_moved(report: KeyResultReport) -> bool:
    now = report.key_result
    return report.original_progress is not None and (
        (now.baseline, now.target) != (report.original_baseline, report.original_target)
    )


def _if_any(
    report: ObjectiveReport,
    number: Callable[[KeyResultReport], float | None],
    told: Callable[[KeyResultReport], bool],
) -> float | None:
    """Give the objective's mean by another number of its key results, where one of them has it.

    Those that do not have it count as they stand.
    """
    counted = [
        each
        for each in report.key_results
        if each.progress is not None and each.status is not Status.DROPPED
    ]
    if not any(map(told, counted)):
        return None
    return weighted_mean(
        (clamped(_first_known(number(each), each.progress)), each.key_result.weight)
        for each in counted
    )


def _first_known(number: float | None, otherwise: float | None) -> float:
    return (otherwise or 0.0) if number is None else number
