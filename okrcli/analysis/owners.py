"""Who is named as an owner: one person, several, or a group."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from okrcli.model.organization import Organization

_BETWEEN = r"\s*[,;&+/|]\s*|\s+(?:and|und|et|or)\s+"
_CROWD = (
    r"(?:all|everyone|everybody|anyone|us|we|management|leadership)(?: of us)?"
    r"|(?:the )?(?:.+ )?(?:team|squad|crew|department)|(?:the )?team .+"
)
_LEAST = 2  # letters of a name


class Named(Enum):
    """What a text names where one person belongs."""

    PERSON = auto()
    SEVERAL = auto()
    TEAM = auto()
    CROWD = auto()


class Owners:
    """Tells one person from several and from a team; who is listed is one, whatever the name."""

    def __init__(self, organization: Organization) -> None:
        """Take the names of people and teams."""
        self._people = {person.id for person in organization.people}
        self._members = {name for team in organization.teams for name in (team.lead, *team.members)}
        self._leads = {
            name.casefold(): team.lead
            for team in organization.teams
            for name in (team.id, team.name)
            if name
        }

    def named(self, text: str) -> Named:
        """Tell what a text names."""
        if text in self._people:
            return Named.PERSON
        if self._team(text) in self._leads and text not in self._members:
            return Named.TEAM
        if re.fullmatch(_CROWD, _plain(text)):
            return Named.CROWD
        return Named.SEVERAL if len(names_in(text)) > 1 else Named.PERSON

    def lead(self, text: str) -> str | None:
        """Give who leads the team that a text names."""
        return self._leads.get(self._team(text))

    def _team(self, text: str) -> str:
        """Take the words around a team's name away, unless they are part of it."""
        plain = _plain(text)
        bare = plain.removeprefix("the ").removeprefix("team ").removesuffix(" team")
        return plain if plain in self._leads else bare


def names_in(text: str) -> Sequence[str]:
    """Give the names that a text lists; the text itself where it lists none.

    What stands in brackets is a remark.
    """
    plain = re.sub(r"\(.*?\)", "", text)
    parts = [part.strip() for part in re.split(_BETWEEN, plain)]
    return parts if len(parts) > 1 and all(len(part) >= _LEAST for part in parts) else [text]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
