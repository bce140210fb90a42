"""The rule `digits-in-objective`."""

from okrcli.analysis.wording.objective import number_in
from okrcli.model.finding import Severity
from okrcli.rules.base import quoted
from okrcli.rules.words import About, Judged, Remark, WordRule


class DigitsInObjective(WordRule):
    """Flag an objective whose title says how much.

    ## What it checks

    The title of an objective holds no amount, in figures or in words. Years, quarters, versions,
    ranks and names (`2027`, `Q4`, `iOS 18`, `B2B`, `24/7`, `#1`) are fine.

    ## Why it matters

    An objective says where to go and why it is worth it; how far is what its key results are for.
    With the number in both, one of them is soon wrong. Source: Christina Wodtke, Radical Focus
    (2016): an objective is qualitative, its key results are the numbers.

    ## Problem

    ```yaml
    - id: revenue
      title: Increase revenue by 20%
    ```

    ## Remedy

    Move the number to a key result, and let the title say what is different once it is reached:
    `Small shops can live from what they sell with us`.
    """

    name = "digits-in-objective"
    family = "clarity"
    severity = Severity.WARNING
    practices = (1,)
    about = About.OBJECTIVE

    def judge(self, judged: Judged) -> Remark | None:
        """Say which number stands in the title."""
        number = number_in(judged.title)
        if number is None:
            return None
        return Remark(
            f"{quoted(number)} says how far, and an objective says where to",
            f"move {quoted(number)} to a key result; the title says what is different then",
        )
