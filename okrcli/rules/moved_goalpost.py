"""What the rules about moved goalposts share: which ones count, and how they are told."""

from collections.abc import Iterator
from typing import ClassVar

from okrcli.analysis.story.goalposts import Goalpost, Move
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding, Severity
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_steps import Promise, Step
from okrcli.rules.audit_words import told, written


class GoalpostRule(AuditRule):
    """A rule about goalposts that moved after the start, and that `revised` does not name."""

    family = "integrity"
    severity = Severity.WARNING
    practices = (2,)
    of_changes = True
    moves: ClassVar[frozenset[Move]]
    verb: ClassVar[str]

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each such goalpost with the commit that moved it."""
        for step in subject.moves():
            for goalpost in step.goalposts:
                if self.counts(goalpost) and not goalpost.explained:
                    yield from self._moved(subject, step, goalpost)

    def counts(self, goalpost: Goalpost) -> bool:
        """Tell whether the rule is about a goalpost."""
        return goalpost.kind in self.moves

    def value(self, value: object, goalpost: Goalpost, cycle: Cycle) -> str:  # noqa: ARG002
        """Write what a field was or is."""
        missing = "unknown" if goalpost.field == "baseline" else "nothing"
        return missing if value is None else written(value)

    def _moved(self, subject: AuditInput, step: Step, goalpost: Goalpost) -> Iterator[Finding]:
        commit = step.commit(lambda promise: _value(promise, goalpost))
        if not step.begun(commit):
            return
        name = goalpost.field
        if goalpost.item is not None:
            name = f"the due day of '{goalpost.item}'"
        was, now = (self.value(it, goalpost, step.cycle) for it in (goalpost.was, goalpost.now))
        yield self.about(
            step.key,
            subject.place(step.key, goalpost.field),
            f"{name} was {self.verb} from {was} to {now} {told(commit)},"
            " and `revised` does not say why",
            f"add to `revised`: {_entry(goalpost, commit.dated)}",
            commit=commit,
        )


def _value(promise: Promise, goalpost: Goalpost) -> object:
    """Read what a goalpost is about; a milestone's dates and weights are read all together."""
    return getattr(promise.key_result, goalpost.field, None)


def _entry(goalpost: Goalpost, on: object) -> str:
    values = "" if goalpost.was is None else f", was: {written(goalpost.was)}"
    values += "" if goalpost.now is None else f", now: {written(goalpost.now)}"
    return f"{{on: {on}, field: {goalpost.field}{values}, why: ...}}"
