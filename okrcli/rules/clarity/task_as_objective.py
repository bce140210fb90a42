"""The rule `task-as-objective`."""

from okrcli.analysis.wording.objective import deliverable
from okrcli.model.finding import Severity
from okrcli.rules.base import quoted
from okrcli.rules.words import About, Judged, Remark, WordRule


class TaskAsObjective(WordRule):
    """Flag an objective that is a piece of work.

    ## What it checks

    The title of an objective is more than a verb of work and what is delivered, such as `Launch
    the new app`. With the state that is wanted, it is fine: `Make onboarding effortless`, `Launch
    an app that commuters love`.

    ## Why it matters

    Work can be finished on the day and change nothing for anybody; and a team that is told what to
    build no longer looks for what would help. Source: Marty Cagan, Empowered (2020), on outcome
    over output.

    ## Problem

    ```yaml
    - id: app
      title: Launch the new app
    ```

    ## Remedy

    Say what people can do, have or feel once it is there, `Commuters plan their day with us`, and
    name the work in `initiatives`.
    """

    name = "task-as-objective"
    family = "clarity"
    severity = Severity.WARNING
    practices = (1,)
    about = About.OBJECTIVE

    def judge(self, judged: Judged) -> Remark | None:
        """Say which work the title names."""
        thing = deliverable(judged.title)
        if thing is None:
            return None
        return Remark(
            f"{quoted(judged.title.plain)} is work to do, not a state to reach",
            f"say what is better for whom after {quoted(thing)}; the work goes to `initiatives`",
        )
