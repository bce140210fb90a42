"""The rule `inverted-bound`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.model.source import Source
from okrcli.rules.base import LintInput, LintRule

Bound = tuple[Source, float | None, float | None]


class InvertedBound(LintRule):
    """Flag a band that no value can be in.

    ## What it checks

    `at_least` is not above `at_most`, in key results and in KPIs.

    ## Why it matters

    No value can keep such a bound, so that the key result fails whatever happens. Source: the
    definition of a kept bound in this project (docs/numbers.md).

    ## Problem

    ```yaml
    - id: pressure
      title: Tyre pressure on the street
      at_least: 4.5
      at_most: 3.5
    ```

    ## Remedy

    Exchange the two numbers.
    """

    name = "inverted-bound"
    family = "measure"
    severity = Severity.ERROR
    practices = (2,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each band whose lower end is above its upper end."""
        for source, low, high in _bounds(subject):
            if low is not None and high is not None and low > high:
                yield self.finding(
                    source.at("at_least"),
                    f"at_least {low:g} is above at_most {high:g}, so no value can keep the bound",
                    f"did you mean `at_least: {high:g}` and `at_most: {low:g}`?",
                )


def _bounds(lint: LintInput) -> Iterator[Bound]:
    for source, _, key_result in lint.workspace.key_results():
        yield source, key_result.at_least, key_result.at_most
    for document in lint.workspace.kpi_documents:
        for index, kpi in enumerate(document.kpis):
            yield document.source.at("kpis", index), kpi.at_least, kpi.at_most
