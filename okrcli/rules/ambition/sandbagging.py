"""The rule `sandbagging`."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import SLACK
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_steps import Promise, Step, seen
from okrcli.rules.audit_words import percent, told

SURE = 0.9
TWO_WEEKS = timedelta(days=14)


class Sandbagging(AuditRule):
    """Flag a stretch that was near certain from the beginning.

    ## What it checks

    In the first two weeks of its time, no key result of an aspirational objective has a confidence
    above 0.9.

    ## Why it matters

    A stretch that everybody is sure of is none: it was set where it could not fail. Source: Google,
    re:Work, Set goals with OKRs (2016): the sweet spot of a stretch is 0.6 to 0.7.

    ## Problem

    ```yaml
    # on 2026-10-05
    ambition: aspirational
    key_results:
      - {id: ports, baseline: 8, target: 20, current: 8, confidence: 0.95}
    ```

    ## Remedy

    Set a target that is worth a stretch, or call it what it is: `ambition: committed`.
    """

    name = "sandbagging"
    family = "ambition"
    severity = Severity.WARNING
    practices = (1,)
    of_changes = True

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each key result that is there, for the first time that it was too sure."""
        for key, steps in groupby(subject.steps, key=lambda step: step.key):
            step = _first(list(steps), subject.now) if subject.is_written(key) else None
            if step is not None and step.after.key_result is not None:
                commit = step.commit(_hope)
                confidence = step.after.key_result.confidence or 0.0
                yield self.about(
                    key,
                    subject.place(key, "confidence"),
                    f"a stretch, and {percent(confidence)} sure of it in its first two weeks,"
                    f" {told(commit)}",
                    "set a target that is a stretch, or say `ambition: committed`",
                    commit=commit,
                )


def heard_by(subject: AuditInput, cycle: Cycle) -> date:
    """Give a day from which on the rule flags the same in a cycle, whatever the day."""
    starts = [
        step.after.key_result.time(cycle).start
        for step in subject.steps
        if step.cycle == cycle and step.after.key_result is not None
    ]
    return min(max(starts, default=cycle.start), date.max - TWO_WEEKS) + TWO_WEEKS


def _first(steps: Sequence[Step], now: date) -> Step | None:
    """Find the first step that left such a confidence for a day of the two weeks."""
    for step, following in zip(steps, (*steps[1:], None), strict=True):
        state, objective = step.after.key_result, step.after.objective
        if state is None or objective is None or not objective.aspirational:
            continue
        start = state.time(step.cycle).start
        day = max(_day(step), start)
        heard = day <= now and day < start + TWO_WEEKS
        if following is not None and _day(following) <= start:
            heard = False
        if heard and _is_new(step) and (state.confidence or 0.0) > SURE + SLACK:
            return step
    return None


def _day(step: Step) -> date:
    check_in = step.after.check_in
    return step.after.commit.dated if check_in is None else check_in.date


def _is_new(step: Step) -> bool:
    return step.before is None or seen(step.before, _hope) != seen(step.after, _hope)


def _hope(promise: Promise) -> object:
    return promise.key_result.confidence, promise.objective.aspirational
