"""The rule `ambiguous-reference`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding
from okrcli.rules.base import FormRule, LintInput, quoted

MOST_NAMED = 3


class AmbiguousReference(FormRule):
    """Flag a reference that fits several things.

    ## What it checks

    A bare objective id in `supports` or `needs` is enough only where one objective has it in the
    same cycle and the cycles around it.

    ## Why it matters

    Whom a goal supports would depend on the reader, and would change when another team adds a goal
    of the same name. Source: the format of this project (docs/format.md, section 4).

    ## Problem

    ```yaml
    # growth and care both have an objective `first-minute`
    - id: welcome
      title: A new shop knows what to do next
      supports: [first-minute]
    ```

    ## Remedy

    Write the team before it: `growth/first-minute`.
    """

    name = "ambiguous-reference"
    practices = (3, 5)

    def look(self, lint: LintInput) -> Iterator[Finding]:
        """Yield the references that name several things."""
        for source, cycle, text in lint.references():
            candidates = lint.resolver.resolve(text, cycle).candidates
            if candidates:
                refs = [candidate.seen_from(cycle) for candidate in candidates]
                yield self.finding(
                    source,
                    f"{quoted(text)} could be any of {len(refs)} objectives",
                    f"write {' or '.join(map(quoted, refs[:MOST_NAMED]))}",
                )
