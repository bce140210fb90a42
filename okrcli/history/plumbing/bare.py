"""Bare repositories, which have no working tree."""

from pathlib import Path
from typing import IO, cast

from okrcli.history.plumbing.git import Git

_PARTS = ("HEAD", "objects", "refs")  # by these git knows its own folder


def bare_repository(folder: Path) -> Git | None:
    """Find the bare repository that a folder is in; None where there is none.

    git looks for none itself (safe.bareRepository), since one may lie among somebody's files. It
    is named outright, and read as little trusted as any other.
    """
    for place in (folder, *folder.parents):
        if (place / ".git").exists():
            return None
        if all((place / name).exists() for name in _PARTS):
            git = Git(str(place), "", shallow=False)
            return git._replace(shallow=_is_shallow(git))
    return None


def _is_shallow(git: Git) -> bool:
    with git.start("rev-parse", "--is-shallow-repository") as process:
        return cast("IO[bytes]", process.stdout).read().strip() == b"true"
