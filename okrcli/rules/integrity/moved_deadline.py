"""The rule `moved-deadline`."""

from okrcli.analysis.story.goalposts import Goalpost, Move
from okrcli.model.cycle import Cycle
from okrcli.rules.audit_words import written
from okrcli.rules.moved_goalpost import GoalpostRule


class MovedDeadline(GoalpostRule):
    """Flag a day that was moved after the start, without a word.

    ## What it checks

    From the first day of its cycle on, `starts`, `due` and the `due` of a milestone stay what they
    are, or have an entry in `revised` that names the field (for a milestone, `milestones`). A
    milestone that had no `due` may get one.

    ## Why it matters

    What is expected by now goes by these days: whoever moves them is on track again. Source: Roger
    Buehler, Dale Griffin and Michael Ross, Exploring the Planning Fallacy, Journal of Personality
    and Social Psychology 67 (1994).

    ## Problem

    ```yaml
    # was 2026-11-15 when the cycle began
    - {id: day7, baseline: 31, target: 45, due: 2026-12-18}
    ```

    ## Remedy

    Say it: `revised: [{on: 2026-11-14, field: due, was: 2026-11-15, now: 2026-12-18, why: ...}]`.
    """

    name = "moved-deadline"
    moves = frozenset((Move.RESCHEDULED,))
    verb = "moved"

    def counts(self, goalpost: Goalpost) -> bool:
        """Tell whether a deadline moved: a plan is none, and neither is a first one."""
        if goalpost.item is not None and goalpost.was is None:
            return False
        return goalpost.kind in self.moves and goalpost.field != "plan"

    def value(self, value: object, goalpost: Goalpost, cycle: Cycle) -> str:
        """Write a day; where a key result leaves it out, it is the cycle's."""
        if value is None and goalpost.item is None:
            value = cycle.start if goalpost.field == "starts" else cycle.period.last_day
        return "no day" if value is None else written(value)
