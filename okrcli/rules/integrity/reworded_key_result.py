"""The rule `reworded-key-result`."""

from collections.abc import Iterator

from okrcli.analysis.story.goalposts import Move
from okrcli.model.finding import Finding, Severity
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import told
from okrcli.rules.base import quoted

SETTLING_DAYS = 14


class RewordedKeyResult(AuditRule):
    """Flag a key result that was given other words well into its cycle.

    ## What it checks

    After the first 14 days of its cycle, the title of a key result stays what it is; mended
    spelling, case and punctuation aside. An entry in `revised` that names `title` explains it.

    ## Why it matters

    Other words may be another promise under the same number. Source: Norbert L. Kerr, HARKing:
    Hypothesizing After the Results are Known, Personality and Social Psychology Review 2 (1998).

    ## Problem

    ```yaml
    # was: More new shops sell something within a week
    - {id: day7, title: More new shops list a product within a week}
    ```

    ## Remedy

    If it is the same promise, say so: `revised: [{field: title, was: ..., now: ..., why: ...}]`. If
    it is another one, close the old one and add the new one under an id of its own.
    """

    name = "reworded-key-result"
    family = "integrity"
    severity = Severity.ADVICE
    practices = (5,)
    of_changes = True

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each title that became another one late."""
        for step in subject.moves():
            for goalpost in step.goalposts:
                if goalpost.kind is not Move.REWORDED or goalpost.explained:
                    continue
                commit = step.commit(lambda promise: promise.key_result.title)
                if (commit.dated - step.cycle.start).days >= SETTLING_DAYS:
                    yield self.about(
                        step.key,
                        subject.place(step.key, "title"),
                        f"it was {quoted(str(goalpost.was))} until it was reworded {told(commit)}",
                        "say in `revised` why it is the same promise; another one gets its own id",
                        commit=commit,
                    )
