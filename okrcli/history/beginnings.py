"""Who first committed an objective, and when."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import IO, NamedTuple, cast

from okrcli.history.following.contents import Line, read_graph
from okrcli.history.following.snapshot import Content
from okrcli.history.following.witness import Witness
from okrcli.history.plumbing.git import Git, find_repository
from okrcli.history.plumbing.log import ARGUMENTS, Commit, commits, day_of
from okrcli.history.plumbing.moment import time_zone
from okrcli.history.recorded import Recorded
from okrcli.model.objective import OkrFile
from okrcli.model.reference import Key
from okrcli.model.series import Beginning
from okrcli.model.settings import Settings

# Without what they changed: a treeless clone has commits, and not always more.
_ALONE = (*(each for each in ARGUMENTS if each != "--raw"), "--no-walk=unsorted", "--stdin")


class First(NamedTuple):
    """Who first committed something, on which day, in which commit of the line, at which place.

    `author` is a person's id where the e-mail is known, else the name in git. What is not committed
    yet has neither author nor commit.
    """

    place: int
    commit: str | None
    author: str | None
    day: date


def first_commits(
    folder: Path, found: Recorded, beginnings: Mapping[Key, Beginning]
) -> Mapping[Key, First]:
    """Look up who made the commits in which some objectives began.

    What a merge brought is by whoever wrote it on the side that was merged.
    """
    git = find_repository(folder)
    made = {} if git is None else _read(git, {each.commit for each in beginnings.values()})
    written = {key: made[each.commit] for key, each in beginnings.items() if each.commit in made}
    if git is not None:
        written.update(_on_the_side(git, found.settings, written))
    zone = time_zone(found.settings)
    witness = Witness(Line(), found.timeline.organization, found.now, zone)
    firsts: dict[Key, First] = {}
    for key, (place, commit) in beginnings.items():
        by = written.get(key)
        author = None if by is None else witness.person(by.author_name, by.author_email)
        day = found.now if by is None else day_of(by.author_time, zone)
        firsts[key] = First(place, commit, author, day)
    return firsts


def _read(git: Git, ids: Iterable[str | None]) -> Mapping[str | None, Commit]:
    """Read some commits, without those before them."""
    asked = sorted(filter(None, ids))
    if not asked:
        return {}
    with git.start(*_ALONE) as log:
        with cast("IO[bytes]", log.stdin) as requests:
            requests.write("".join(f"{each}\n" for each in asked).encode("ascii"))
        return {commit.id: commit for commit in commits(cast("IO[bytes]", log.stdout))}


def _on_the_side(
    git: Git, settings: Settings, written: Mapping[Key, Commit]
) -> Iterator[tuple[Key, Commit]]:
    """Yield, for what merges brought, the oldest commit that each brought with it."""
    for merge in dict.fromkeys(commit for commit in written.values() if commit.merge):
        brought = {key for key, commit in written.items() if commit is merge}
        graph, contents = read_graph(Line([merge], git=git, settings=settings))
        for commit in (each for each in reversed(graph) if not each.merge):
            found = {key for key in brought if _has(commit, contents, key)}
            yield from ((key, commit) for key in found)
            brought -= found


def _has(commit: Commit, contents: Mapping[str, Content], key: Key) -> bool:
    files = (contents.get(change.new or "") for change in commit.changes)
    return any(
        each.key == key and not each.draft
        for file in files
        if isinstance(file, OkrFile)
        for each in file.objectives
    )
