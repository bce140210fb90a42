"""The rule `field-order`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.rules.base import LintInput, LintRule


class FieldOrder(LintRule):
    """Flag fields that stand in another order than the format lists them.

    ## What it checks

    The fields of all mappings that are not in brackets, in every file of the OKR folder. One
    finding a file names the first field out of place. Fields that the format does not have, such as
    your own that begin with `x-`, may stand anywhere. The rule is off unless `okr.toml` gives it a
    severity, as in `severity = { field-order = "advice" }`, or `--select` names it.

    ## Why it matters

    Another order is no fault. But where all files have the same one, readers find what they look
    for in the same place, and a change shows what became different, not what was moved. Source: the
    format of this project (docs/format.md).

    ## Problem

    ```yaml
    - title: More new shops list a second product within a week
      current: 36.5
      target: 45
      baseline: 31
      id: day7
    ```

    ## Remedy

    `okr lint --fix` puts the fields in order: the name first, then what was promised, then the
    check-in. Comments move with their fields. Where it is not clear which field a comment belongs
    to, the fields around it stay as they are, for you to move.
    """

    name = "field-order"
    family = "form"
    severity = Severity.ADVICE
    off_by_default = True

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield the files with fields out of place."""
        yield from subject.disorder()
