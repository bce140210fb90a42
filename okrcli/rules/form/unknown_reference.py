"""The rule `unknown-reference`."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.spelling import question, surely
from okrcli.model.finding import Finding, Fix
from okrcli.model.reference import parse_reference
from okrcli.model.source import Source
from okrcli.rules.base import FormRule, LintInput, quoted

FORMS = "write team/objective or team/objective/key-result, with another cycle as 2026:team/..."


class UnknownReference(FormRule):
    """Flag a reference to something that does not exist.

    ## What it checks

    Each entry of `supports` and `needs` names an objective or a key result: of the same cycle, of
    a cycle around it, or of the cycle that it gives.

    ## Why it matters

    Alignment that leads nowhere looks like alignment. Source: John Doerr, Measure What Matters
    (2018), on aligning and connecting goals.

    ## Problem

    ```yaml
    - id: first-minute
      title: New shops love us from the first minute
      supports: [company/smb-frist]
    ```

    ## Remedy

    Correct the reference. Across cycles the cycle stands before a colon: `2026:company/smb-first`.
    """

    name = "unknown-reference"
    practices = (3, 5)

    def look(self, lint: LintInput) -> Iterator[Finding]:
        """Yield the references that name nothing."""
        for source, cycle, text in lint.references():
            resolution = lint.resolver.resolve(text, cycle)
            if not resolution.found and not resolution.ambiguous and not lint.problems_at(source):
                yield self.finding(
                    source,
                    f"nothing is called {quoted(text)}",
                    question(resolution.close) or _advice(lint, text, cycle),
                )._replace(fix=_fix(source, text, resolution.close))


def _fix(source: Source, text: str, close: Sequence[str]) -> Fix | None:
    """Mend a misspelt reference where only one is spelt so; another cycle or team is a guess."""
    if len(close) != 1:
        return None
    cycle, _, written = text.rpartition(":")
    other, _, meant = close[0].rpartition(":")
    is_slip = surely(written, [meant]) is not None and written != meant
    return Fix(source.keys, close[0]) if is_slip and cycle in {"", other} else None


def _advice(lint: LintInput, text: str, cycle: str) -> str:
    reference = parse_reference(text)
    if reference is None:
        return FORMS
    if reference.cycle is not None and lint.workspace.cycle(reference.cycle) is None:
        return f"no cycle is called {quoted(reference.cycle)}"
    if lint.unread:
        return f"it may stand in a file that could not be read: {', '.join(lint.unread[:3])}"
    if reference.cycle is not None:
        return f"nothing in {reference.cycle} has this name"
    return f"nothing in {cycle} or the cycles around it has this name"
