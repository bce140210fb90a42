"""The rule `zero-distance`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import Kind
from okrcli.rules.base import LintInput, LintRule


class ZeroDistance(LintRule):
    """Flag a metric whose target is its baseline.

    ## What it checks

    `target` differs from `baseline`.

    ## Why it matters

    Progress is the way from the baseline to the target; where there is no way, nothing can be
    measured. Something that must stay as it is has a bound, not a target. Source: the formula of
    this project (docs/numbers.md), and John Doerr, Measure What Matters (2018): no number, no key
    result.

    ## Problem

    ```yaml
    - id: uptime
      title: Checkout stays available
      baseline: 99.95
      target: 99.95
    ```

    ## Remedy

    Set a target beyond the baseline, or keep the level with `at_least: 99.95`.
    """

    name = "zero-distance"
    family = "measure"
    severity = Severity.ERROR
    practices = (2,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each metric that is to stay where it is."""
        for source, _, key_result in subject.workspace.key_results():
            target = key_result.target
            if (
                key_result.kind is Kind.METRIC
                and target is not None
                and target == key_result.baseline
            ):
                yield self.finding(
                    source.at("target"),
                    f"target and baseline are both {target:g}, so there is nothing to reach",
                    f"set another target, or hold the level with `at_least: {target:g}`",
                )
