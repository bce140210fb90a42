"""How an objective or a key result is ended: what may be decided when, and what must be said."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from okrcli.analysis.cycle.check_in import share_of
from okrcli.analysis.progress.report import Status
from okrcli.analysis.spelling import near
from okrcli.errors import UsageError
from okrcli.model.cycle import Cycle
from okrcli.model.key_result import SLACK
from okrcli.model.objective import Action, Objective, OkrFile

DECISIONS: Mapping[str, str] = {
    "achieved": "it is reached",
    "continue": "it goes on as it is",
    "change": "it goes on in another way",
    "defer": "it is put off",
    "drop": "it is given up",
}
EARLY = ("achieved", "defer", "drop")
_GIVEN_UP = ("defer", "drop")


class Ending(NamedTuple):
    """What is decided; a `score` of None is computed."""

    decision: str
    score: Decimal | None = None
    why: str = ""
    lessons: Sequence[str] = ()

    def fields(self) -> dict[str, object]:
        """Give the fields of a `close`."""
        said = {"score": self.score, "why": self.why, "lessons": list(self.lessons)}
        return {
            "decision": self.decision,
            **{name: each for name, each in said.items() if each or each == 0},
        }


class Ended(NamedTuple):
    """What ends: an objective, or (`whole` is false) a key result of it, and how far it came."""

    ref: str
    objective: Objective
    cycle: Cycle
    progress: float | None
    over: bool
    whole: bool = True

    def choices(self) -> dict[str, str]:
        """Give what may be decided, each with its meaning."""
        late = self.over and self.whole
        return {name: each for name, each in DECISIONS.items() if late or name in EARLY}

    def usual(self, status: Status) -> str:
        """Give the decision that its status suggests."""
        if status is Status.ACHIEVED:
            return "achieved"
        return "continue" if self.over and self.whole else "drop"

    def asks_why(self, decision: str, score: Decimal | None) -> str | None:
        """Say why a decision cannot stand without a reason; None where it can."""
        if decision in _GIVEN_UP:
            return "a promise is given up for a reason"
        if score is not None:
            return "a score set by hand needs a reason"
        if self.progress is None or self.progress >= 1 - SLACK or self.objective.aspirational:
            return None
        declared = "was" if self.objective.ambition else "counts as"
        return f"{self.ref} {declared} committed and is not reached"

    def check(self, ending: Ending) -> None:
        """Raise UsageError where it may not end so."""
        if ending.decision not in DECISIONS:
            close = near(ending.decision, DECISIONS, 1)
            hint = f"did you mean {close[0]}?" if close else f"say {', '.join(DECISIONS)}"
            raise UsageError(f"'{ending.decision}' is no decision", hint)
        if ending.decision not in self.choices():
            raise UsageError(self._too_early(), f"say {', '.join(EARLY)}")
        reason = self.asks_why(ending.decision, ending.score)
        if reason is not None and not ending.why:
            raise UsageError(reason, "say it with --why")

    def _too_early(self) -> str:
        if not self.whole:
            return f"{self.ref} is a key result; it is decided with its objective how it goes on"
        return (
            f"{self.cycle.name} runs until {self.cycle.period.last_day}; until then nothing is over"
        )


def score_of(text: str) -> Decimal:
    """Read a score; raise UsageError where it is none."""
    found = share_of(text.strip())
    if found is None or not 0 <= found <= 1:
        raise UsageError(f"'{text}' is no score", "say 0.6, 6/10 or 60%")
    return found


def action_of(text: str, people: Iterable[str]) -> Action:
    """Read a change for the next cycle; `ana: Measure first` names who sees to it."""
    owner, colon, rest = text.partition(":")
    if colon and owner.strip() in set(people) and rest.strip():
        return Action(rest.strip(), owner.strip())
    return Action(text.strip())


def last_actions(
    files: Sequence[OkrFile], team: str, before: Cycle, cycles: Mapping[str, Cycle]
) -> tuple[int, Sequence[int]] | None:
    """Find the file with a team's last retrospective before a cycle, and its open actions."""
    past = [
        (cycles[file.cycle].end, at)
        for at, file in enumerate(files)
        if file.team == team and file.retrospective is not None and file.cycle in cycles
        if cycles[file.cycle].end <= before.start
    ]
    if not past:
        return None
    at = max(past)[1]
    retrospective = files[at].retrospective
    actions = () if retrospective is None else retrospective.change_next
    return at, [place for place, action in enumerate(actions) if not action.done]
