"""The rule `unexplained-score`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.rules.base import LintInput, LintRule
from okrcli.rules.closing import endings, unexplained


class UnexplainedScore(LintRule):
    """Flag a score set by hand without a reason.

    ## What it checks

    A `close` with a `score` has a `why`.

    ## Why it matters

    A score may say more than the numbers do: the target was wrong, or luck did the work. Without
    the reason it is only a nicer number. Source: John Doerr, Measure What Matters (2018), on
    scoring and self-assessment.

    ## Problem

    ```yaml
    close:
      decision: continue
      score: 0.6
    ```

    ## Remedy

    Say why the score differs from the numbers (`why: The readout came too late to act on.`), or
    leave the score out: it is computed then.
    """

    name = "unexplained-score"
    family = "learning"
    severity = Severity.ERROR
    practices = (6,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each score that stands alone."""
        for ending in endings(subject):
            score = ending.close.score
            if score is not None and unexplained(subject, ending):
                yield self.finding(
                    ending.source.at("score"),
                    f"nothing says why '{ending.name}' scores {score:g}",
                    "add `why`, or leave `score` out: it is computed then",
                )
