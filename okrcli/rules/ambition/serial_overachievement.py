"""The rule `serial-overachievement`."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.progress.report import KeyResultReport, Status
from okrcli.analysis.progress.summary import all_cycles
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import SLACK
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import listed

ALIKE = 1.2  # months, quarters and halves differ in length by less, and from one another by more


class SerialOverachievement(AuditRule):
    """Flag a team that reached everything in two cycles running.

    ## What it checks

    A team's measured key results of a cycle that is over and of the one before it (of the same
    length): at least one of them all is below 1.0. What was dropped does not count.

    ## Why it matters

    Full marks once are a success. Full marks always are a sign that the marks are too low.
    Source: Google, re:Work, Set goals with OKRs (2016): who always attains everything has to think
    bigger.

    ## Problem

    ```yaml
    # 2026-Q3 and 2026-Q4, every key result
    - {id: talks, baseline: 0, target: 10, current: 12}
    ```

    ## Remedy

    Ask in the retrospective what the team would try if it could fail, and make one objective of
    the next cycle aspirational.
    """

    name = "serial-overachievement"
    family = "ambition"
    severity = Severity.ADVICE
    practices = (1,)

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each team once for each cycle that ended so."""
        for cycle in subject.cycles:
            before = _before(cycle, all_cycles(subject.goals))
            if before is None or subject.now < cycle.end:
                continue
            for team in dict.fromkeys(report.key.team for report in subject.reports_of(cycle)):
                both = [_of(team, each, subject) for each in (before, cycle)]
                if all(map(_all_reached, both)):
                    yield self.finding(
                        subject.file_of(both[1][0].key).at("team"),
                        f"'{team}' reached everything in {listed([before.name, cycle.name])}",
                        "make an objective of the next cycle aspirational",
                    )


def _before(cycle: Cycle, cycles: Sequence[Cycle]) -> Cycle | None:
    """Find the cycle of the same length that ended when one began."""
    alike = (other for other in cycles if other.end == cycle.start)
    days = cycle.period.days
    return next(
        (
            other
            for other in alike
            if max(days, other.period.days) < ALIKE * min(days, other.period.days)
        ),
        None,
    )


def _of(team: str, cycle: Cycle, subject: AuditInput) -> Sequence[KeyResultReport]:
    return [
        item
        for report in subject.reports_of(cycle)
        if report.key.team == team
        for item in report.key_results
        if item.progress is not None and item.status is not Status.DROPPED
    ]


def _all_reached(items: Sequence[KeyResultReport]) -> bool:
    return bool(items) and all((item.progress or 0.0) >= 1 - SLACK for item in items)
