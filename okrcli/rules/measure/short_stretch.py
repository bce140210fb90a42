"""The rule `short-stretch`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import KeyResult
from okrcli.rules.base import LintInput, LintRule


class ShortStretch(LintRule):
    """Flag a stretch that is not beyond the target.

    ## What it checks

    `stretch` lies further from `baseline` than `target` does, on the same side.

    ## Why it matters

    A stretch is what would be better than success. One that comes before the target says that
    somebody has mixed the two up, and nobody can know which number was promised. Source: Google
    re:Work, Set goals with OKRs, on stretch goals.

    ## Problem

    ```yaml
    - id: day7
      title: More new shops list a second product within a week
      baseline: 31
      target: 45
      stretch: 40
    ```

    ## Remedy

    Set the stretch beyond the target, or exchange the two.
    """

    name = "short-stretch"
    family = "measure"
    severity = Severity.ERROR
    practices = (2,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each stretch that reaching the target also reaches."""
        for source, _, key_result in subject.workspace.key_results():
            if _is_short(key_result):
                stretch, target = key_result.stretch, key_result.target
                yield self.finding(
                    source.at("stretch"),
                    f"the stretch {stretch:g} is not beyond the target {target:g}",
                    _remedy(key_result),
                )


def _remedy(key_result: KeyResult) -> str:
    if not key_result.measured:
        return "a stretch goes further than the target, or is left out"
    below = (key_result.target or 0) < (key_result.baseline or 0)
    return f"a stretch {'below' if below else 'above'} {key_result.target:g} would go further"


def _is_short(key_result: KeyResult) -> bool:
    """Compare the ways; where the baseline is unknown, only equal numbers are wrong."""
    stretch, target, baseline = key_result.stretch, key_result.target, key_result.baseline
    if stretch is None or target is None:
        return False
    if baseline is None or target == baseline:
        return stretch == target
    return stretch <= target if target > baseline else stretch >= target
