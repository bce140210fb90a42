"""The rule `task-as-key-result`."""

from okrcli.analysis.wording.key_result import Fault, is_task, judge
from okrcli.model.finding import Severity
from okrcli.model.key_result import KeyResult, Kind
from okrcli.rules.base import quoted
from okrcli.rules.words import About, Judged, Remark, WordRule


class TaskAsKeyResult(WordRule):
    """Flag a key result that is a piece of work.

    ## What it checks

    The title of a key result is more than a verb of work and its object, such as `Launch the app`,
    unless its fields measure something. A metric from 0 to 1 measures nothing but that it is done.

    ## Why it matters

    A key result is the proof that work has helped. Done work proves that there was work.
    Source: Joshua Seiden, Outcomes Over Output (2019).

    ## Problem

    ```yaml
    - id: app
      title: Launch the app
      done: false
    ```

    ## Remedy

    Measure what it is for: `Launch the app to raise repeat visits by 20%`, or better the visits
    alone, as a metric. The work goes to the objective's `initiatives`.
    """

    name = "task-as-key-result"
    family = "measure"
    severity = Severity.WARNING
    practices = (2,)
    about = About.KEY_RESULT

    def judge(self, judged: Judged) -> Remark | None:
        """Say which work the title names."""
        found = judge(judged.title, judged.fields)
        once = judged.key_result is not None and _is_once(judged.key_result)
        if not (found and found.fault is Fault.TASK) and not (once and is_task(judged.title)):
            return None
        return Remark(
            f"{quoted(judged.title.plain)} can be done without any effect",
            "say what it changes, from … to …, and name the work in `initiatives`",
        )


def _is_once(key_result: KeyResult) -> bool:
    """Tell whether numbers say no more than done or not."""
    numbers = (key_result.baseline, key_result.target)
    return key_result.kind is Kind.METRIC and numbers == (0, 1)
