"""The rule `unclosed-objective`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.rules.audit_input import AuditInput, AuditRule


class UnclosedObjective(AuditRule):
    """Flag an objective that was never closed.

    ## What it checks

    Once the closing window of its cycle is over (`closing_days` after the last day), an objective
    has a `close`.

    ## Why it matters

    An end without a word teaches nothing, and nobody knows whether the goal goes on. Source: John
    Doerr, Measure What Matters (2018), chapter 10, on the wrap-up: score, assess, reflect.

    ## Problem

    ```yaml
    # in 2027, a cycle of 2026 and no close
    - id: first-minute
      title: New shops love us from the first minute
    ```

    ## Remedy

    Decide: `close: {decision: achieved}`, or `continue`, `change`, `defer`, `drop`, with a `why`.
    """

    name = "unclosed-objective"
    family = "learning"
    severity = Severity.WARNING
    practices = (4, 6, 10)

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each objective that is over and not closed."""
        for report in subject.reports:
            if report.objective.close is None and subject.closed(report.cycle, subject.now):
                yield self.about(
                    report.key,
                    subject.place(report.key, "id"),
                    f"{report.cycle.name} ended on {report.cycle.period.last_day}, and"
                    f" '{report.key.objective}' was never closed",
                    "add `close: {decision: ..., why: ...}`",
                )
