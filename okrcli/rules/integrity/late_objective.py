"""The rule `late-objective`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import days, told
from okrcli.rules.births import LATEST_DAYS, objective_births


class LateObjective(AuditRule):
    """Flag an objective that was written when much of its cycle was over.

    ## What it checks

    An objective is in a file within the first 14 days of its cycle. What stands in the first commit
    of the whole history may be older than that, and is not flagged; a draft is written when it is
    published.

    ## Why it matters

    A goal that is set when the outcome can be guessed is a report. It also had no time to be
    aligned with others. Source: John Doerr, Measure What Matters (2018), resource 2, a typical OKR
    cycle.

    ## Problem

    ```yaml
    # first committed on 2026-11-20
    team: growth
    cycle: 2026-Q4
    objectives: [{id: first-minute}]
    ```

    ## Remedy

    Put it into the next cycle, or into one that fits: a named cycle in okr.toml, or a month. Where
    it only got a new id, `formerly` names the old one.
    """

    name = "late-objective"
    family = "integrity"
    severity = Severity.WARNING
    practices = (4,)
    of_changes = True

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each objective that is there and came late."""
        for key, birth in objective_births(subject).items():
            passed = (birth.commit.dated - birth.cycle.start).days
            if passed > LATEST_DAYS and birth.seen and subject.is_written(key):
                yield self.about(
                    key,
                    subject.place(key, "id"),
                    f"'{key.objective}' was added {days(passed)} into {key.cycle}"
                    f" {told(birth.commit)}",
                    "put it into the next cycle; a new id says `formerly`",
                    commit=birth.commit,
                )
