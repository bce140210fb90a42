"""The rule `compound-objective`."""

from okrcli.analysis.wording.objective import goals_joined
from okrcli.model.finding import Severity
from okrcli.rules.base import quoted
from okrcli.rules.words import About, Judged, Remark, WordRule


class CompoundObjective(WordRule):
    """Flag an objective that joins several goals.

    ## What it checks

    The title of an objective has one verb with one object. Two verbs that share an object
    (`attract and keep the best nurses`) and pairs of words (`fast and reliable`) are fine.

    ## Why it matters

    Of two goals in one title, one is missed and the score hides which; and nobody decided which of
    them comes first. Source: Andrew S. Grove, High Output Management (1983), on few and well
    chosen objectives.

    ## Problem

    ```yaml
    - id: both
      title: Grow revenue and cut costs
    ```

    ## Remedy

    Make two objectives of it, or name the one state that needs both:
    `Our smallest shops earn their keep`.
    """

    name = "compound-objective"
    family = "clarity"
    severity = Severity.WARNING
    practices = (1, 7)
    about = About.OBJECTIVE

    def judge(self, judged: Judged) -> Remark | None:
        """Say which goals are joined."""
        parts = goals_joined(judged.title)
        if parts is None:
            return None
        return Remark(
            f"{quoted(parts.first)} and {quoted(parts.second)} are two goals",
            "make two objectives of it, or name the one state that needs both",
        )
