"""Key results that are numbers: metrics on their way to a target, and bounds to be held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from okrcli.demo.motion import Moment, Reading

if TYPE_CHECKING:
    from okrcli.demo.days import Cycle
    from okrcli.demo.yaml_text import Fields, Value

_HIGHEST = 1.2  # nobody in this company overshoots a target by more
_FULL = 100  # per cent
_WEEKS_A_QUARTER = 13
_DIGITS_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class Metric:
    """A number that moves from a baseline towards a target, steadily or along a plan."""

    unit: str
    baseline: float
    target: float
    reach: float = 1.0
    digits: int = 0
    counts: bool = False  # a running total never falls
    plan: tuple[tuple[int, float], ...] = ()  # (week, value)
    unknown_weeks: int = 0  # how long the baseline is still being measured
    noise: float = 0.07

    def opening(self, cycle: Cycle) -> Fields:
        """Return unit, baseline, target and plan."""
        plan: list[Value] = [
            {"by": cycle.friday(week), "value": value} for week, value in self.plan
        ]
        return {
            "unit": self.unit,
            "baseline": "unknown" if self.unknown_weeks else self.baseline,
            "target": self.target,
            "plan": plan or None,
        }

    def move(self, fields: Fields, at: Moment) -> Reading:
        """Set `current`, and the baseline once it is known."""
        if at.cycle.week(at.day) <= self.unknown_weeks:
            return Reading("unmeasured")
        if self.unknown_weeks and fields["baseline"] == "unknown":
            fields["baseline"] = fields["current"] = self.baseline
            return Reading("measured", with_unit(self.baseline, self.unit))
        before = fields["current"]
        progress = self.reach * self._along(at) + at.dice.swing(self.noise)
        value = self._value(min(max(progress, 0.0), _HIGHEST))
        known = before if isinstance(before, int | float) else None
        if self.counts and known is not None:
            value = max(value, known) if self.target > self.baseline else min(value, known)
        fields["current"] = value
        return self._reading(known, value)

    def _along(self, at: Moment) -> float:
        """Return the share of the way that is planned by now: a straight line, or the plan's."""
        now = at.cycle.elapsed(at.day)
        points = [(at.cycle.elapsed(at.cycle.friday(week)), value) for week, value in self.plan]
        left, low = 0.0, self.baseline
        for right, high in [*points, (1.0, self.target)]:
            if now <= right:
                value = low + (high - low) * (now - left) / (right - left)
                return (value - self.baseline) / (self.target - self.baseline)
            left, low = right, high
        return 1.0

    def _value(self, progress: float) -> float:
        """Return the number that stands for a progress, with the unit's usual digits."""
        value = self.baseline + (self.target - self.baseline) * progress
        if self.unit == "%":
            value = min(max(value, 0.0), float(_FULL))
        return rounded(value, self.digits)

    def _reading(self, before: float | None, value: float) -> Reading:
        """Tell how the number compares with the last one."""
        text = with_unit(value, self.unit)
        if before is None:
            return Reading("first", text)
        delta = f"{'up' if value > before else 'down'} {rounded(abs(value - before), self.digits)}"
        forward = (value - before) * (self.target - self.baseline)
        mood = "better" if forward > 0 else "worse" if forward < 0 else "flat"
        return Reading(mood, text, delta)


@dataclass(frozen=True, slots=True)
class Maintained:
    """A number that has to hold a bound, and leaves it in the weeks of its dips."""

    unit: str
    usual: float
    at_least: float | None = None
    at_most: float | None = None
    kept: float | None = None
    swing: float = 0.5
    digits: int = 1
    dips: tuple[int, ...] = ()

    @property
    def reach(self) -> float:
        """Return the share of the weeks in which the bound is held."""
        return 1.0 - len(self.dips) / _WEEKS_A_QUARTER

    def opening(self, cycle: Cycle) -> Fields:  # noqa: ARG002  the kinds share one interface
        """Return unit and bounds."""
        return {
            "unit": self.unit,
            "at_least": self.at_least,
            "at_most": self.at_most,
            "kept": self.kept,
        }

    def move(self, fields: Fields, at: Moment) -> Reading:
        """Set `current` to a value within the bound, or in a dip just outside it."""
        bound = self.at_least if self.at_least is not None else self.at_most
        value = self.usual + at.dice.swing(self.swing)
        dips = at.cycle.week(at.day) in self.dips
        if dips and bound is not None:
            value = bound + (bound - self.usual) * 0.7
        fields["current"] = value = rounded(value, self.digits)
        mood = "outside" if dips else "inside"
        return Reading(mood, with_unit(value, self.unit))


def rounded(value: float, digits: int) -> float:
    """Return a number as people write it down: 36.5, but 36 and not 36.0."""
    short = round(value, digits)
    return int(short) if short == int(short) else short


def with_unit(value: float, unit: str) -> str:
    """Return a value as people say it: `36.5%`, `412 operators`."""
    number = rounded(value, _DIGITS_AT_MOST)
    return f"{number}%" if unit == "%" else f"{number} {unit}"
