"""What a change does to the numbers of teams, and of the company's own objectives."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from okrcli.analysis.changes.changes import Effect
from okrcli.analysis.changes.measuring import Measuring
from okrcli.analysis.progress.summary import Goals, report_team
from okrcli.model.key_result import SLACK
from okrcli.model.objective import Objective

_Place = tuple[str, str]  # a cycle and a team
_Placed = Mapping[_Place, Sequence[Objective]]


def effects(before: Goals, after: Goals, was: Measuring, now: Measuring) -> list[Effect]:
    """Give the teams and the root's objectives that have other numbers than before.

    Only teams whose objectives differ are measured; where the settings do, all.
    """
    old, new = (_by_place(goals) for goals in (before, after))
    same = before.settings == after.settings
    places = [place for place in {**old, **new} if not same or old.get(place) != new.get(place)]
    root = after.organization.root
    found: list[Effect] = []
    for place in _ranked(places, after):
        sides = ((old, was), (new, now))
        numbers = (_progress(place, after, placed, measured) for placed, measured in sides)
        found.extend(_of_team(place, after, *numbers))
        if root is not None and place[1] == root.id:
            found.extend(_of_objectives(new.get(place, ()), was, now))
    return found


def _by_place(goals: Goals) -> _Placed:
    found: dict[_Place, list[Objective]] = {}
    for objective in goals.objectives:
        found.setdefault((objective.cycle, objective.team), []).append(objective)
    return found


def _ranked(places: Collection[_Place], goals: Goals) -> list[_Place]:
    """Order by cycle, then down the teams."""
    teams = {team.id: place for place, team in enumerate(goals.organization.cascade())}
    return sorted(places, key=lambda each: (each[0], teams.get(each[1], len(teams)), each[1]))


def _progress(place: _Place, goals: Goals, placed: _Placed, measured: Measuring) -> float | None:
    team = goals.organization.team(place[1])
    return report_team(team, measured.team(placed.get(place, ()))).progress


def _of_team(
    place: _Place, goals: Goals, before: float | None, after: float | None
) -> Iterator[Effect]:
    if _differ(before, after):
        cycle, team = place
        yield Effect(cycle, team, goals.organization.team(team).name or team, before, after)


def _of_objectives(
    objectives: Sequence[Objective], was: Measuring, now: Measuring
) -> Iterator[Effect]:
    for objective in objectives:
        before, after = was.numbers(objective.key), now.numbers(objective.key)
        if before is None or after is None:
            continue
        if _differ(before.progress, after.progress) or before.status is not after.status:
            yield Effect(
                objective.cycle,
                objective.team,
                objective.title or objective.id,
                before.progress,
                after.progress,
                objective.key,
                before.status,
                after.status,
            )


def _differ(before: float | None, after: float | None) -> bool:
    if before is None or after is None:
        return before is not after
    return abs(before - after) > SLACK
