"""The rule `unmeasured-baseline`."""

from collections.abc import Iterator

from okrcli.analysis.progress.report import Status
from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import Kind
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import days

MOST_DAYS = 21


class UnmeasuredBaseline(AuditRule):
    """Flag a baseline that is still unknown when work should long be under way.

    ## What it checks

    `baseline: unknown` is a number within 21 days of the key result's start.

    ## Why it matters

    Without a baseline there is no progress: the key result counts in no mean, and nobody can say
    whether the target is near or far. Source: Douglas W. Hubbard, How to Measure Anything (2007),
    on measuring before deciding.

    ## Problem

    ```yaml
    # on 2026-11-22, in a cycle that began on 2026-10-01
    - {id: nps, title: More shops recommend us, baseline: unknown, target: 50}
    ```

    ## Remedy

    Measure it, if only roughly, and write the number. What cannot be measured is better replaced by
    something that can.
    """

    name = "unmeasured-baseline"
    family = "rhythm"
    severity = Severity.WARNING
    practices = (2,)

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each metric without a baseline."""
        for _, item in subject.key_results():
            passed = (subject.now - item.time.start).days
            unknown = item.key_result.kind is Kind.METRIC and item.key_result.baseline is None
            if unknown and passed > MOST_DAYS and item.status is not Status.DROPPED:
                yield self.about(
                    item.key,
                    subject.place(item.key, "baseline"),
                    f"the baseline is still unknown, {days(passed)} into its time",
                    "measure it, if only roughly, and write the number",
                )
