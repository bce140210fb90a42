"""What a state of a key result says as its check-in."""

from okrcli.model.key_result import KeyResult


def said(state: KeyResult) -> tuple[object, ...]:
    """Give all that a check-in may change; equal where nothing new is said."""
    done = [(step.name, step.done) for step in state.milestones if step.done]
    check_in = (state.current, state.confidence, state.updated, state.note, state.blocker)
    return (*check_in, state.done, done)
