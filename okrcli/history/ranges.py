"""What a branch changes: the commits of `BASE..HEAD`, and where it began."""

from typing import IO, NamedTuple, cast

from okrcli.errors import GitError, UnknownRevisionError, UsageError
from okrcli.history.plumbing.git import Git

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


def commit_named(git: Git, name: str) -> str:
    """Resolve the name of a commit; where there is none, say how to get it."""
    try:
        return git.commit(name)
    except UnknownRevisionError:
        raise UsageError(f"{name!r} is no commit of this repository", _FETCH) from None


def _lines(git: Git, *args: str) -> list[str]:
    with git.start(*args) as process:
        return cast("IO[bytes]", process.stdout).read().decode("ascii").split()
