"""The rule `kpi-out-of-bounds`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.model.organization import Kpi
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import written


class KpiOutOfBounds(AuditRule):
    """Flag a KPI that is not within its bound.

    ## What it checks

    The `current` of each KPI against its `at_least` and `at_most`; the bound itself is fine.

    ## Why it matters

    A KPI says what must stay healthy while key results move other things. Outside its bound it may
    matter more than any of them. Source: Christina Wodtke, Radical Focus (2016), on health metrics.

    ## Problem

    ```yaml
    kpis:
      - {id: churn, title: Shops that leave in a month, unit: "%", at_most: 1.2, current: 1.9}
    ```

    ## Remedy

    Bring it back, as a key result if it takes a cycle; a bound that is wrong is changed.
    """

    name = "kpi-out-of-bounds"
    family = "rhythm"
    severity = Severity.ADVICE

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each KPI outside its bound."""
        for document in subject.workspace.kpi_documents:
            for index, kpi in enumerate(document.kpis):
                bound = _crossed(kpi)
                if bound is not None:
                    yield self.finding(
                        document.source.at("kpis", index, "current"),
                        f"'{kpi.id}' is at {written(kpi.current)}, and should be {bound}",
                        "bring it back, as a key result if it takes a cycle",
                    )


def _crossed(kpi: Kpi) -> str | None:
    """Name the bound that a KPI does not keep."""
    bound = None if kpi.current is None else kpi.crossed(kpi.current)
    if kpi.current is None or bound is None:
        return None
    return f"{'at least' if kpi.current < bound else 'at most'} {written(bound)}"
