"""The rule `missing-unit`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import Kind
from okrcli.rules.base import LintInput, LintRule


class MissingUnit(LintRule):
    """Flag a metric whose numbers have no unit.

    ## What it checks

    A key result with a target has a `unit`.

    ## Why it matters

    "From 31 to 45" is percent to its owner and shops to everybody else. Source: George T. Doran,
    There's a S.M.A.R.T. Way to Write Management's Goals and Objectives (1981), on measurable.

    ## Problem

    ```yaml
    - id: day7
      title: More new shops list a second product within a week
      baseline: 31
      target: 45
    ```

    ## Remedy

    Say what is counted: `unit: "%"`, `unit: hours`, `unit: per 1,000 rides`.
    """

    name = "missing-unit"
    family = "measure"
    severity = Severity.ADVICE
    practices = (2,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each metric without a unit."""
        for source, _, key_result in subject.workspace.key_results():
            metric = key_result.kind is Kind.METRIC and key_result.target is not None
            if metric and key_result.unit is None and not subject.problems_at(source.at("unit")):
                yield self.finding(
                    source.at("target"),
                    f"the numbers of '{key_result.id}' have no unit",
                    'say what is counted, for example `unit: "%"`',
                )
