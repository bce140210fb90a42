"""What the rules on ends share: every `close`, with what it ends."""

from collections.abc import Iterator
from typing import NamedTuple

from okrcli.analysis.progress.final import final_mean, final_progress
from okrcli.model.key_result import Close, KeyResult
from okrcli.model.objective import Objective
from okrcli.model.source import Source
from okrcli.rules.base import LintInput


class Ending(NamedTuple):
    """A `close` with its place, and the objective, or the key result of it, that it ends."""

    source: Source
    close: Close
    objective: Objective
    key_result: KeyResult | None = None

    @property
    def name(self) -> str:
        """Give the id of what ends."""
        return self.objective.id if self.key_result is None else self.key_result.id

    @property
    def final(self) -> float | None:
        """Give the score, else the progress by the last values; None where it is not measured."""
        if self.close.score is not None:
            return self.close.score
        if self.key_result is not None:
            return final_progress(self.key_result)
        return final_mean(self.objective)


def endings(lint: LintInput) -> Iterator[Ending]:
    """Yield each `close` of an objective, then each of a key result."""
    for source, objective in lint.workspace.objectives():
        if objective.close is not None:
            yield Ending(source.at("close"), objective.close, objective)
    for source, objective, key_result in lint.workspace.key_results():
        if key_result.close is not None:
            yield Ending(source.at("close"), key_result.close, objective, key_result)


def unexplained(lint: LintInput, ending: Ending) -> bool:
    """Tell whether nothing says why it ended so; what could not be read may have said it."""
    return ending.close.why is None and not lint.problems_at(ending.source.at("why"))
