"""The rule `business-as-usual`."""

from okrcli.analysis.wording.clauses import lead
from okrcli.analysis.wording.objective import is_business_as_usual
from okrcli.model.finding import Severity
from okrcli.rules.base import quoted
from okrcli.rules.words import About, Judged, Remark, WordRule


class BusinessAsUsual(WordRule):
    """Flag an objective that asks for what is so already.

    ## What it checks

    The title of an objective does not begin with maintain, continue, keep, sustain or support.

    ## Why it matters

    What a team does in any case needs no objective; it takes the place of one of the few changes
    that a cycle has room for. Source: Google's OKR playbook, in John Doerr, Measure What Matters
    (2018), on business-as-usual objectives.

    ## Problem

    ```yaml
    - id: support
      title: Continue to answer customers quickly
    ```

    ## Remedy

    Name what is to change: `One answer is all that a customer needs`. What must only stay healthy
    is a KPI, in `kpis.yaml`.
    """

    name = "business-as-usual"
    family = "clarity"
    severity = Severity.ADVICE
    practices = (1, 7)
    about = About.OBJECTIVE

    def judge(self, judged: Judged) -> Remark | None:
        """Say which word asks for no change."""
        if not is_business_as_usual(judged.title):
            return None
        word = judged.title.raw[lead(judged.title)]
        return Remark(
            f"{quoted(word)} asks for what is so already",
            "name what is to change; what must only stay healthy is a KPI",
        )
