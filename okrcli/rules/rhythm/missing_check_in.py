"""The rule `missing-check-in`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import days


class MissingCheckIn(AuditRule):
    """Flag a key result that nobody has checked in, though its time has begun.

    ## What it checks

    Within `every_days` and `grace_days` of its start (for a team with its own rhythm,
    `check_in_days` and `grace_days`), each key result has a first check-in. Days in `pauses` do not
    count.

    ## Why it matters

    A goal that is written down and never looked at was a wish. The first check-in also shows
    whether the number can be had at all. Source: Christina Wodtke, Radical Focus (2016), on the
    weekly rhythm.

    ## Problem

    ```yaml
    # on 2026-11-22, in a cycle that began on 2026-10-01
    - {id: answer-time, baseline: 60, target: 25}
    ```

    ## Remedy

    Write `current` and `confidence`. Where the number cannot be had yet, `baseline: unknown` and a
    `note` say so.
    """

    name = "missing-check-in"
    family = "rhythm"
    severity = Severity.WARNING
    practices = (4,)

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each key result without any check-in."""
        for _, item in subject.key_results():
            if item.stale and item.last_check_in is None:
                passed = subject.settings.check_ins.days_between(item.time.start, subject.now)
                yield self.about(
                    item.key,
                    subject.place(item.key, "id"),
                    f"no check-in yet, {days(passed)} into its time",
                    "write `current` and `confidence`, and `note` what is in the way",
                )
