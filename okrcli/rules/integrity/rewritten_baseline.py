"""The rule `rewritten-baseline`."""

from okrcli.analysis.story.goalposts import Move
from okrcli.rules.moved_goalpost import GoalpostRule


class RewrittenBaseline(GoalpostRule):
    """Flag a baseline that became another one after the start, without a word.

    ## What it checks

    From the first day of its cycle on, a `baseline` that was a number stays that number, or has an
    entry in `revised` that names it. One that was `unknown` may become known.

    ## Why it matters

    Progress is the way from the baseline. Move it, and half of the way is done without a step.
    Source: Darrell Huff, How to Lie with Statistics (1954), on the shifting base.

    ## Problem

    ```yaml
    # was 31 when the cycle began
    - {id: day7, baseline: 25, target: 45, current: 36}
    ```

    ## Remedy

    Say what was measured wrong: `revised: [{field: baseline, was: 31, now: 25, why: ...}]`, or put
    the old one back.
    """

    name = "rewritten-baseline"
    moves = frozenset((Move.REBASED,))
    verb = "rewritten"
