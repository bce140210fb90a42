"""The rule `too-few-key-results`."""

from collections.abc import Iterator

from okrcli.analysis.limits import counted_key_results
from okrcli.model.finding import Finding, Severity
from okrcli.rules.base import LintInput, LintRule


class TooFewKeyResults(LintRule):
    """Flag an objective with fewer key results than the limit.

    ## What it checks

    The key results of each objective against the lower number of `key_results_per_objective`
    (okr.toml, `[limits]`). Drafts and what was dropped or deferred do not count; no key result at
    all is an error of form.

    ## Why it matters

    A single number can be reached by spoiling what it leaves out; a second one watches its back.
    Source: Andrew S. Grove, High Output Management (1983), on pairing indicators.

    ## Problem

    ```yaml
    - id: first-minute
      title: New shops love us from the first minute
      key_results:
        - {id: signups, title: Shops that sign up, unit: a week, baseline: 80, target: 120}
    ```

    ## Remedy

    Add a key result that shows the objective from another side, often its quality.
    """

    name = "too-few-key-results"
    family = "focus"
    severity = Severity.WARNING
    practices = (7,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each objective with too few."""
        fewest, _ = subject.workspace.settings.limits.key_results_per_objective
        for source, objective in subject.live_objectives():
            count = len(counted_key_results(objective))
            if 0 < count < fewest:
                yield self.finding(
                    source.key("key_results"),
                    f"'{objective.id}' has {count} of at least {fewest} key results",
                    "add one that shows the objective from another side",
                )
