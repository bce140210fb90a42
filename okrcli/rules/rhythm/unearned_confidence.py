"""The rule `unearned-confidence`."""

from collections.abc import Iterator
from datetime import date

from okrcli.analysis.progress.report import KeyResultReport
from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import SLACK, Kind
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import days, percent

LIKELY = 0.7
FOUR_WEEKS = 28
MOVING = {Kind.METRIC, Kind.MILESTONES}


class UnearnedConfidence(AuditRule):
    """Flag a key result that has not moved for weeks and is still called likely.

    ## What it checks

    A confidence of 0.7 or more on a metric or milestones under way whose value has been the same
    for 4 weeks. What holds a bound, what is either done or not, and what nobody checks in at all
    (see `stale-check-in`) is not looked at.

    ## Why it matters

    Each week "it will come" costs nothing to write. Four of them in a row, with the same number,
    are a sign. Source: Frederick P. Brooks, The Mythical Man-Month (1975), chapter 14: a project
    gets late one day at a time.

    ## Problem

    ```yaml
    # the same current in the check-ins of four weeks
    - {id: day7, baseline: 31, target: 45, current: 33, confidence: 0.8}
    ```

    ## Remedy

    Say in `blocker` what holds it, or lower the confidence.
    """

    name = "unearned-confidence"
    family = "rhythm"
    severity = Severity.WARNING
    practices = (4,)

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each key result that stands still in good hope."""
        for item in subject.under_way():
            confidence = item.key_result.confidence
            if item.key_result.kind not in MOVING or item.stale or confidence is None:
                continue
            still = (subject.now - max(_moved(item), item.time.start)).days
            likely = confidence >= LIKELY - SLACK
            if likely and still >= FOUR_WEEKS:
                yield self.about(
                    item.key,
                    subject.place(item.key, "confidence"),
                    f"confidence {percent(confidence)}, and nothing has moved for {days(still)}",
                    "say in `blocker` what holds it, or lower the confidence",
                )


def _moved(item: KeyResultReport) -> date:
    """Give the latest day on which the value became another one; its start where none did."""
    first = item.key_result.baseline if item.key_result.kind is Kind.METRIC else 0.0
    values = [first, *(point.value for point in item.trend)]
    return max(
        (
            point.date
            for before, point in zip(values, item.trend, strict=False)
            if before != point.value
        ),
        default=item.time.start,
    )
