"""The story as input for `git fast-import`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrcli.demo.events import BRANCH, MERGE
from okrcli.demo.story import Commit, Plan, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from okrcli.demo.company import Person

_BRANCH = b"refs/heads/main"


def fast_import_stream(
    *, today: date, teams: int = 8, weeks: int = 20, seed: int = 1, commits: int | None = None
) -> Iterator[bytes]:
    """Yield a `git fast-import` stream of a made-up company's OKR history ending on `today`.

    The same arguments give the same bytes. `commits` asks for about so many commits instead of
    the natural rhythm. Raises ValueError for fewer than 8 teams or 1 week.
    """
    story = tell(Plan(today, teams, weeks, seed, commits))
    line = _Line(story.people)
    for commit in story.commits:
        yield line.command(commit)


class _Line:
    """The commits written so far: where main stands, and the branch beside it."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        """Begin with an empty repository."""
        self._people = people
        self._newest = 0  # marks count from 1
        self._main = 0
        self._side = 0

    def command(self, commit: Commit) -> bytes:
        """Return the fast-import command for a commit, and move on to it."""
        parts = [self._head(commit), self._parents(commit)]
        for path, text in commit.files:
            content = text.encode()
            parts += [b"M 100644 inline %s\ndata %d\n" % (path.encode(), len(content)), content]
            parts.append(b"\n")
        self._newest += 1
        if commit.line == BRANCH:
            self._side = self._newest
        else:
            self._main = self._newest
        return b"".join(parts)

    def _head(self, commit: Commit) -> bytes:
        """Return who, when and why."""
        person = self._people[commit.author]
        signature = f"{person.name} <{person.email}> {commit.when} +0000".encode()
        message = f"{commit.message}\n".encode()
        return b"commit %s\nmark :%d\nauthor %s\ncommitter %s\ndata %d\n%s\n" % (
            _BRANCH,
            self._newest + 1,
            signature,
            signature,
            len(message),
            message,
        )

    def _parents(self, commit: Commit) -> bytes:
        """Return the parents, where they are not simply the commit before."""
        if commit.line == MERGE:
            return b"from :%d\nmerge :%d\n" % (self._main, self._side)
        parent = self._side or self._main if commit.line == BRANCH else self._main
        return b"from :%d\n" % parent if parent != self._newest else b""
