"""The rule `unknown-kpi`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding
from okrcli.rules.base import FormRule, LintInput


class UnknownKpi(FormRule):
    """Flag a KPI that no file has.

    ## What it checks

    The `kpi` of each key result.

    ## Why it matters

    A KPI watches how things run, and a key result says how far it must move it: the link shows
    whether a goal reached in a quarter holds afterwards. Source: the format of this project
    (docs/format.md, section 3).

    ## Problem

    ```yaml
    # kpis.yaml knows `activation`
    - id: day7
      title: More new shops list a second product within a week
      kpi: activaton
    ```

    ## Remedy

    Correct the name, or add the KPI to a file with the key `kpis`.
    """

    name = "unknown-kpi"
    practices = (5,)

    def look(self, lint: LintInput) -> Iterator[Finding]:
        """Yield the names that are no KPI's."""
        documents = lint.workspace.kpi_documents
        known = sorted({kpi.id for document in documents for kpi in document.kpis})
        for source, _, key_result in lint.workspace.key_results():
            if key_result.kpi is not None and key_result.kpi not in known:
                place = (source.at("kpi"), key_result.kpi)
                yield self.unknown(place, "KPI", known, "add it to a file with the key `kpis`")
