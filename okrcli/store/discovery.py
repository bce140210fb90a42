"""Where a workspace begins: okr.toml, or the git root that has a folder of OKRs."""

import os
from pathlib import Path

from okrcli.errors import NoWorkspaceError

SETTINGS_NAME = "okr.toml"
OKR_FOLDER = "okrs"


def find_workspace(start: Path) -> Path:
    """Find the root of the workspace that a file or a folder is in.

    It is the nearest folder upward that holds okr.toml, not above the git root; with none, the
    git root if it has a folder `okrs/`; outside any repository, `start` itself if it has one.
    """
    first = _absolute(start)
    for folder in (first, *first.parents):
        if _exists(folder / SETTINGS_NAME):
            return folder
        if _exists(folder / ".git"):
            return _with_okrs(folder, start)
    return _with_okrs(first, start)


def _absolute(start: Path) -> Path:
    """Make a path absolute without following links, so that a link leads nowhere else."""
    try:
        path = Path(os.path.abspath(start))  # noqa: PTH100 - Path.resolve would follow links
    except (OSError, ValueError) as error:
        raise NoWorkspaceError(str(start)) from error
    return path if _is_folder(path) else path.parent


def _with_okrs(folder: Path, start: Path) -> Path:
    if _is_folder(folder / OKR_FOLDER):
        return folder
    raise NoWorkspaceError(str(start))


def _exists(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except (OSError, ValueError):
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
