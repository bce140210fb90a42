"""The rule `back-loaded-milestones`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import Kind
from okrcli.rules.base import LintInput, LintRule

FEWEST = 2


class BackLoadedMilestones(LintRule):
    """Flag milestones that are all due on the last day.

    ## What it checks

    Where a key result has several milestones with a `due`, one of them is due before its last day.

    ## Why it matters

    Milestones are there to show early that work falls behind. When all of them end together, the
    first news comes when it is too late. Source: Steve McConnell, Rapid Development (1996), on
    miniature milestones.

    ## Problem

    ```yaml
    - id: soc2
      title: Customers can trust us with card data
      milestones:
        - {title: Gap analysis signed off, due: 2026-12-31}
        - {title: Auditor's report received, due: 2026-12-31}
    ```

    ## Remedy

    Give each milestone the day on which it should be done, or leave `due` out.
    """

    name = "back-loaded-milestones"
    family = "measure"
    severity = Severity.WARNING
    practices = (2,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each key result whose milestones all end with it."""
        for source, objective, key_result in subject.workspace.key_results():
            cycle = subject.workspace.cycle(objective.cycle)
            if cycle is None or key_result.kind is not Kind.MILESTONES:
                continue
            last = key_result.time(cycle).last_day
            days = [milestone.due for milestone in key_result.milestones]
            if len(days) >= FEWEST and all(day is not None and day >= last for day in days):
                yield self.finding(
                    source.key("milestones"),
                    f"all of its milestones ({len(days)}) are due on the last day, {last}",
                    "give each the day on which it should be done",
                )
