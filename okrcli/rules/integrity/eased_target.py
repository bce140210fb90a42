"""The rule `eased-target`."""

from okrcli.analysis.story.goalposts import Move
from okrcli.rules.moved_goalpost import GoalpostRule


class EasedTarget(GoalpostRule):
    """Flag a target that came nearer after the start, without a word.

    ## What it checks

    From the first day of its cycle on, a `target` that comes nearer to its baseline, or a bound or
    `kept` that is loosened, has an entry in `revised` that names it.

    ## Why it matters

    Easing a goal is often right, and hiding it never is: the score goes up, and nothing else. A
    goal that sinks with the results pulls them down further. Source: Donella H. Meadows, Thinking
    in Systems (2008), chapter 5, on drift to low performance.

    ## Problem

    ```yaml
    # was 50 when the cycle began
    - {id: day7, baseline: 31, target: 45}
    ```

    ## Remedy

    Say it: `revised: [{on: 2026-11-05, field: target, was: 50, now: 45, why: ...}]`, or put the old
    target back.
    """

    name = "eased-target"
    moves = frozenset((Move.EASED,))
    verb = "eased"
