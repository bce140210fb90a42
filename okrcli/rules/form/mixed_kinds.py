"""The rule `mixed-kinds`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding
from okrcli.rules.base import FormRule, LintInput


class MixedKinds(FormRule):
    """Flag a key result that is measured in two ways.

    ## What it checks

    The fields of a key result tell its kind: `baseline` and `target` (a metric), `at_least` or
    `at_most` (maintain), `milestones`, or `done`. Fields of two kinds do not go together.

    ## Why it matters

    A key result has one number. With two ways to measure it, each reader may take the one that
    looks better. Source: Andrew S. Grove, as told by John Doerr in Measure What Matters (2018): at
    the end one must be able to see, without argument, whether it was done.

    ## Problem

    ```yaml
    - id: day7
      title: More new shops list a second product within a week
      baseline: 31
      target: 45
      milestones: [Wizard designed, Wizard shipped]
    ```

    ## Remedy

    Keep the fields of the kind that proves the outcome. Work that leads there goes under
    `initiatives`; a second proof is a second key result.
    """

    name = "mixed-kinds"
    practices = (2,)

    def look(self, lint: LintInput) -> Iterator[Finding]:
        """Yield each key result with fields of several kinds."""
        for source, _, key_result in lint.workspace.key_results():
            if any(problem.rule == self.name for problem in lint.problems_at(source)):
                continue
            given = key_result.fields_by_kind
            kinds = list(given)
            if len(kinds) > 1:
                parts = [f"{', '.join(given[kind])} ({kind})" for kind in kinds]
                yield self.finding(
                    source.key(given[kinds[1]][0]),
                    f"fields of {len(kinds)} kinds in one key result: {' and '.join(parts)}",
                    "keep those of one kind; a second measure is a second key result",
                )
