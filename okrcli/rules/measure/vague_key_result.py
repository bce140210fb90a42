"""The rule `vague-key-result`."""

from okrcli.analysis.wording.clauses import lead
from okrcli.analysis.wording.key_result import Fault, judge
from okrcli.analysis.wording.title import Title
from okrcli.model.finding import Severity
from okrcli.rules.base import quoted
from okrcli.rules.words import About, Judged, Remark, WordRule


class VagueKeyResult(WordRule):
    """Flag a key result that does not say how much.

    ## What it checks

    A key result that is to improve, grow or shrink something has a number that says how far, in
    its fields or in its title. A number in words (`double`, `in half`, `every`) is one.

    ## Why it matters

    Without a number, whether it was reached is a matter of opinion, and of who is asked.
    Source: John Doerr, Measure What Matters (2018): no number, no key result.

    ## Problem

    ```yaml
    - id: onboarding
      title: Improve onboarding
      done: false
    ```

    ## Remedy

    Say what is counted, and from where to where: `New shops that list a second product within a
    week`, with `baseline: 31` and `target: 45`.
    """

    name = "vague-key-result"
    family = "measure"
    severity = Severity.WARNING
    practices = (2,)
    about = About.KEY_RESULT

    def judge(self, judged: Judged) -> Remark | None:
        """Say that the title names no number."""
        found = judge(judged.title, judged.fields)
        if found is None or found.fault is not Fault.VAGUE:
            return None
        return Remark(
            f"{quoted(judged.title.plain)} does not say how much",
            f"say what is counted, and how far: {_measured(judged.title)} from … to …",
        )


def _measured(title: Title) -> str:
    """Quote the title without its label, as the beginning of a better one."""
    return quoted(title.said(lead(title)))
