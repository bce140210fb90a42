"""The rule `future-date`."""

from collections.abc import Iterator
from datetime import date

from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import KeyResult
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_steps import Said
from okrcli.rules.audit_words import told
from okrcli.rules.check_in_days import others, together

Day = tuple[str, str, date]


class FutureDate(AuditRule):
    """Flag a day that had not come when it was written.

    ## What it checks

    Where a commit sets `updated` or `done` (a milestone's too) to a day, it is at most one day
    after the commit's author date: the world has more than one time zone.

    ## Why it matters

    What is done tomorrow is a plan, and `due` is its field. A check-in from the future also hides
    silence until then. Source: U.S. Food and Drug Administration, Data Integrity and Compliance
    With Drug CGMP (2018): records are made at the time of the work.

    ## Problem

    ```yaml
    # committed on 2026-11-20
    - {id: gap, title: Gap analysis signed off, done: 2026-12-01}
    ```

    ## Remedy

    Write the day on which it was measured or done; what is planned is `due`.
    """

    name = "future-date"
    family = "integrity"
    severity = Severity.WARNING
    practices = (4,)
    of_changes = True

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each commit and team with such days."""
        for group in together(said for said in subject.check_ins() if _ahead(said, subject)):
            first = group[0]
            field, name, day = _ahead(first, subject)[0]
            what = f"`{field}` of '{name}'" if name else f"`{field}`"
            yield self.about(
                first.key,
                subject.place(first.key, "milestones" if name else field),
                f"{what} was set to {day}{others(group)}, which had not come yet,"
                f" {told(first.version.commit)}",
                "write the day on which it was measured or done; what is planned is `due`",
                commit=first.version.commit,
                related=[subject.place(said.key, "id") for said in group[1:]],
            )


def _ahead(said: Said, subject: AuditInput) -> list[Day]:
    """List the days that a check-in set and that had not come by the day after its writing."""
    before = None if said.before is None else said.before.key_result
    was = [] if before is None else list(_days(before))
    return [
        each
        for each in _days(said.check_in.state)
        if each not in was and (each[2] - subject.said_on(said)).days > 1
    ]


def _days(state: KeyResult) -> Iterator[Day]:
    """Yield the days that a key result names: the field, the milestone, the day."""
    if state.updated is not None:
        yield "updated", "", state.updated
    if isinstance(state.done, date):
        yield "done", "", state.done
    for step in state.milestones:
        if isinstance(step.done, date):
            yield "done", step.title, step.done
