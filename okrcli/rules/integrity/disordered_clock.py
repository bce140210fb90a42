"""The rule `disordered-clock`."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from okrcli.model.finding import Finding, Severity
from okrcli.model.source import Source
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import days, told

if TYPE_CHECKING:
    from okrcli.model.series import CommitRef

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
        """Yield each author with such commits, for it is one clock; the first commit is named."""
        back: dict[str | None, list[tuple[int, CommitRef]]] = defaultdict(list)
        for before, after in pairwise(subject.story.commits):
            seconds = before.committed - after.committed
            if seconds > DAY and subject.holds(after.commit):
                back[after.commit.author].append((seconds // DAY, after.commit))
        for (passed, commit), *more in back.values():
            also = f", and so are {len(more)} more of the same author" if more else ""
            found = self.finding(
                Source(subject.settings.okrs),
                f"a commit is dated {days(passed)} before the one that it follows{also};"
                f" it counts as made {told(commit)}",
                "set the clock of that machine",
            )
            yield found._replace(commit=commit.id)
