"""The rule `confidence-against-pace`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import SLACK, Kind
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import percent

LIKELY = 0.7


class ConfidenceAgainstPace(AuditRule):
    """Flag a key result that is far behind and still called likely.

    ## What it checks

    A confidence of 0.7 or more while the progress is behind the expected one by more than the
    setting `behind` (0.25). Bounds have no pace and are not looked at.

    ## Why it matters

    Either the number is wrong, or the plan, or the belief; one of the three hides trouble from
    those who could help. Source: Daniel Kahneman, Thinking, Fast and Slow (2011), chapter 23, on
    the outside view.

    ## Problem

    ```yaml
    # on 2026-12-01, two thirds into its cycle
    - {id: day7, baseline: 31, target: 45, current: 33, confidence: 0.8}
    ```

    ## Remedy

    Say in `note` what makes it likely all the same, and in `plan` when the number will move; else
    lower the confidence.
    """

    name = "confidence-against-pace"
    family = "rhythm"
    severity = Severity.WARNING
    practices = (4,)

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each key result whose confidence and pace contradict each other."""
        limit = subject.settings.status.behind + SLACK
        for item in subject.under_way():
            progress, confidence = item.progress, item.key_result.confidence
            if progress is None or confidence is None or item.key_result.kind is Kind.MAINTAIN:
                continue
            behind = item.expected - progress > limit
            if behind and confidence >= LIKELY - SLACK:
                yield self.about(
                    item.key,
                    subject.place(item.key, "confidence"),
                    f"confidence {percent(confidence)}, and {percent(progress)} done"
                    f" where {percent(item.expected)} is expected by now",
                    "lower the confidence, or say in `plan` when the number will move",
                )
