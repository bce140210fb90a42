"""Origins: whether an objective rose from below or was handed down, by who committed it first."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.alignment.alignment import Alignment
from okrcli.analysis.teams import TeamTree
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization
from okrcli.model.reference import Key
from okrcli.model.series import Beginning


class Origin(StrEnum):
    """Where an objective came from."""

    BOTTOM_UP = "bottom-up"  # by nobody above, before its parent or without one
    TAKEN_UP = "taken-up"  # by nobody above, under a parent that was there
    HANDED_DOWN = "handed-down"  # by the parent's owner, or the lead of the parent's team
    UNKNOWN = "unknown"  # there since the history began, or not committed yet


class Author(NamedTuple):
    """Who committed an objective first: where on the line, and who, where that is known."""

    place: int
    name: str | None


def beginning_of(objective: Objective, begun: Mapping[Key, Beginning]) -> Beginning | None:
    """Give where an objective began: with the oldest of its key results.

    A key result that came from another objective is older than this one, and says nothing of it.
    """
    own = [each for each in objective.key_results if not any("/" in was for was in each.formerly)]
    keys = (objective.key._replace(key_result=each.id) for each in own or objective.key_results)
    return min((begun[key] for key in keys if key in begun), default=None)


class Origins:
    """Tells where objectives came from."""

    def __init__(
        self,
        alignment: Alignment,
        organization: Organization,
        teams: TeamTree,
        authors: Mapping[Key, Author],
    ) -> None:
        """Take the links, the teams, and who committed the objectives and their parents first."""
        self._alignment = alignment
        self._organization = organization
        self._teams = teams
        self._authors = authors

    def origin(self, key: Key) -> Origin:
        """Tell where an objective came from."""
        author = self._authors.get(key)
        if author is None or author.name is None or not author.place:
            return Origin.UNKNOWN
        parents = self._parents(key)
        if author.name.casefold() in map(str.casefold, self._people_above(key, parents)):
            return Origin.HANDED_DOWN
        known = (self._authors.get(each) for each in parents)
        places = [0 if each is None else each.place for each in known]
        first = all(author.place < place for place in places)
        return Origin.BOTTOM_UP if first else Origin.TAKEN_UP

    def _parents(self, key: Key) -> Sequence[Key]:
        return [each for each in self._alignment.parents(key) if each != key]

    def _people_above(self, key: Key, parents: Sequence[Key]) -> Iterator[str]:
        """Yield who owns or leads what is above: the parents, without any the teams above."""
        teams = [parent.team for parent in parents] or [*self._teams.above(key.team)]
        owners = (self._alignment.objectives[parent].owner for parent in parents)
        leads = (self._organization.team(team).lead for team in teams)
        yield from filter(None, (*owners, *leads))
