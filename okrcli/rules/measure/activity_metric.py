"""The rule `activity-metric`."""

from okrcli.analysis.wording.activity import counted_by_fields
from okrcli.analysis.wording.key_result import Fault, Fields, judge
from okrcli.model.finding import Severity
from okrcli.model.key_result import KeyResult, Kind
from okrcli.rules.base import quoted
from okrcli.rules.words import About, Judged, Remark, WordRule


class ActivityMetric(WordRule):
    """Flag a key result that counts what is done instead of what comes of it.

    ## What it checks

    A key result does not count calls, meetings, posts, e-mails, interviews, workshops, features,
    story points, lines of code or the like. Fewer of them may well be a goal, and so may a part of
    them (`calls that lead to a trial`).

    ## Why it matters

    More of an activity can always be produced, also when nobody gains by it; and whoever is
    measured by it will. Source: Google's OKR playbook, in John Doerr, Measure What Matters (2018):
    key results describe outcomes, not activities.

    ## Problem

    ```yaml
    - id: posts
      title: Blog posts published
      baseline: 0
      target: 12
    ```

    ## Remedy

    Count what the activity is for: `Trials that begin on the blog`.
    """

    name = "activity-metric"
    family = "measure"
    severity = Severity.WARNING
    practices = (2,)
    about = About.KEY_RESULT

    def judge(self, judged: Judged) -> Remark | None:
        """Say which activity is counted."""
        counted = _counted(judged)
        if counted is None:
            return None
        return Remark(
            f"{quoted(counted)} counts what is done, whatever comes of it",
            f"count what {quoted(counted)} should bring about, from … to …",
        )


def _counted(judged: Judged) -> str | None:
    if judged.key_result is not None and judged.fields is Fields.NUMBERS:
        rising = _rises(judged.key_result)
        return counted_by_fields(judged.title, judged.key_result.unit or "") if rising else None
    found = judge(judged.title, judged.fields)
    return found.words if found and found.fault is Fault.ACTIVITY else None


def _rises(key_result: KeyResult) -> bool:
    """Tell whether more is better."""
    if key_result.kind is Kind.MAINTAIN:
        return key_result.at_least is not None and key_result.at_most is None
    baseline, target = key_result.baseline or 0, key_result.target
    return target is not None and target > baseline
