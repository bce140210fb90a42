"""The rule `undeclared-ambition`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.rules.base import LintInput, LintRule


class UndeclaredAmbition(LintRule):
    """Flag an objective that does not say whether it is a promise or a stretch.

    ## What it checks

    Each objective has `ambition: committed` or `ambition: aspirational`.

    ## Why it matters

    Seven tenths of a stretch are a success, and seven tenths of a promise are a broken one; others
    plan on it. Source: John Doerr, Measure What Matters (2018), on committed and aspirational
    goals.

    ## Problem

    ```yaml
    - id: first-minute
      title: New shops love us from the first minute
      owner: ana
    ```

    ## Remedy

    Add `ambition: committed` where others rely on it, else `ambition: aspirational`.
    """

    name = "undeclared-ambition"
    family = "clarity"
    severity = Severity.WARNING
    practices = (1,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each objective without a word on it; what was dropped is not judged."""
        for source, objective in subject.workspace.objectives():
            silent = objective.ambition is None and not subject.problems_at(source.at("ambition"))
            if silent and not objective.dropped:
                yield self.finding(
                    source.at("title"),
                    f"'{objective.id}' does not say how ambitious it is; it counts as committed",
                    "add `ambition: committed`, or `ambition: aspirational` for a stretch",
                )
