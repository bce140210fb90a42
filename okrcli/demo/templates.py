"""Teams beyond the hand-written ones: areas by coast, and teams within them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from okrcli.demo.company import Person, Team
from okrcli.demo.goals import (
    KeyResultGoal,
    ObjectiveGoal,
    TeamGoals,
    key_result,
    objective,
    retrospective,
)
from okrcli.demo.measures import Maintained, Metric, rounded
from okrcli.demo.people import person
from okrcli.demo.steps import Milestones, Once, Step
from okrcli.demo.vocabulary import (
    AREA_THINGS,
    CLOSING_WHYS,
    DOMAINS,
    LESSONS,
    MEASURES,
    PHRASES,
    PLACES,
    WHO,
    WHYS,
    WORK,
    Measure,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from okrcli.demo.dice import Dice
    from okrcli.demo.motion import Motion

_AREA_SIZE = 13  # an area and its teams
_SLOTS = 3  # objectives of a team in a cycle
_KEY_RESULTS = 4
_STEPS, _BOUND, _ONCE = range(3)  # the kinds of a fourth key result, besides a metric
_SPELLINGS = ("tenths", "fraction", "percent")
_PILLARS = ("delight", "trust", "partners")
_PARENTS = ("company/joyful-crossing", "company/calm-seas", "company/every-island")
_DECISIONS = ("continue", "achieved", "change", "continue", "defer")


@dataclass(frozen=True, slots=True)
class Place:
    """A generated team: its number, its coast, and what it works on."""

    number: int
    team: Team
    coast: str
    things: Sequence[str]
    is_area: bool


def generated_teams(count: int) -> tuple[Place, ...]:
    """Return so many further teams, an area before the teams that belong to it."""
    return tuple(_places(count))


def generated_people(places: Sequence[Place]) -> tuple[Person, ...]:
    """Return the lead and the member of every generated team."""
    return tuple(person(number) for number in range(2 * len(places)))


def generated_goals(places: Sequence[Place], ago: int, dice: Dice) -> tuple[TeamGoals, ...]:
    """Return the goals of all generated teams in a quarter, `ago` quarters before this one."""
    return tuple(_goals(place, ago, dice) for place in places)


def _places(count: int) -> Iterator[Place]:
    """Yield areas and teams in turn."""
    domains = tuple(DOMAINS)
    for number in range(count):
        area, within = divmod(number, _AREA_SIZE)
        again, coast = divmod(area, len(PLACES))
        name = PLACES[coast].removeprefix("the ") + (f" {again + 1}" if again else "")
        ident = f"coast-{area + 1}"
        if within:
            domain = domains[number % len(domains)]
            team = _team(number, f"{domain}-{number}", f"{domain.title()} {name}", ident)
            yield Place(number, team, PLACES[coast], DOMAINS[domain], is_area=False)
        else:
            team = _team(number, ident, name, "company")
            yield Place(number, team, PLACES[coast], _area_things(number), is_area=True)


def _team(number: int, ident: str, name: str, parent: str) -> Team:
    """Return a team of two with habits of its own."""
    return Team(
        ident,
        name,
        person(2 * number).id,
        (person(2 * number + 1).id,),
        parent,
        weekday=number % 5,
        spelling=_SPELLINGS[number % len(_SPELLINGS)],
        terse=0.5,
    )


def _goals(place: Place, ago: int, dice: Dice) -> TeamGoals:
    """Return a team's objectives in a quarter."""
    objectives = tuple(_objective(place, slot, ago, dice) for slot in range(_SLOTS))
    looking_back = retrospective(
        f"{_capital(dice.pick(WORK))} was worth its time.",
        dice.pick(CLOSING_WHYS),
        dice.pick(LESSONS).rstrip("."),
        place.team.lead,
        done=dice.chance(0.5),
    )
    return TeamGoals(place.team.id, objectives, looking_back)


def _objective(place: Place, slot: int, ago: int, dice: Dice) -> ObjectiveGoal:
    """Return one objective with four key results of different kinds."""
    number = _SLOTS * place.number + slot + 7 * ago
    words = {"place": place.coast, "thing": place.things[slot]}
    who = WHO[(number + number // len(PHRASES)) % len(WHO)].lower()
    title = PHRASES[number % len(PHRASES)].format(who=who, **words)
    measures = [MEASURES[(number * 5 + index) % len(MEASURES)] for index in range(_KEY_RESULTS)]
    team = place.team
    return objective(
        _ident(place.things[slot]),
        _capital(title),
        *(_metric(measure, words, team, dice) for measure in measures[1:]),
        _last(measures[0], words, number, dice),
        owner=team.members[0] if slot == 1 else team.lead,
        ambition="aspirational" if dice.chance(0.4) else "committed",
        why=dice.pick(WHYS) if slot == 0 else None,
        supports=[_above(place, slot)],
        pillar=_PILLARS[slot],
        priority=slot + 1,
        close={
            "decision": dice.pick(_DECISIONS),
            "why": dice.pick(CLOSING_WHYS),
            "lessons": [dice.pick(LESSONS)],
        },
    )


def _ident(thing: str) -> str:
    """Return an objective's id: its subject."""
    return thing.replace(" ", "-")


def _above(place: Place, slot: int) -> str:
    """Return the objective that an area's or a team's objective supports."""
    if place.is_area:
        return _PARENTS[slot]
    return f"{place.team.parent}/{_ident(_area_things(place.number)[slot])}"


def _area_things(number: int) -> Sequence[str]:
    """Return what the area works on to which the n-th generated team belongs."""
    return AREA_THINGS[number // _AREA_SIZE % len(AREA_THINGS)]


def _metric(measure: Measure, words: dict[str, str], team: Team, dice: Dice) -> KeyResultGoal:
    """Return a key result on a metric, its numbers a little different for every team."""
    owner = team.members[0] if dice.chance(0.4) else None
    return key_result(
        measure.id,
        _capital(measure.title.format(**words)),
        _motion(measure, dice),
        (dice.pick(WORK), dice.pick(WORK)),
        owner=owner,
    )


def _motion(measure: Measure, dice: Dice) -> Metric:
    """Return the way of a metric from a baseline near the usual one."""
    factor = 0.9 + 0.2 * dice.below(11) / 10
    baseline = rounded(measure.baseline * factor, measure.digits)
    reach = 0.3 + dice.below(9) / 10
    unit, counts = measure.unit, measure.counts
    return Metric(unit, baseline, measure.target, reach, measure.digits, counts)


def _last(measure: Measure, words: dict[str, str], number: int, dice: Dice) -> KeyResultGoal:
    """Return the fourth key result: of another kind from objective to objective."""
    title, motion = _other_kind(measure, number, dice)
    work = (dice.pick(WORK), dice.pick(WORK))
    return key_result(f"{measure.id}-proof", _capital(title.format(**words)), motion, work)


def _other_kind(measure: Measure, number: int, dice: Dice) -> tuple[str, Motion]:
    """Return title and motion of a kind that goes round."""
    late = dice.below(4)
    kind = number % _KEY_RESULTS
    if kind == _STEPS:
        steps = (
            Step("Agreed with the crews", 3, 3),
            Step("In use in the first port", 7, 7 + late, 2),
            Step("In use in every port", 12),
        )
        return "{thing} are taken for granted in every port of {place}", Milestones(steps)
    if kind == _BOUND:
        bound = Maintained("%", 94.5, at_least=92, swing=2, dips=(late + 2,) if late else ())
        return "Crossings with {thing} in order, {place}", bound
    if kind == _ONCE:
        return "The largest port in {place} recommends our {thing}", Once(6 + late)
    return measure.title, _motion(measure, dice)


def _capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[0].upper() + text[1:]
