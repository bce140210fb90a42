"""What of a story is shown: of a team, an objective, a key result, a cycle, a person, a time."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from okrcli.analysis.story.log_entry import Chapter, LogEntry
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef, Version


class Wanted(NamedTuple):
    """What is shown; None is everything. `since` is a day, `seen` are commits that are not shown.

    `key` is an objective, which is shown with its key results, or a key result, which is shown
    with what became of its objective. `author` is who checked in, else who committed.
    """

    team: str | None = None
    key: Key | None = None
    cycle: str | None = None
    author: str | None = None
    since: date | None = None
    seen: Collection[str | None] = ()

    def shows(self, entry: LogEntry) -> bool:
        """Tell whether an entry is shown."""
        key = entry.key
        return (
            (self.team is None or key.team == self.team)
            and (self.key is None or self._is_of(key, self.key))
            and (self.cycle is None or key.cycle == self.cycle)
            and (self.author is None or entry.who == self.author)
        )

    def shows_commit(self, commit: CommitRef) -> bool:
        """Tell whether anything of a commit is shown."""
        return commit.id not in self.seen and (self.since is None or commit.dated >= self.since)

    @staticmethod
    def _is_of(key: Key, wanted: Key) -> bool:
        if key.of_objective != wanted.of_objective:
            return False
        return wanted.key_result in {None, key.key_result} or key.key_result is None


def chosen(chapters: Iterable[Chapter], wanted: Wanted) -> list[Chapter]:
    """Choose what is shown of a story; a chapter of which nothing is shown is left out."""
    found = (
        chapter._replace(entries=[each for each in chapter.entries if wanted.shows(each)])
        for chapter in chapters
        if wanted.shows_commit(chapter.commit)
    )
    return [chapter for chapter in found if chapter.entries]


def around(versions: Mapping[Key, Sequence[Version]], key: Key) -> dict[Key, Sequence[Version]]:
    """Choose the key results that the story of one needs: those that ever were where it was."""
    own = key.of_objective
    mates = [found for each, found in versions.items() if each.of_objective == own]
    homes = {own, *(version.key.of_objective for found in mates for version in found)}
    return {
        each: found
        for each, found in versions.items()
        if any(version.key.of_objective in homes for version in found)
    }


def entangled(
    versions: Mapping[Key, Sequence[Version]], teams: Collection[str]
) -> dict[Key, Sequence[Version]]:
    """Choose the key results whose story has a part in that of some teams.

    They are those that ever were the teams', those that ever were in an objective with one of
    these, and so on: where an objective went is told by all that was in it.
    """
    homes = {
        key: {key.of_objective, *(version.key.of_objective for version in its)}
        for key, its in versions.items()
    }
    guests: dict[Key, list[Key]] = {}
    for key, its in homes.items():
        for home in its:
            guests.setdefault(home, []).append(key)
    ahead = [home for home in guests if home.team in teams]
    seen = set(ahead)
    while ahead:
        near = {home for key in guests[ahead.pop()] for home in homes[key]} - seen
        seen |= near
        ahead.extend(near)
    return {key: its for key, its in versions.items() if not seen.isdisjoint(homes[key])}


def last_keys(versions: Mapping[Key, Sequence[Version]]) -> dict[Key, Key]:
    """Give the last id for each id that a key result or an objective has or had."""
    found: dict[Key, Key] = {}
    for key, its_versions in versions.items():
        for version in its_versions:
            found[version.key] = key
            found[version.key.of_objective] = key.of_objective
    for key in versions:
        found |= {key: key, key.of_objective: key.of_objective}
    return found
