"""The rule `vague-objective`."""

from okrcli.analysis.wording.objective import is_vague
from okrcli.model.finding import Severity
from okrcli.rules.base import quoted
from okrcli.rules.words import About, Judged, Remark, WordRule


class VagueObjective(WordRule):
    """Flag an objective that could be anybody's.

    ## What it checks

    The title of an objective is more than a vague verb and a broad noun, such as `Improve
    performance`, `Grow the business` or `Be better at product`.

    ## Why it matters

    Whoever reads it agrees, and does what they would have done anyway. Source: Edwin A. Locke and
    Gary P. Latham, A Theory of Goal Setting and Task Performance (1990): specific goals lead to
    more than the wish to do one's best.

    ## Problem

    ```yaml
    - id: quality
      title: Improve quality
    ```

    ## Remedy

    Say for whom, and what they notice: `A rider never meets a broken bike`.
    """

    name = "vague-objective"
    family = "clarity"
    severity = Severity.WARNING
    practices = (1,)
    about = About.OBJECTIVE

    def judge(self, judged: Judged) -> Remark | None:
        """Say that the title is too broad."""
        if not is_vague(judged.title):
            return None
        return Remark(
            f"{quoted(judged.title.plain)} could be the goal of any team in any year",
            "say who will notice, and what they will see, have or feel then",
        )
