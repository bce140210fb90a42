"""A workspace as it stands on disk at a moment, and the repository that it is in."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, tzinfo
from pathlib import Path
from typing import NamedTuple

from okrcli.history.plumbing.blobs import blob_id
from okrcli.history.plumbing.git import Git, find_repository
from okrcli.history.plumbing.process import MissingGitError
from okrcli.model.settings import Settings

_UNKNOWN = "check-ins, trends and original targets are unknown"
_NO_REPOSITORY = f"not in a git repository: {_UNKNOWN}; run `git init` and commit the OKR files"


class Moment(NamedTuple):
    """A workspace on a day: its files by their paths, and the commit that they stand after.

    `head` is None without a repository or before its first commit; `gap` says why there is none.
    `blobs` names the files' texts as git does, where there is a `head`.
    """

    folder: Path
    settings: Settings
    files: Mapping[str, bytes]
    zone: tzinfo
    now: date
    git: Git | None
    head: str | None
    gap: str | None
    blobs: Mapping[str, str]


def moment(
    folder: Path, settings: Settings, files: Mapping[str, bytes], today: Callable[[tzinfo], date]
) -> Moment:
    """Look at the clock and at HEAD."""
    zone = time_zone(settings)
    now = today(zone)
    git, gap = _history_of(folder)
    head = git.head() if git is not None else None
    blobs = {path: blob_id(data, len(head)) for path, data in files.items()} if head else {}
    return Moment(folder, settings, files, zone, now, git, head, gap, blobs)


def time_zone(settings: Settings) -> tzinfo:
    """Give the time zone in which a workspace's days begin."""
    if settings.timezone == "UTC":
        return UTC
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - slow, and often not needed

    return ZoneInfo(settings.timezone)


def _history_of(folder: Path) -> tuple[Git | None, str | None]:
    """Find the repository of a workspace, or say why it has none."""
    try:
        git = find_repository(folder)
    except MissingGitError as missing:
        return None, f"{missing.message}: {_UNKNOWN}; {missing.hint}"
    return git, None if git is not None else _NO_REPOSITORY
