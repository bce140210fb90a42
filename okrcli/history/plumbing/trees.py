"""What the tree of one commit holds."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import IO, NamedTuple, cast

from okrcli.history.plumbing.git import Git
from okrcli.model.settings import Settings
from okrcli.store.files import is_okr_path


class Entry(NamedTuple):
    """A path in a tree, and the object that stands there."""

    mode: str
    id: str
    path: str

    @property
    def is_file(self) -> bool:
        """Tell whether it is a regular file: no link and no submodule."""
        return self.mode.startswith("100")


def entries(git: Git, commit: str, *paths: str) -> Iterator[Entry]:
    """Yield what stands at some paths and below them; without paths, everything."""
    listing = ("ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths)
    with git.start(*listing) as process:
        found = cast("IO[bytes]", process.stdout).read().split(b"\0")
    for entry in filter(None, found):
        about, _, name = entry.partition(b"\t")
        mode, _, object_id = about.decode("ascii").split()
        yield Entry(mode, object_id, os.fsdecode(name))


def okr_blobs(git: Git, commit: str, settings: Settings) -> Mapping[str, str]:
    """Name the blobs of all OKR files of a commit, by their paths in the workspace."""
    folder = str(PurePosixPath(git.prefix, settings.okrs))
    found = (
        (entry.path.removeprefix(git.prefix), entry.id)
        for entry in entries(git, commit, folder)
        if entry.is_file
    )
    return {path: blob for path, blob in found if is_okr_path(path, settings)}


def files_at(git: Git, commit: str, settings: Settings) -> Mapping[str, bytes]:
    """Read all OKR files of a commit, by their paths in the workspace."""
    blobs = okr_blobs(git, commit, settings)
    contents = read_blobs(git, blobs.values())
    return {path: contents[blobs[path]] for path in sorted(blobs)}


def read_blobs(git: Git, blobs: Iterable[str]) -> Mapping[str, bytes]:
    """Read blobs; one that is not there has no content."""
    found: dict[str, bytes] = {}
    with git.start("cat-file", "--batch") as process:
        requests, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        for blob in blobs:
            requests.write(f"{blob}\n".encode("ascii"))
            requests.flush()
            header = answers.readline()
            if not header:
                break  # git ended, and says why when it is waited for
            found[blob] = _content(header, answers)
    return found


def _content(header: bytes, answers: IO[bytes]) -> bytes:
    _, kind, *size = header.decode("ascii").split()
    if kind != "blob" or not size:
        return b""
    data = answers.read(int(size[0]))
    answers.read(1)
    return data
