"""Where a workspace is in the tree of a commit."""

from pathlib import PurePosixPath

from okrcli.errors import UsageError
from okrcli.history.at import named_day
from okrcli.history.following.contents import SETTINGS_FILE
from okrcli.history.plumbing.git import Git
from okrcli.history.plumbing.trees import entries
from okrcli.store.discovery import OKR_FOLDER

_SHOWN = 3


def folder_in_tree(git: Git, at: str, *, everywhere: bool) -> str | None:
    """Give the folder of a workspace in a tree: upward as on disk, or the only one `everywhere`."""
    commit = git.head() if named_day(at) else git.commit(at)
    if commit is None:
        raise UsageError("there are no commits yet", "commit the OKR files first")
    upward = _upward(git.prefix)
    there = {entry.path for entry in entries(git, commit, *map(_settings, upward), OKR_FOLDER)}
    found = [folder for folder in upward if _settings(folder) in there]
    if not found and everywhere:
        found = _workspaces(git, commit)
    return found[0] if found else "" if there else None


def _upward(prefix: str) -> list[str]:
    """List a folder and those above it, each "" or ending with a slash."""
    above = (folder.as_posix() for folder in PurePosixPath(prefix).parents)
    return [prefix, *("" if folder == "." else f"{folder}/" for folder in above)]


def _settings(folder: str) -> str:
    return f"{folder}{SETTINGS_FILE}"


def _workspaces(git: Git, commit: str) -> list[str]:
    """Give the folder of the only workspace in a tree, if there is one."""
    paths = [entry.path for entry in entries(git, commit) if entry.is_file]
    found = [path for path in paths if f"/{path}".endswith(f"/{SETTINGS_FILE}")]
    if len(found) > 1:
        more = ", …" if len(found) > _SHOWN else ""
        raise UsageError(
            f"there are {len(found)} workspaces at {commit[:12]}: "
            f"{', '.join(found[:_SHOWN])}{more}",
            "clone the repository, and ask in the folder of one of them",
        )
    return [path.removesuffix(SETTINGS_FILE) for path in found]
