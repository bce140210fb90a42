"""Do the links hold: an objective's own progress beside that of what supports it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.progress.progress import clamped, mean
from okrcli.analysis.progress.report import ObjectiveReport, Status

_APART = 0.25
_SLACK = 1e-9


class Gap(StrEnum):
    """Where an objective and what supports it tell different stories."""

    AHEAD = "supporters-ahead"
    BEHIND = "supporters-behind"


class Support(NamedTuple):
    """How far the supporters of an objective are: the plain mean of the measured ones.

    `difference` is that mean minus the objective's own progress; `gap` says which side is ahead
    where they are too far apart.
    """

    measured: int = 0
    progress: float | None = None
    difference: float | None = None
    gap: Gap | None = None


def support(own: ObjectiveReport | None, supporters: Iterable[ObjectiveReport]) -> Support:
    """Compare an objective with what directly supports it.

    What is dropped or not measured is in no mean, and has none to be compared with.
    """
    measured = [clamped(each.progress or 0.0) for each in supporters if _counts(each)]
    progress = mean(measured)
    if progress is None or own is None or own.progress is None or not _counts(own):
        return Support(len(measured), progress)
    difference = progress - clamped(own.progress)
    return Support(len(measured), progress, difference, _gap(difference))


def _counts(report: ObjectiveReport) -> bool:
    return report.progress is not None and report.status is not Status.DROPPED


def _gap(difference: float) -> Gap | None:
    if abs(difference) <= _APART + _SLACK:
        return None
    return Gap.AHEAD if difference > 0 else Gap.BEHIND
