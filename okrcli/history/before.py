"""The OKR files as they were where a branch began: for what the branch changed."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import IO, cast

from okrcli.errors import GitError, UnknownRevisionError, UsageError
from okrcli.history.git import Git, repository
from okrcli.model.settings import Settings
from okrcli.store.files import is_okr_path

_FETCH = "fetch it with its history: `git fetch`, in CI `fetch-depth: 0`"
_FILE = "100"  # how the mode of a regular file begins


def contents_before(root: Path, base: str, settings: Settings) -> Mapping[str, bytes]:
    """Read all OKR files at the merge base of a revision and HEAD, by their paths."""
    git = repository(root)
    blobs = dict(_listed(git, _merge_base(git, base), settings))
    contents: dict[str, bytes] = {}
    with git.start("cat-file", "--batch") as batch:
        requests, answers = cast("IO[bytes]", batch.stdin), cast("IO[bytes]", batch.stdout)
        for path, blob in blobs.items():
            requests.write(blob.encode("ascii") + b"\n")
            requests.flush()
            _, kind, *size = answers.readline().decode("ascii").split()
            if size:
                data = answers.read(int(size[0]))
                answers.read(1)
                contents.update({path: data} if kind == "blob" else {})
    return contents


def _merge_base(git: Git, base: str) -> str:
    try:
        commit = git.commit(base)
    except UnknownRevisionError:
        raise UsageError(f"{base!r} is no commit of this repository", _FETCH) from None
    head = git.head()
    if head is None:
        raise UsageError("there is no commit yet, so nothing can have changed since one")
    try:
        return _read(git, "merge-base", commit, head).decode("ascii").strip()
    except GitError:
        raise GitError(f"{base!r} and HEAD have no commit in common here", _FETCH) from None


def _listed(git: Git, commit: str, settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the blob of each OKR file at a commit, by the file's path in the workspace."""
    folder = str(PurePosixPath(git.prefix, settings.okrs))
    output = _read(git, "ls-tree", "-r", "-z", "--full-tree", commit, "--", folder)
    for entry in filter(None, output.split(b"\0")):
        about, _, name = entry.partition(b"\t")
        mode, _, blob = about.decode("ascii").split()
        path = os.fsdecode(name).removeprefix(git.prefix)
        if mode.startswith(_FILE) and is_okr_path(path, settings):
            yield path, blob


def _read(git: Git, *args: str) -> bytes:
    with git.start(*args) as process:
        return cast("IO[bytes]", process.stdout).read()
