"""The rule `milestones-only`."""

from collections.abc import Iterator

from okrcli.analysis.limits import counted_key_results
from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import Kind
from okrcli.rules.base import LintInput, LintRule

STEPS = {Kind.MILESTONES, Kind.BINARY}


class MilestonesOnly(LintRule):
    """Flag an objective that is proved by finished steps alone.

    ## What it checks

    At least one key result of an objective measures something: a metric or a bound.

    ## Why it matters

    Steps show that work was done, not that it helped. A plan can be finished to the last point
    while its objective is as far away as before. Source: Marty Cagan, Empowered (2020), on outcome
    over output.

    ## Problem

    ```yaml
    - id: first-minute
      title: New shops love us from the first minute
      key_results:
        - id: wizard
          title: The second-product wizard is live
          done: false
    ```

    ## Remedy

    Add the number that should move once the steps are done.
    """

    name = "milestones-only"
    family = "measure"
    severity = Severity.WARNING
    practices = (2,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each objective without a number; what was dropped neither counts nor is judged."""
        for source, objective in subject.workspace.objectives():
            kinds = {objective.key_results[at].kind for at in counted_key_results(objective)}
            if kinds and kinds <= STEPS and not objective.dropped:
                yield self.finding(
                    source.at("title"),
                    f"'{objective.id}' has only steps as key results: a plan, not proof",
                    "add the number that should move once the steps are done",
                )
