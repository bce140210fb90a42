"""Everybody who takes part, and what each team wants in each cycle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from okrcli.demo import (
    goals_areas,
    goals_before,
    goals_before_market,
    goals_before_product,
    goals_market,
    goals_product,
)
from okrcli.demo.company import PEOPLE, TEAMS, Person, Team
from okrcli.demo.templates import generated_goals, generated_people, generated_teams

if TYPE_CHECKING:
    from okrcli.demo.dice import Dice
    from okrcli.demo.goals import TeamGoals

_NOW = (
    goals_areas.MARKET,
    goals_areas.PRODUCT,
    goals_market.GROWTH,
    goals_market.CARE,
    goals_product.BOOKING,
    goals_product.FLEET,
    goals_product.PLATFORM,
)
_BEFORE = (
    goals_before.MARKET_BEFORE,
    goals_before.PRODUCT_BEFORE,
    goals_before_market.GROWTH_BEFORE,
    goals_before_market.CARE_BEFORE,
    goals_before_product.BOOKING_BEFORE,
    goals_before_product.FLEET_BEFORE,
    goals_before_product.PLATFORM_BEFORE,
)


@dataclass(frozen=True, slots=True)
class Cast:
    """The teams, the people, and the goals of this quarter and the one before."""

    teams: tuple[Team, ...]
    people: tuple[Person, ...]
    now: tuple[TeamGoals, ...]
    before: tuple[TeamGoals, ...]


def cast_of(teams: int, dice: Dice) -> Cast:
    """Return the company with so many teams; those beyond the hand-written ones are generated."""
    if teams < len(TEAMS):
        raise ValueError(f"the demo company has at least {len(TEAMS)} teams, not {teams}")
    more = generated_teams(teams - len(TEAMS))
    return Cast(
        TEAMS + tuple(place.team for place in more),
        PEOPLE + generated_people(more),
        _NOW + generated_goals(more, 0, dice),
        _BEFORE + generated_goals(more, 1, dice),
    )
