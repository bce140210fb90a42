"""What is new of a key result since a day: where it stood before, and what was said since."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from okrcli.analysis.progress.report import KeyResultReport, Status
from okrcli.model.key_result import SLACK
from okrcli.model.series import CheckIn, Version

_WORTH_TELLING = 0.01  # of the way: less is a wobble
_DOUBT = 0.2  # two of ten: less is a mood
_BAD = frozenset({Status.AT_RISK, Status.MISSED})


class News(NamedTuple):
    """A key result now and before; `before` is None where it was not there yet, and has no trend.

    `said` are the check-ins of the time between, in the history's order. `blocked_since` is the day
    of the first word of the blocker that it has now.
    """

    report: KeyResultReport
    before: KeyResultReport | None
    said: Sequence[CheckIn]
    blocked_since: date | None

    @property
    def gain(self) -> float:
        """Give how much of the way it came; 0 where that cannot be told."""
        was = None if self.before is None else self.before.progress
        now = self.report.progress
        return 0.0 if was is None or now is None else now - was

    @property
    def reached(self) -> bool:
        """Tell whether it was achieved since."""
        was = None if self.before is None else self.before.status
        return self.report.status is Status.ACHIEVED and was is not Status.ACHIEVED

    @property
    def steps(self) -> Sequence[str]:
        """Give the titles of the milestones that were finished since."""
        before = () if self.before is None else self.before.key_result.milestones
        over = {step.name for step in before if step.done}
        steps = self.report.key_result.milestones
        return [step.title for step in steps if step.done and step.name not in over]

    @property
    def moved(self) -> bool:
        """Tell whether it came far enough to be told."""
        return bool(self.said) and self.gain >= _WORTH_TELLING - SLACK

    @property
    def endangered(self) -> bool:
        """Tell whether it is at risk, or missed, and was not before."""
        was = None if self.before is None else self.before.status
        return self.report.status in _BAD and was not in _BAD

    @property
    def still_bad(self) -> bool:
        """Tell whether it is at risk, or missed, as before."""
        return self.report.status in _BAD and not self.endangered

    @property
    def fall(self) -> float:
        """Give how much confidence was lost."""
        was = None if self.before is None else self.before.key_result.confidence
        now = self.report.key_result.confidence
        return 0.0 if was is None or now is None else was - now

    @property
    def doubted(self) -> bool:
        """Tell whether so much confidence was lost that somebody should ask why."""
        return self.fall >= _DOUBT - SLACK and not self.report.finished

    def people(self) -> Sequence[str]:
        """Give its owner and those who checked in since."""
        return list(dict.fromkeys(self._people()))

    def _people(self) -> Iterator[str]:
        if self.report.owner is not None:
            yield self.report.owner
        yield from (each.author for each in self.said if each.author is not None)


def blocked_since(versions: Sequence[Version]) -> date | None:
    """Give the day since which it has had a blocker without a break; None where it has none."""
    found = None
    for version in reversed(versions):
        if version.key_result is None or not version.key_result.blocker:
            break
        check_in = version.check_in
        found = version.commit.dated if check_in is None else check_in.date
    return found
