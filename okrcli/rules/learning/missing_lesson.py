"""The rule `missing-lesson`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.rules.base import LintInput, LintRule
from okrcli.rules.closing import endings, unexplained

DECISIONS = {"change", "drop"}


class MissingLesson(LintRule):
    """Flag a change of mind that leaves nothing behind.

    ## What it checks

    A `close` that decides `change` or `drop` has a `why` or `lessons`.

    ## Why it matters

    Giving up early is good when the next team knows the reason; else it is paid for twice.
    Source: John Doerr, Measure What Matters (2018), on reflection at the end of a cycle.

    ## Problem

    ```yaml
    close:
      decision: drop
    ```

    ## Remedy

    Write what you know now and did not know before:
    `lessons: [Ship the measurement before the feature.]`.
    """

    name = "missing-lesson"
    family = "learning"
    severity = Severity.ADVICE
    practices = (6,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each silent change of mind."""
        for ending in endings(subject):
            decision = ending.close.decision
            if decision not in DECISIONS or ending.close.lessons:
                continue
            silent = not subject.problems_at(ending.source.at("lessons"))
            if silent and unexplained(subject, ending):
                yield self.finding(
                    ending.source.at("decision"),
                    f"'{ending.name}' ends with `{decision}` and leaves no reason and no lesson",
                    "add `why` or `lessons`: what you know now and did not know before",
                )
