"""The OKR files as they were where a branch began: for what the branch changed."""

from collections.abc import Mapping
from pathlib import Path
from typing import IO, cast

from okrcli.errors import GitError, UnknownRevisionError, UsageError
from okrcli.history.plumbing.git import Git, repository
from okrcli.history.plumbing.trees import files_at
from okrcli.model.settings import Settings

_FETCH = "fetch it with its history: `git fetch`, in CI `fetch-depth: 0`"


def contents_before(root: Path, base: str, settings: Settings) -> Mapping[str, bytes]:
    """Read all OKR files at the merge base of a revision and HEAD, by their paths."""
    git = repository(root)
    return files_at(git, _merge_base(git, base), settings)


def _merge_base(git: Git, base: str) -> str:
    try:
        commit = git.commit(base)
    except UnknownRevisionError:
        raise UsageError(f"{base!r} is no commit of this repository", _FETCH) from None
    head = git.head()
    if head is None:
        raise UsageError("there is no commit yet, so nothing can have changed since one")
    try:
        with git.start("merge-base", commit, head) as process:
            return cast("IO[bytes]", process.stdout).read().decode("ascii").strip()
    except GitError:
        raise GitError(f"{base!r} and HEAD have no commit in common here", _FETCH) from None
