"""The rule `unexplained-miss`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import SLACK
from okrcli.rules.base import LintInput, LintRule
from okrcli.rules.closing import endings, unexplained


class UnexplainedMiss(LintRule):
    """Flag a missed promise that is not explained.

    ## What it checks

    Where a committed objective, or a key result of one, is closed below 1.0, its `close` has a
    `why`, whatever the decision. What counts is the score, else the progress by the last values; a
    bound counts as kept or not. What is not measured is left out, and an objective without
    `ambition` counts as committed.

    ## Why it matters

    Others relied on it. A missed promise asks for an explanation, since it shows a mistake in the
    planning or in the doing. Source: Google re:Work, Set goals with OKRs, on committed objectives
    that are expected to reach 1.0.

    ## Problem

    ```yaml
    - id: first-minute
      ambition: committed
      key_results:
        - {id: day7, baseline: 31, target: 45, current: 36.5}
      close: {decision: continue}
    ```

    ## Remedy

    Add what stood in the way: `close: {decision: continue, why: The readout came too late.}`.
    """

    name = "unexplained-miss"
    family = "learning"
    severity = Severity.WARNING
    practices = (6,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each end of a promise below what was promised."""
        for ending in endings(subject):
            final = ending.final
            if final is None or final >= 1 - SLACK or ending.objective.aspirational:
                continue
            if unexplained(subject, ending):
                declared = ending.objective.ambition is not None
                promised = "was committed" if declared else "counts as committed"
                yield self.finding(
                    ending.source.at("decision"),
                    f"'{ending.name}' {promised} and ended at {int(final * 100 + SLACK)}%,"
                    " and nothing says why",
                    "add `why` beside the decision: what stood in the way",
                )
