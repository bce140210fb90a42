"""The rule `date-outside-cycle`."""

from collections.abc import Iterator
from datetime import date

from okrcli.model.cycle import Cycle, Period
from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import KeyResult
from okrcli.model.source import Source
from okrcli.rules.base import LintInput, LintRule


class DateOutsideCycle(LintRule):
    """Flag a day of a key result that its cycle does not have, or that comes in the wrong order.

    ## What it checks

    `starts` and `due` lie in the cycle, `starts` not after `due`; the points of a `plan` lie
    between the two, each later than the one before.

    ## Why it matters

    What is expected by now goes by these days. A key result that ends after its cycle is closed
    before it is done, and a plan's point out of its time is never expected. Source: Andrew S.
    Grove, High Output Management (1983): a goal answers where one goes, a key result also by when.

    ## Problem

    ```yaml
    team: growth
    cycle: 2026-Q4
    objectives:
      - id: first-minute
        key_results:
          - id: day7
            due: 2027-01-31
    ```

    ## Remedy

    Move the day into the cycle, or the key result into the cycle in which it ends.
    """

    name = "date-outside-cycle"
    family = "measure"
    severity = Severity.ERROR
    practices = (2,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each wrong day; a plan is only looked at where its key result's time is right."""
        for source, objective, key_result in subject.workspace.key_results():
            cycle = subject.workspace.cycle(objective.cycle)
            if cycle is not None:
                found = list(self._time(source, key_result, cycle))
                yield from found or self._plan(source, key_result, key_result.time(cycle))

    def _time(self, source: Source, key_result: KeyResult, cycle: Cycle) -> Iterator[Finding]:
        starts, due = key_result.starts, key_result.due
        days = _shown(cycle.period)
        for field, day in (("starts", starts), ("due", due)):
            if day is not None and not cycle.period.holds(day):
                message = f"{field} {day} is {_side(day, cycle.period)} the cycle {cycle.name}"
                yield self.finding(source.at(field), message, f"{cycle.name} is {days}")
        if starts is not None and due is not None and starts > due:
            message = f"due {due} is before starts {starts}"
            yield self.finding(source.at("due"), message, "exchange the two days")

    def _plan(self, source: Source, key_result: KeyResult, time: Period) -> Iterator[Finding]:
        before: date | None = None
        for index, point in enumerate(key_result.plan):
            place = source.at("plan", index, "by")
            if not time.holds(point.by):
                message = f"the plan's {point.by} is {_side(point.by, time)} the key result's time"
                yield self.finding(place, message, f"its time is {_shown(time)}")
            elif before is not None and point.by <= before:
                message = f"the plan's {point.by} does not come after {before}"
                yield self.finding(place, message, "list the points by their days, each day once")
            before = point.by


def _side(day: date, period: Period) -> str:
    return "before" if day < period.start else "after"


def _shown(period: Period) -> str:
    return f"{period.start} to {period.last_day}"
