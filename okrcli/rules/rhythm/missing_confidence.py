"""The rule `missing-confidence`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import days

WEEK = 7


class MissingConfidence(AuditRule):
    """Flag a key result that does not say how likely it is.

    ## What it checks

    A week into its time, a key result under way has a `confidence`. What is achieved, dropped or
    over needs none.

    ## Why it matters

    The owner knows more than the number shows, and the confidence is where that is said. A week
    between 7/10 and 4/10 is news before the number moves. Source: Christina Wodtke, Radical Focus
    (2016), on confidence from 1 to 10.

    ## Problem

    ```yaml
    - {id: day7, baseline: 31, target: 45, current: 33}
    ```

    ## Remedy

    Write `confidence: 6/10`: the belief that it succeeds in time.
    """

    name = "missing-confidence"
    family = "rhythm"
    severity = Severity.ADVICE
    practices = (4,)

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each key result under way without a confidence."""
        for item in subject.under_way():
            passed = (subject.now - item.time.start).days
            silent = item.key_result.confidence is None
            if silent and passed >= WEEK:
                yield self.about(
                    item.key,
                    subject.place(item.key, "current"),
                    f"no confidence, {days(passed)} into its time",
                    "say how likely it is, for example `confidence: 6/10`",
                )
