"""Key results that are finished or not: milestones, and a single thing done once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from okrcli.demo.motion import Moment, Reading

if TYPE_CHECKING:
    from datetime import date

    from okrcli.demo.days import Cycle
    from okrcli.demo.yaml_text import Fields


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone: the week it is due, and the week it is done (0: not in this cycle)."""

    title: str
    due: int
    done: int = 0
    weight: int | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Milestones:
    """Steps with weights and due dates, finished one after the other."""

    steps: tuple[Step, ...]

    @property
    def reach(self) -> float:
        """Return the share of the steps that are ever finished."""
        return sum(step.done > 0 for step in self.steps) / len(self.steps)

    def opening(self, cycle: Cycle) -> Fields:
        """Return the list of milestones, none of them done."""
        return {"milestones": [_milestone(step, cycle, None) for step in self.steps]}

    def move(self, fields: Fields, at: Moment) -> Reading:
        """Set the day on each milestone that is finished by now."""
        days = [at.cycle.friday(step.done) if step.done else None for step in self.steps]
        done = [day if day is not None and day <= at.day else None for day in days]
        before = fields["milestones"]
        fields["milestones"] = after = [
            _milestone(step, at.cycle, day) for step, day in zip(self.steps, done, strict=True)
        ]
        newest = [step.title for step, day in zip(self.steps, done, strict=True) if day is not None]
        mood = "step" if before != after else "waiting"
        value = newest[-1] if newest else f"None of {len(done)}"
        return Reading(mood, value, finished=None not in done)


@dataclass(frozen=True, slots=True)
class Once:
    """Something that is done or not; `week` is when it happens (0: not in this cycle)."""

    week: int = 0

    @property
    def reach(self) -> float:
        """Return 1 where it happens at all, and a doubtful half where it does not."""
        return 1.0 if self.week else 0.5

    def opening(self, cycle: Cycle) -> Fields:  # noqa: ARG002  the kinds share one interface
        """Return the open promise."""
        return {"done": False}

    def move(self, fields: Fields, at: Moment) -> Reading:
        """Set the day once it has happened."""
        day = at.cycle.friday(self.week) if self.week else None
        if day is None or day > at.day:
            return Reading("waiting", "Not yet")
        fields["done"] = day
        return Reading("done", "Done", finished=True)


def _milestone(step: Step, cycle: Cycle, done: date | None) -> Fields:
    """Return a milestone as it stands in the file."""
    return {
        "id": step.id,
        "title": step.title,
        "weight": step.weight,
        "due": cycle.friday(step.due),
        "done": done,
    }
