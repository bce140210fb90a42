"""Where a workspace is: on disk, else in what a repository has committed.

A bare repository has no files on disk, nor has a clone of which nothing was checked out.
"""

from pathlib import Path
from typing import NamedTuple

from okrcli.errors import NoWorkspaceError, UsageError
from okrcli.history.plumbing.git import Git, find_repository, repository
from okrcli.store.discovery import OKR_FOLDER, SETTINGS_NAME, find_workspace


class Whereabouts(NamedTuple):
    """A workspace: its folder on disk; or the repository that alone has it, and where one is."""

    folder: Path
    stored: Git | None = None

    @property
    def git(self) -> Git:
        """Give the repository that it is in."""
        return repository(self.folder) if self.stored is None else self.stored


def whereabouts(start: Path, at: str | None) -> Whereabouts:
    """Find the workspace that a folder is in; where none is on disk, that of a moment (`--at`)."""
    try:
        return Whereabouts(find_workspace(start))
    except NoWorkspaceError:
        from okrcli.history.plumbing.bare import bare_repository  # noqa: PLC0415 - seldom needed

        bare = bare_repository(start)
        git = bare or find_repository(start)
        if git is None:
            raise
        prefix = None if bare and at is None else _prefix(git, at, bare)
        if prefix is None and bare is None:
            raise
    if at is None:
        raise UsageError("nothing is checked out here", "name a revision: `--at HEAD`")
    if prefix is None:
        raise UsageError(f"there are no OKRs at {at}: no {SETTINGS_NAME}, no folder {OKR_FOLDER}/")
    return Whereabouts(start, git._replace(prefix=prefix))


def _prefix(git: Git, at: str | None, bare: Git | None) -> str | None:
    from okrcli.history.committed import folder_in_tree  # noqa: PLC0415 - seldom needed

    return folder_in_tree(git, at or "HEAD", everywhere=bare is not None)
