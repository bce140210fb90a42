"""The rule `late-edit`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import KeyResult
from okrcli.model.series import CommitRef, Version
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_steps import Promise, Step, seen
from okrcli.rules.audit_words import listed, told

NUMBERS = ("baseline", "target", "at_least", "at_most", "kept", "current", "done", "weight")


class LateEdit(AuditRule):
    """Flag a number that was changed after the end.

    ## What it checks

    After its own or its objective's `close`, and after the closing window of its cycle
    (`closing_days` after the last day), the numbers of a key result stay what they are: baseline,
    target, bounds, current, what is done, weights, and the score of a `close`.

    ## Why it matters

    A result that still moves when everybody has gone home is not the one that was agreed on.
    Source: Donald T. Campbell, Assessing the Impact of Planned Social Change (1976): numbers that
    decide are under pressure.

    ## Problem

    ```yaml
    # 2026-Q4, changed in March 2027
    - {id: day7, baseline: 31, target: 45, current: 45}
    ```

    ## Remedy

    Put the old number back. What has to be mended all the same is said in `why` of the `close`, and
    agreed with whoever relied on it.
    """

    name = "late-edit"
    family = "integrity"
    severity = Severity.WARNING
    practices = (6,)
    of_changes = True

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each key result and commit with such a change; a score once for its objective."""
        scores: set[tuple[object, ...]] = set()
        for step in subject.moves():
            before, after = step.before, step.after
            if before is None or after.key_result is None:
                continue
            fields = _changed(before, after)
            if fields:
                yield from self._late(subject, step, step.commit(_numbers), fields)
            elif seen(before, _score) != seen(after, _score):
                commit = step.commit(_score)
                about = (*step.key.of_objective, commit.id)
                if about not in scores:
                    scores.add(about)
                    yield from self._late(subject, step, commit, [])

    def _late(
        self, subject: AuditInput, step: Step, commit: CommitRef, fields: list[str]
    ) -> Iterator[Finding]:
        closed = step.before is not None and seen(step.before, _closed)
        over = subject.closed(step.cycle, commit.dated)
        if not (closed or over):
            return
        key, place = step.key, [fields[0]] if fields else ["close", "score"]
        if not fields:
            key = key.of_objective
        what = listed(fields or ["the score"])
        verb = "were" if len(fields) > 1 or what == "milestones" else "was"
        when = "its close" if closed else f"the closing window of {key.cycle}"
        yield self.about(
            key,
            subject.place(key, *place),
            f"{what} {verb} changed after {when} {told(commit)}",
            "put it back, or say in the `close` why it had to be mended",
            commit=commit,
        )


def _changed(before: Version, after: Version) -> list[str]:
    """Name the fields whose numbers changed."""
    was, now = before.key_result, after.key_result
    if was is None or now is None:
        return []
    fields = [field for field in NUMBERS if getattr(was, field) != getattr(now, field)]
    if _milestones(was) != _milestones(now):
        fields.append("milestones")
    return fields


def _numbers(promise: Promise) -> object:
    state = promise.key_result
    return [getattr(state, field) for field in NUMBERS], _milestones(state)


def _milestones(state: KeyResult) -> object:
    return [(step.name, step.weight, step.done) for step in state.milestones]


def _score(promise: Promise) -> object:
    return None if promise.objective.close is None else promise.objective.close.score


def _closed(promise: Promise) -> bool:
    return promise.objective.close is not None or promise.key_result.close is not None
