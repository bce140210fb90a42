"""What a range of commits proposes, commit by commit: who made it, and what it does to files."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import IO, NamedTuple, cast

from okrcli.errors import GitError
from okrcli.history.following.contents import SETTINGS_FILE
from okrcli.history.plumbing.git import Git
from okrcli.history.plumbing.log import ARGUMENTS, Change, Commit, commits
from okrcli.history.plumbing.trees import entries, read_blobs
from okrcli.model.settings import Settings
from okrcli.store.files import is_okr_path

_PLAIN = "100644"


class Touched(NamedTuple):
    """A file of the workspace before and after; None where it is not there, or is no file."""

    path: str
    before: bytes | None
    after: bytes | None


class Proposed(NamedTuple):
    """A commit, or what is not committed (`commit` is None), by the author's e-mail address.

    `others` are the paths that it changes and that hold no OKRs.
    """

    commit: str | None
    email: str
    merge: bool
    files: Sequence[Touched]
    others: Sequence[str] = ()


def proposed(git: Git, base: str, head: str, settings: Settings) -> list[Proposed]:
    """Read the commits that a head has and a base has not, the newest first."""
    range_ = ("--topo-order", "--diff-merges=off", head, f"^{base}", "--")
    with git.start(*ARGUMENTS, *range_) as log:
        found = list(commits(cast("IO[bytes]", log.stdout)))
    ours = [_ours(git, commit, settings) for commit in found]
    wanted = (blob for each in ours for _, change in each for blob in (change.old, change.new))
    blobs = read_blobs(git, [blob for blob in wanted if blob is not None])
    return [_proposed(commit, its, blobs) for commit, its in zip(found, ours, strict=True)]


def is_behind(git: Git, base: str, head: str) -> bool:
    """Tell whether a head has everything that a base has."""
    with git.start("rev-list", "--max-count=1", base, f"^{head}") as process:
        return not cast("IO[bytes]", process.stdout).read()


def odd_modes(git: Git, base: str, head: str, settings: Settings) -> list[str]:
    """List the paths that are no plain files at the head, or were not at the base."""
    folder = str(PurePosixPath(git.prefix, settings.okrs))
    was, now = (
        {entry.path.removeprefix(git.prefix): entry.mode for entry in entries(git, commit, folder)}
        for commit in (base, head)
    )
    return [path for path in sorted({*was, *now}) if was.get(path, _PLAIN) != now.get(path, _PLAIN)]


def email_here(git: Git, environ: Mapping[str, str]) -> str:
    """Give the e-mail address with which a commit would be made here; "" where none is set."""
    named = environ.get("GIT_AUTHOR_EMAIL")
    if named:
        return named
    try:
        with git.start("config", "--get", "user.email") as process:
            return cast("IO[bytes]", process.stdout).read().decode("utf-8", "replace").strip()
    except GitError:
        return ""


def _ours(git: Git, commit: Commit, settings: Settings) -> list[tuple[str, Change]]:
    """Give the changes of a commit inside the workspace, by the paths there."""
    found = []
    for change in commit.changes:
        inside = change.path.removeprefix(git.prefix)
        if change.path.startswith(git.prefix) and (
            inside == SETTINGS_FILE or is_okr_path(inside, settings)
        ):
            found.append((inside, change))
    return found


def _proposed(
    commit: Commit, ours: Sequence[tuple[str, Change]], blobs: Mapping[str, bytes]
) -> Proposed:
    known = {change.path for _, change in ours}
    files = [
        Touched(
            path,
            None if change.old is None else blobs[change.old],
            None if change.new is None else blobs[change.new],
        )
        for path, change in ours
    ]
    others = [change.path for change in commit.changes if change.path not in known]
    return Proposed(commit.id, commit.author_email, commit.merge, files, others)
