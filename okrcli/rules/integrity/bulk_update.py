"""The rule `bulk-update`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding, Severity
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_steps import Said
from okrcli.rules.audit_words import told

if TYPE_CHECKING:
    from datetime import date

HALF = 0.5
FEWEST = 2


class BulkUpdate(AuditRule):
    """Flag a team that did most of its check-ins of a cycle on one day.

    ## What it checks

    After half of a cycle, no single day has over half of a team's check-ins in it. The commits that
    created key results do not count, and a single check-in makes no bulk.

    ## Why it matters

    Check-ins are there to act on while there is time. A pile of them before a review is a report.
    Source: Christina Wodtke, Radical Focus (2016), on the weekly rhythm.

    ## Problem

    ```yaml
    # all ten check-ins of a quarter in one commit of 15 December
    - {id: day7, baseline: 31, target: 45, current: 40, confidence: 0.8}
    ```

    ## Remedy

    Check in each week; where a week is too short, give the team its own `check_in_days`.
    """

    name = "bulk-update"
    family = "integrity"
    severity = Severity.ADVICE
    practices = (4,)

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each team and cycle with such a day; with a gap no share is known."""
        if subject.blind:
            return
        teams: dict[tuple[str, str], list[Said]] = defaultdict(list)
        for said in subject.check_ins():
            if said.before is not None and _half_over(said.cycle, subject):
                teams[said.key.team, said.key.cycle].append(said)
        for (team, cycle), everything in teams.items():
            most = _busiest(everything)
            if len(most) >= FEWEST and len(most) > HALF * len(everything):
                commit = most[-1].version.commit
                found = self.finding(
                    subject.file_of(most[0].key).at("team"),
                    f"{len(most)} of the {len(everything)} check-ins of '{team}' in {cycle} are of"
                    f" one day, {most[0].check_in.date} ({told(commit)})",
                    "check in each week, or give the team its own `check_in_days`",
                )
                yield found._replace(commit=commit.id)


def _half_over(cycle: Cycle, subject: AuditInput) -> bool:
    return cycle.period.elapsed(subject.now) > HALF


def _busiest(check_ins: Sequence[Said]) -> Sequence[Said]:
    """Give the check-ins of the day that has the most."""
    by_day: dict[date, list[Said]] = defaultdict(list)
    for said in check_ins:
        by_day[said.check_in.date].append(said)
    return max(by_day.values(), key=len)
