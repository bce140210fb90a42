"""The rule `dropped-key-result`."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from okrcli.analysis.story.goalposts import Move
from okrcli.model.finding import Finding, Severity
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_steps import Promise, Step, seen
from okrcli.rules.audit_words import listed, told

Gone = tuple[Step, CommitRef]


class DroppedKeyResult(AuditRule):
    """Flag a promise that vanished without a word.

    ## What it checks

    From the first day of its cycle on, a key result that leaves its file had a `close`, or its
    objective had. One that became a draft again has left, too, and one that came back was gone.

    ## Why it matters

    What vanishes is in no mean and in no review: the misses are gone, and the score is fine.
    Source: John Doerr, Measure What Matters (2018), chapter 10: continue, update, start or stop,
    and say which.

    ## Problem

    ```yaml
    # one of the key results with which the cycle began is no longer here
    key_results:
      - {id: spain, title: The first paying shop in Spain, done: true}
    ```

    ## Remedy

    Put it back with `close: {decision: drop, why: ...}`. Where it only got a new id, the new one
    says `formerly: [old-id]`.
    """

    name = "dropped-key-result"
    family = "integrity"
    severity = Severity.WARNING
    practices = (5,)
    of_changes = True

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield what each commit let vanish, once for each objective."""
        gone = sorted(self._gone(subject), key=_group)
        for _, together in groupby(gone, key=_group):
            yield self._told(subject, list(together))

    def _gone(self, subject: AuditInput) -> Iterator[Gone]:
        for step in subject.moves():
            if step.before is None or not any(it.kind is Move.REMOVED for it in step.goalposts):
                continue
            commit = step.commit(lambda _: True)
            if step.begun(commit) and not seen(step.before, _closed):
                yield step, commit

    def _told(self, subject: AuditInput, gone: Sequence[Gone]) -> Finding:
        step, commit = gone[0]
        names = [f"'{each.key.key_result}'" for each, _ in gone]
        back = {_fate(subject, each.key) for each, _ in gone}
        fate = back.pop() if len(back) == 1 else ""
        return self.about(
            step.key if len(gone) == 1 else step.key.of_objective,
            subject.place(step.key, "id"),
            f"{listed(names)} of '{step.key.objective}' left the file without a `close`"
            f" {told(commit)}{fate}",
            "put it back with `close: {decision: drop, why: ...}`; a new id says `formerly`",
            commit=commit,
            related=[subject.place(each.key, "id") for each, _ in gone[1:]],
        )


def _group(gone: Gone) -> tuple[str, ...]:
    step, commit = gone
    return (*step.key.of_objective[:3], str(commit.dated), commit.id or "")


def _fate(subject: AuditInput, key: Key) -> str:
    """Say what became of it afterwards."""
    live = any(key == item.key for _, item in subject.key_results())
    if live:
        return ", and came back"
    return ", to be a draft again" if subject.is_written(key) else ""


def _closed(promise: Promise) -> object:
    return promise.objective.close is not None or promise.key_result.close is not None
