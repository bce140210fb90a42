"""The rule `disordered-clock`."""

from collections.abc import Iterator
from itertools import pairwise

from okrcli.model.finding import Finding, Severity
from okrcli.model.source import Source
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import days, told

DAY = 24 * 60 * 60


class DisorderedClock(AuditRule):
    """Flag a commit that is dated well before the one that it follows.

    ## What it checks

    Along the line of history, no committer date is more than a day before that of the commit
    before it.

    ## Why it matters

    okr counts such a commit as of the day of the latest one before it: `--at`, and what was before
    a cycle, go by that. One clock that runs ahead moves all that follows. Source: Leslie Lamport,
    Time, Clocks, and the Ordering of Events in a Distributed System, Communications of the ACM 21
    (1978).

    ## Problem

    ```yaml
    # committed on a machine that believes it is 2025
    - {id: day7, baseline: 31, target: 45, current: 36}
    ```

    ## Remedy

    Set the clock of that machine, or of the bot that made the commit. The past stays as it is.
    """

    name = "disordered-clock"
    family = "integrity"
    severity = Severity.ADVICE
    of_changes = True

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each commit with such a date."""
        for before, after in pairwise(subject.story.commits):
            back = before.committed - after.committed
            if back > DAY and subject.holds(after.commit):
                found = self.finding(
                    Source(subject.settings.okrs),
                    f"a commit is dated {days(back // DAY)} before the one that it follows;"
                    f" it counts as made {told(after.commit)}",
                    "set the clock of that machine",
                )
                yield found._replace(commit=after.commit.id)
