"""The facts of one goal as a row, under the id by which it is known."""

from collections.abc import Iterable

from okrcli.analysis.facts.goal_rows import KeyResultRow, ObjectiveRow
from okrcli.model.cycle import Cycle
from okrcli.model.key_result import Close, KeyResult
from okrcli.model.objective import Objective
from okrcli.model.reference import Key


def full(key: Key) -> str:
    """Write a reference that holds in any cycle."""
    return f"{key.cycle}:{key.ref}"


def lines(items: Iterable[str]) -> str | None:
    """Write a list into one text, an item a line; None where it has none."""
    return "\n".join(items) or None


def objective_row(key: Key, objective: Objective, *, present: bool) -> ObjectiveRow:
    """Tell of an objective under an id, without the numbers that a report computes."""
    decision, score, why, lessons = _closed(objective.close)
    return ObjectiveRow(
        objective=full(key),
        cycle=key.cycle,
        team=key.team,
        id=key.objective,
        title=objective.title or None,
        owner=objective.owner or None,
        ambition=objective.ambition or None,
        priority=objective.priority,
        pillar=objective.pillar or None,
        why=objective.why or None,
        standalone=objective.standalone or None,
        initiatives=lines(objective.initiatives),
        decision=decision,
        score=score,
        close_why=why,
        lessons=lessons,
        present=present,
    )


def key_result_row(
    key: Key, objective: Objective, state: KeyResult, cycle: Cycle | None, *, present: bool
) -> KeyResultRow:
    """Tell of a key result under an id, without the numbers that a report computes."""
    time = None if cycle is None else state.time(cycle)
    decision, score, why, lessons = _closed(state.close)
    return KeyResultRow(
        key_result=full(key),
        objective=full(key.of_objective),
        cycle=key.cycle,
        team=key.team,
        id=key.key_result or "",
        title=state.title or None,
        owner=objective.owner_of(state) or None,
        kind=state.kind.value,
        unit=state.unit or None,
        weight=state.weight,
        baseline=state.baseline,
        target=state.target,
        stretch=state.stretch,
        at_least=state.at_least,
        at_most=state.at_most,
        kept=state.kept,
        first_day=None if time is None else time.start,
        last_day=None if time is None else time.last_day,
        kpi=state.kpi or None,
        evidence=state.evidence or None,
        current=state.value_as(state.kind),
        confidence=state.confidence,
        note=state.note or None,
        blocker=state.blocker or None,
        decision=decision,
        score=score,
        close_why=why,
        lessons=lessons,
        present=present,
    )


def _closed(close: Close | None) -> tuple[str | None, float | None, str | None, str | None]:
    if close is None:
        return None, None, None, None
    return close.decision or None, close.score, close.why or None, lines(close.lessons)
