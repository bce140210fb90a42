"""The rule `late-key-result`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import days, told
from okrcli.rules.births import LATEST_DAYS, key_result_births, objective_births


class LateKeyResult(AuditRule):
    """Flag a key result that was added when much of its cycle was over.

    ## What it checks

    A key result is in its file within the first 14 days of its cycle, or came together with its
    objective (see `late-objective`). What stands in the first commit of the whole history may be
    older than that, and is not flagged.

    ## Why it matters

    What is added late is what went well: the mean rises, and nothing else does. Source: Donald T.
    Campbell, Assessing the Impact of Planned Social Change (1976).

    ## Problem

    ```yaml
    key_results:
      - {id: day7, baseline: 31, target: 45}
      - {id: spain, done: true}   # first committed on 2026-12-10
    ```

    ## Remedy

    Put it into the next cycle. Where it only got a new id or came from elsewhere, `formerly` names
    the old one.
    """

    name = "late-key-result"
    family = "integrity"
    severity = Severity.WARNING
    practices = (4,)
    of_changes = True

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each key result that is there and came late, after its objective."""
        objectives = objective_births(subject)
        for key, birth in key_result_births(subject).items():
            home = objectives.get(key.of_objective)
            passed = (birth.commit.dated - birth.cycle.start).days
            if passed <= LATEST_DAYS or not birth.seen or not subject.is_written(key):
                continue
            if home is None or home.at < birth.at:
                yield self.about(
                    key,
                    subject.place(key, "id"),
                    f"'{key.key_result}' was added {days(passed)} into {key.cycle}"
                    f" {told(birth.commit)}",
                    "put it into the next cycle; a new id says `formerly`",
                    commit=birth.commit,
                )
