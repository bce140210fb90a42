"""The rule `backdated-check-in`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_steps import Said
from okrcli.rules.audit_words import days, told
from okrcli.rules.check_in_days import others, together


class BackdatedCheckIn(AuditRule):
    """Flag a check-in that says it was made well before it was written.

    ## What it checks

    Where a commit sets `updated`, that day is at most `grace_days` before the commit's author date.
    On a merge that is the commit that it brought.

    ## Why it matters

    A number that is written weeks later under an old date makes a silent team look steady, and
    nobody could act on it then. Source: U.S. Food and Drug Administration, Data Integrity and
    Compliance With Drug CGMP (2018): records are made at the time of the work.

    ## Problem

    ```yaml
    # committed on 2026-11-20
    - {id: day7, baseline: 31, target: 45, current: 36, updated: 2026-10-30}
    ```

    ## Remedy

    Check in when the number is measured. What came late keeps its true day in `note`, and `updated`
    is the day on which it was written down.
    """

    name = "backdated-check-in"
    family = "integrity"
    severity = Severity.WARNING
    practices = (4,)
    of_changes = True

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each commit and team with such check-ins."""
        most = subject.settings.check_ins.grace_days
        found = (said for said in subject.check_ins() if _days_late(said, subject) > most)
        for group in together(found):
            first = group[0]
            state = first.check_in.state
            yield self.about(
                first.key,
                subject.place(first.key, "updated"),
                f"`updated` was set to {state.updated}{others(group)}"
                f" {days(_days_late(first, subject))} later, {told(first.version.commit)}",
                "check in when it is measured; `updated` is the day on which it was written",
                commit=first.version.commit,
                related=[subject.place(said.key, "updated") for said in group[1:]],
            )


def _days_late(said: Said, subject: AuditInput) -> int:
    """Count the days from the `updated` that a check-in set to the day of its writing."""
    was = None if said.before is None else said.before.key_result
    updated = said.check_in.state.updated
    if updated is None or (was is not None and was.updated == updated):
        return 0
    return (subject.said_on(said) - updated).days
