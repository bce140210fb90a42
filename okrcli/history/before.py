"""The OKR files as they were where a branch began: for what the branch changed."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import IO, cast

from okrcli.errors import GitError, UnknownRevisionError, UsageError
from okrcli.history.git import Git, repository
from okrcli.model.settings import Settings

_SHA1_DIGITS = 40
_FETCH = "fetch it with its history: `git fetch`, in CI `fetch-depth: 0`"


def texts_before(
    root: Path, base: str, settings: Settings, texts: Mapping[str, str]
) -> Mapping[str, bytes | None]:
    """Give, for each text that differs, what the file held at the merge base; None: it is new.

    The merge base is that of a revision and HEAD; `texts` are the files as they are now, so that
    what is not committed counts. A file that was only moved does not differ.
    """
    git = repository(root)
    blobs = dict(_listed(git, _merge_base(git, base), settings))
    known = set(blobs.values())
    before: dict[str, bytes | None] = {}
    for path, text in texts.items():
        blob = blobs.get(path)
        now = _blob_id(text, len(blob) if blob else max(map(len, known), default=0))
        if now == blob or (blob is None and now in known):
            continue
        before[path] = None if blob is None else _read(git, "cat-file", "blob", blob)
    return before


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
    """Yield each regular file of the OKR folder at a commit, by its path in the workspace."""
    folder = str(PurePosixPath(git.prefix, settings.okrs))
    output = _read(git, "ls-tree", "-r", "-z", "--full-tree", commit, "--", folder)
    for entry in filter(None, output.split(b"\0")):
        about, _, path = entry.partition(b"\t")
        mode, _, blob = about.decode("ascii").split()
        if mode.startswith("100"):
            yield os.fsdecode(path).removeprefix(git.prefix), blob


def _read(git: Git, *args: str) -> bytes:
    with git.start(*args) as process:
        return cast("IO[bytes]", process.stdout).read()


def _blob_id(text: str, digits: int) -> str:
    """Name a text as git would name the file; with 64 digits, the repository's hash is SHA-256."""
    data = text.encode("utf-8", "surrogatepass")
    algorithm = hashlib.sha256 if digits > _SHA1_DIGITS else hashlib.sha1
    return algorithm(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
