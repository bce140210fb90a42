"""The rule `too-many-key-results`."""

from collections.abc import Iterator

from okrcli.analysis.limits import counted_key_results
from okrcli.model.finding import Finding, Severity
from okrcli.rules.base import LintInput, LintRule


class TooManyKeyResults(LintRule):
    """Flag an objective with more key results than the limit.

    ## What it checks

    The key results of each objective against the upper number of `key_results_per_objective`
    (okr.toml, `[limits]`). Drafts and what was dropped or deferred do not count.

    ## Why it matters

    A long list is a list of tasks, and the numbers that decide are lost in it. Source: John Doerr,
    Measure What Matters (2018): five key results at most.

    ## Problem

    ```yaml
    # okr.toml: key_results_per_objective = [2, 5]
    - id: first-minute
      title: New shops love us from the first minute
      key_results: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}]
    ```

    ## Remedy

    Keep those that prove the objective. Work goes under `initiatives`, and what must merely stay
    healthy is a KPI.
    """

    name = "too-many-key-results"
    family = "focus"
    severity = Severity.WARNING
    practices = (7,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield the first key result beyond the limit of each objective."""
        _, most = subject.workspace.settings.limits.key_results_per_objective
        for source, objective in subject.live_objectives():
            counted = counted_key_results(objective)
            if len(counted) > most:
                yield self.finding(
                    source.at("key_results", counted[most], "id"),
                    f"'{objective.id}' has {len(counted)} key results, more than {most}",
                    "keep those that prove it; work is an initiative, health is a KPI",
                )
