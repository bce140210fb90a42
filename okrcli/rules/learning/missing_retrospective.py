"""The rule `missing-retrospective`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.rules.audit_input import AuditInput, AuditRule


class MissingRetrospective(AuditRule):
    """Flag a team that has written down nothing about a cycle that is over.

    ## What it checks

    Once the closing window of a cycle is over (`closing_days` after the last day), one of the
    files of each team with objectives in it has a `retrospective`.

    ## Why it matters

    Who does not look back sets the next goals with the same mistakes. Source: Norman L. Kerth,
    Project Retrospectives (2001).

    ## Problem

    ```yaml
    # in 2027
    team: growth
    cycle: 2026-Q4
    objectives: [{id: first-minute, close: {decision: continue}}]
    ```

    ## Remedy

    Take an hour with the team, and keep what came out: `retrospective` with `went_well`,
    `went_badly` and `change_next`.
    """

    name = "missing-retrospective"
    family = "learning"
    severity = Severity.WARNING
    practices = (4, 6, 10)

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each team and cycle without one."""
        written = {
            (document.content.cycle, document.content.team)
            for document in subject.workspace.documents
            if document.content.retrospective is not None
        }
        over = {report.key[:2]: report for report in reversed(subject.reports)}
        for (cycle, team), report in over.items():
            if (cycle, team) not in written and subject.closed(report.cycle, subject.now):
                yield self.finding(
                    subject.file_of(report.key).at("cycle"),
                    f"{cycle} ended on {report.cycle.period.last_day}, and '{team}' has written"
                    " down nothing about it",
                    "add `retrospective` with `went_well`, `went_badly` and `change_next`",
                )
