"""The rule `contradictory-title`."""

from okrcli.analysis.wording.amounts import Amount
from okrcli.analysis.wording.contradiction import differ, ends, wrong_way
from okrcli.analysis.wording.title import Title
from okrcli.model.finding import Severity
from okrcli.model.key_result import KeyResult, Kind
from okrcli.rules.base import quoted
from okrcli.rules.words import About, Judged, Remark, WordRule


class ContradictoryTitle(WordRule):
    """Flag a title that says other numbers than the fields.

    ## What it checks

    `from A to B`, or `to B`, in the title of a metric are its `baseline` and its `target`; and what
    it says is to be raised does not fall. Another unit (`5%` and `0.05`, `2M` and `2000000`) is no
    contradiction.

    ## Why it matters

    People remember the title, and progress is computed from the fields. When the two part, a team
    celebrates or worries for nothing. Source: Google's OKR playbook, in John Doerr, Measure What
    Matters (2018), on key results that leave no doubt.

    ## Problem

    ```yaml
    - id: day7
      title: Raise activation from 31% to 45%
      unit: "%"
      baseline: 31
      target: 54
    ```

    ## Remedy

    Correct the one that is wrong, or leave numbers to the fields: `New shops that are active after
    a week`.
    """

    name = "contradictory-title"
    family = "measure"
    severity = Severity.WARNING
    practices = (2,)
    about = About.KEY_RESULT

    def judge(self, judged: Judged) -> Remark | None:
        """Say where title and fields part."""
        key_result = judged.key_result
        if key_result is None or key_result.kind is not Kind.METRIC:
            return None
        begin, end = ends(judged.title)
        return (
            _other_number(judged.title, end, key_result, "target")
            or _other_number(judged.title, begin, key_result, "baseline")
            or _other_way(judged.title, key_result)
        )


def _other_number(
    title: Title, amount: Amount | None, key_result: KeyResult, field: str
) -> Remark | None:
    value = key_result.target if field == "target" else key_result.baseline
    among = (value, key_result.stretch) if field == "target" else (value,)
    if amount is None or value is None or not all(differ(amount, each) for each in among if each):
        return None
    said = quoted(title.said(amount.begin, amount.end))
    return Remark(
        f"the title says {said}, and `{field}` is {value:g}",
        f"correct one of the two, or leave the number to `{field}`",
    )


def _other_way(title: Title, key_result: KeyResult) -> Remark | None:
    baseline, target = key_result.baseline, key_result.target
    if baseline is None or target is None or baseline == target:
        return None
    verb = wrong_way(title, baseline, target, key_result.unit or "")
    if verb is None:
        return None
    goes = "rise" if target > baseline else "fall"
    return Remark(
        f"the title says '{verb}', and the numbers {goes} from {baseline:g} to {target:g}",
        "swap `baseline` and `target`, or write the other verb",
    )
