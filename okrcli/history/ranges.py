"""What a branch changes: the commits of `BASE..HEAD`, and where it began."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import IO, NamedTuple, cast

from okrcli.errors import GitError, UnknownRevisionError, UsageError
from okrcli.history.contents import read_line
from okrcli.history.git import Git
from okrcli.history.moment import time_zone
from okrcli.history.recorded import Recorded
from okrcli.history.witness import Witness
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef

_FETCH = "fetch it with its history: `git fetch`, in CI `fetch-depth: 0`"


class Range(NamedTuple):
    """The commits that a revision has and a base has not, and where the two parted.

    `base` is their merge base; where a shallow clone hides that, the base itself, and `guessed`.
    """

    base: str
    head: str
    commits: frozenset[str]
    guessed: bool = False


def ends(written: str) -> tuple[str, str]:
    """Split a range into its base and its head."""
    first, _, last = written.partition("..")
    if not first:
        raise UsageError("a range needs a base: BASE..HEAD, or BASE")
    return first, last.removeprefix(".") or "HEAD"


def find_range(git: Git, written: str) -> Range:
    """Resolve `BASE..HEAD`, `BASE...HEAD` or `BASE`; an end that is left out is HEAD."""
    base, head = (commit_named(git, name) for name in ends(written))
    listed = _lines(git, "rev-list", head, f"^{base}")
    try:
        parted = _lines(git, "merge-base", base, head)[0]
    except (GitError, IndexError):
        if not git.shallow:
            raise UsageError(f"the two ends of {written} have no commit in common") from None
        return Range(base, head, frozenset(listed), guessed=True)
    return Range(parted, head, frozenset(listed))


class SaidOn:
    """Tells on which day somebody wrote what a merge brought; it reads the line again for it."""

    def __init__(self, git: Git, head: str, found: Recorded, line: Sequence[CommitRef]) -> None:
        """Take the commits of the line that leads to a revision, oldest first."""
        self._git = git
        self._head = head
        self._found = found
        self._places = {commit.id: place for place, commit in enumerate(line)}

    def day(self, commit: CommitRef, keys: Sequence[Key]) -> date:
        """Give the author date; for a merge, of the commit that brought a check-in of these ids."""
        if commit.id not in self._merges:
            return commit.authored
        return self._witness.who(self._places[commit.id], keys)[1]

    @cached_property
    def _merges(self) -> frozenset[str]:
        return frozenset(_lines(self._git, "rev-list", "--first-parent", "--merges", self._head))

    @cached_property
    def _witness(self) -> Witness:
        settings, timeline = self._found.settings, self._found.timeline
        zone = time_zone(settings)
        line = read_line(self._git, self._head, settings, zone)
        return Witness(line, timeline.organization, self._found.now, zone)


def commit_named(git: Git, name: str) -> str:
    """Resolve the name of a commit; where there is none, say how to get it."""
    try:
        return git.commit(name)
    except UnknownRevisionError:
        raise UsageError(f"{name!r} is no commit of this repository", _FETCH) from None


def _lines(git: Git, *args: str) -> list[str]:
    with git.start(*args) as process:
        return cast("IO[bytes]", process.stdout).read().decode("ascii").split()
