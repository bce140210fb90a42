"""The state of the files while the story runs, and what a check-in does to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from okrcli.demo.days import DAY, Cycle
from okrcli.demo.goals import (
    KeyResultGoal,
    ObjectiveGoal,
    TeamGoals,
    in_key_result_order,
    in_objective_order,
)
from okrcli.demo.motion import Moment, Reading
from okrcli.demo.notes import note
from okrcli.demo.yaml_text import Fields, Value, yaml_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from okrcli.demo.company import Team
    from okrcli.demo.dice import Dice

_SUCCESS = {"committed": 1.0, "aspirational": 0.7}
_CALM = 0.65  # how likely anything seems on the first day


@dataclass(slots=True)
class KeyResult:
    """A key result in a file: its fields, and where they are going."""

    fields: Fields
    goal: KeyResultGoal
    owner: str
    success: float
    finished: bool = False


@dataclass(slots=True)
class Objective:
    """An objective in a file."""

    fields: Fields
    goal: ObjectiveGoal
    key_results: list[KeyResult]


class OkrFile:
    """One team's objectives in one cycle, as they stand at some moment of the story."""

    def __init__(self, team: Team, cycle: Cycle, goals: TeamGoals) -> None:
        """Open the file as it is planned, before any check-in."""
        self.team = team
        self.cycle = cycle
        self.path = f"okrs/{cycle.name}/{team.id}.yaml"
        self.goals = goals
        self.objectives = [_opened(goal, cycle) for goal in goals.objectives]
        self._document: Fields = {
            "team": team.id,
            "cycle": cycle.name,
            "objectives": [objective.fields for objective in self.objectives],
        }

    def text(self) -> str:
        """Return the file's text."""
        return yaml_text(self._document)

    def key_results(self) -> list[KeyResult]:
        """Return the key results on which people check in: no drafts, nothing finished."""
        return [
            item
            for objective in self.objectives
            if not objective.fields["draft"]
            for item in objective.key_results
            if not item.finished
        ]

    def key_result(self, ident: str) -> KeyResult:
        """Return the key result with an id."""
        return next(item for item in self.key_results() if item.fields["id"] == ident)

    def check_in(self, items: Sequence[KeyResult], day: date, dice: Dice) -> None:
        """Write down what is true of some key results on a day."""
        self._check_in_at(Moment(day, self.cycle, dice), items)

    def close(self, day: date, dice: Dice) -> None:
        """Check in for the last time, and write decisions and retrospective."""
        at = Moment(min(day, self.cycle.end - DAY), self.cycle, dice, last=True)
        self._check_in_at(at, self.key_results())
        for objective in self.objectives:
            if not objective.fields["draft"]:
                objective.fields["close"] = _listed(objective.goal.close)
        self._document["retrospective"] = _listed(self.goals.retrospective)

    def _check_in_at(self, at: Moment, items: Sequence[KeyResult]) -> None:
        """Write down what is true at a moment."""
        for item in items:
            _check_in(item, at, self.team)


def _opened(goal: ObjectiveGoal, cycle: Cycle) -> Objective:
    """Return an objective as it is planned."""
    owner, ambition = str(goal.fields["owner"]), str(goal.fields["ambition"])
    items = [
        KeyResult(
            in_key_result_order({**item.fields, **item.motion.opening(cycle)}),
            item,
            str(item.fields.get("owner") or owner),
            _SUCCESS[ambition],
        )
        for item in goal.key_results
    ]
    fields = in_objective_order({**goal.fields, "key_results": [item.fields for item in items]})
    return Objective(fields, goal, items)


def _listed(fields: Mapping[str, Value]) -> Fields | None:
    """Return a copy of some fields, None where there are none."""
    return dict(fields) or None


def _check_in(item: KeyResult, at: Moment, team: Team) -> None:
    """Change a key result's fields to what its owner knows on a day."""
    fields, motion = item.fields, item.goal.motion
    before = fields["current"]
    reading = motion.move(fields, at)
    item.finished = reading.finished
    moved = fields["current"] != before
    if moved and at.dice.chance(team.terse):
        fields["note"] = None
    else:
        mood = "final" if at.last else reading.mood
        fields["note"] = note(replace(reading, mood=mood), item.goal.work, at.dice, fields["note"])
    belief = _belief(reading, motion.reach / item.success, at)
    fields["confidence"] = spelled(belief, team.spelling)
    if team.dates_readings and reading.mood not in {"step", "waiting", "done"}:
        fields["updated"] = at.day


def _belief(reading: Reading, pace: float, at: Moment) -> float:
    """Return the confidence of an honest owner: calm at first, then led by the numbers."""
    if reading.finished:
        return 0.9
    elapsed = at.cycle.elapsed(at.day)
    outside = 0.3 if reading.mood == "outside" else 0.0
    belief = _CALM + (min(pace, 1.3) - 0.9) * (0.2 + elapsed) - outside + at.dice.swing(0.1)
    return min(max(belief, 0.1), 0.9)


def spelled(confidence: float, spelling: str) -> Value:
    """Return a confidence, in tenths, the way a team writes it."""
    tenths = round(confidence * 10)
    if spelling == "fraction":
        return tenths / 10
    return f"{tenths}/10" if spelling == "tenths" else f"{tenths}0%"
