"""What a check-in is: a change of what is measured, believed, noted or done."""

from datetime import date

from okrcli.model.key_result import Done, KeyResult

_SAID = slice(KeyResult._fields.index("current"), KeyResult._fields.index("blocker") + 1)


def changed(before: KeyResult | None, after: KeyResult) -> bool:
    """Tell whether a check-in lies between two states; a creation is one only with a value."""
    if before is None:
        return after.current is not None or bool(_done(after))
    return before[_SAID] != after[_SAID] or _done(before) != _done(after)


def _done(state: KeyResult) -> dict[str | None, Done]:
    """Give what is done: the key result itself under None, milestones under their names."""
    done: dict[str | None, Done] = {step.name: step.done for step in state.milestones if step.done}
    if state.done:
        done[None] = state.done
    return done


def measured_on(before: KeyResult | None, state: KeyResult) -> date | None:
    """Give `updated` where this very change set it."""
    return state.updated if before is None or before.updated != state.updated else None
