"""The one commit that a clone without old trees has in full: it counts as the first one."""

from collections.abc import Callable, Mapping
from typing import IO, TypeVar, cast

from okrcli.history.plumbing.git import Git
from okrcli.history.plumbing.log import ALONE, Change, Commit, commits
from okrcli.history.plumbing.trees import okr_blobs, read_blobs
from okrcli.model.settings import Settings

T = TypeVar("T")


def read_alone(
    git: Git, commit: str, settings: Settings, decode: Callable[[bytes], T]
) -> tuple[Commit, Mapping[str, T]]:
    """Read a commit as if it had no parents, and the contents of its files."""
    blobs = okr_blobs(git, commit, settings)
    with git.start(*ALONE, commit) as log:
        (found,) = commits(cast("IO[bytes]", log.stdout))
    changes = tuple(Change(path, None, blob) for path, blob in sorted(blobs.items()))
    contents = read_blobs(git, dict.fromkeys(blobs.values()))
    return (
        found._replace(parents=(), changes=changes),
        {blob: decode(data) for blob, data in contents.items()},
    )
