"""The tree of teams: who is above whom, and who is the root."""

from collections.abc import Iterable, Iterator

from okrcli.model.organization import Organization, Team


class TeamTree:
    """The teams of an organization; where no file lists them, those that OKR files name.

    A team without a parent is the root. Where nobody lists teams, the only one that is named is;
    among several none is, since nothing says which.
    """

    def __init__(self, organization: Organization, named: Iterable[str]) -> None:
        """Take the teams, and the names of those that have objectives."""
        listed = {team.id: team.parent for team in organization.teams if team.id}
        self._parents = listed or dict.fromkeys(named)
        self._has_roots = bool(listed) or len(self._parents) == 1
        self._children: dict[str, list[str]] = {}
        for team, parent in self._parents.items():
            if parent is not None:
                self._children.setdefault(parent, []).append(team)

    def knows(self, team: str) -> bool:
        """Tell whether a team is in the tree."""
        return team in self._parents

    def is_root(self, team: str) -> bool:
        """Tell whether a team is the topmost."""
        return self._has_roots and team in self._parents and self._parents[team] is None

    def above(self, team: str) -> Iterator[str]:
        """Yield the teams above a team, the nearest first."""
        seen = {team}
        parent = self._parents.get(team)
        while parent is not None and parent not in seen:
            seen.add(parent)
            yield parent
            parent = self._parents.get(parent)

    def depth(self, team: str) -> int:
        """Count the teams above a team."""
        return sum(1 for _ in self.above(team))

    def below(self, team: str) -> Iterator[str]:
        """Yield the teams below a team, those next to it first."""
        seen = {team}
        ahead = [team]
        while ahead:
            ahead = [
                child
                for parent in ahead
                for child in self._children.get(parent, ())
                if child not in seen
            ]
            seen.update(ahead)
            yield from ahead


def in_cascade(organization: Organization, named: Iterable[str]) -> list[Team]:
    """Give the teams down the cascade, then those of some names that no file lists."""
    listed = list(organization.cascade())
    unknown = set(named).difference(team.id for team in listed)
    return [*listed, *(Team(name, name) for name in sorted(unknown))]
