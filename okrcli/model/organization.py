"""The organization: its teams, its people, its pillars, and the measures that must stay healthy."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from okrcli.model.key_result import SLACK


class Team(NamedTuple):
    """A team; the root is the one without a parent."""

    id: str
    name: str = ""
    parent: str | None = None
    lead: str | None = None
    members: Sequence[str] = ()
    check_in_days: int | None = None
    max_objectives: int | None = None


class Person(NamedTuple):
    """A person and the e-mail addresses that git knows them by."""

    id: str
    name: str = ""
    emails: Sequence[str] = ()


class Pillar(NamedTuple):
    """A strategic theme that objectives serve."""

    id: str
    title: str = ""


class Kpi(NamedTuple):
    """An ongoing measure with the bound that it must keep."""

    id: str
    title: str = ""
    owner: str | None = None
    unit: str | None = None
    at_least: float | None = None
    at_most: float | None = None
    current: float | None = None
    updated: date | None = None

    def crossed(self, value: float) -> float | None:
        """Give the bound that a value does not keep; the bound itself is kept."""
        if self.at_least is not None and value < self.at_least - SLACK:
            return self.at_least
        if self.at_most is not None and value > self.at_most + SLACK:
            return self.at_most
        return None


class Organization(NamedTuple):
    """All of organization.yaml; empty where a workspace has none."""

    name: str = ""
    vision: str | None = None
    pillars: Sequence[Pillar] = ()
    teams: Sequence[Team] = ()
    people: Sequence[Person] = ()

    def team(self, team_id: str) -> Team:
        """Give a team by its id; one that no file describes has only its id."""
        return next((team for team in self.teams if team.id == team_id), Team(team_id, team_id))

    @property
    def root(self) -> Team | None:
        """Give the one team without a parent, where there is exactly one."""
        roots = [team for team in self.teams if team.parent is None]
        return roots[0] if len(roots) == 1 else None

    def cascade(self) -> Iterator[Team]:
        """Yield all teams, each after its parent, brothers in the file's order."""
        children: dict[str | None, list[Team]] = {}
        for team in self.teams:
            children.setdefault(team.parent, []).append(team)
        seen: set[str] = set()
        ahead = list(reversed(children.get(None, ())))
        while ahead:
            team = ahead.pop()
            if team.id not in seen:
                seen.add(team.id)
                yield team
                ahead.extend(reversed(children.get(team.id, ())))
        yield from (team for team in self.teams if team.id not in seen)
