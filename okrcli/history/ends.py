"""The two ends of a comparison: which commits are meant, and what their files are."""

from collections.abc import Mapping
from pathlib import Path
from typing import IO, NamedTuple, cast

from okrcli.errors import GitError, UnknownRevisionError, UsageError
from okrcli.history.at import settings_at
from okrcli.history.plumbing.git import Git
from okrcli.history.plumbing.trees import files_at
from okrcli.history.ranges import commit_named
from okrcli.model.settings import Settings
from okrcli.store.contents import file_contents
from okrcli.store.settings_file import read_settings

WORKING_TREE = "the working tree"
_MAIN = (
    "refs/remotes/origin/HEAD",
    "refs/heads/main",
    "refs/heads/master",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
)


class Ends(NamedTuple):
    """What is compared: two names with their commits; `head` is None for what is on disk.

    `tip` is the base as it was named, which may have gone on since the two parted at `base`. Where
    a shallow clone hides where that was, `base` is the tip itself, and `guessed`.
    """

    base: str
    head: str | None
    tip: str
    base_name: str
    head_name: str
    guessed: bool = False


class End(NamedTuple):
    """One end: its commit (None: what is on disk), its settings, its OKR files by their paths."""

    commit: str | None
    settings: Settings
    files: Mapping[str, bytes]


def find_ends(git: Git, first: str | None, second: str | None) -> Ends:
    """Resolve what `git diff` takes: nothing, `A`, `A B`, `A..B` or `A...B`.

    Nothing means from where HEAD left the main branch to the working tree.
    """
    if first is None:
        return _since_main(git)
    begin, dots, end = first.partition("..")
    if dots and second is not None:
        raise UsageError("a range has both ends already, so nothing more can be named")
    if not dots:
        base = commit_named(git, first)
        head = None if second is None else commit_named(git, second)
        return Ends(base, head, base, first, WORKING_TREE if second is None else second)
    begin, end, parted = begin or "HEAD", end.removeprefix(".") or "HEAD", end.startswith(".")
    base, head = commit_named(git, begin), commit_named(git, end)
    ends = Ends(base, head, base, begin, end)
    return _parted(git, ends, head) if parted else ends


def read_end(root: Path, git: Git, commit: str | None) -> End:
    """Read the settings and the files of an end."""
    if commit is None:
        settings = read_settings(root)
        return End(None, settings, file_contents(root, settings))
    settings = settings_at(git, commit)
    return End(commit, settings, files_at(git, commit, settings))


def _since_main(git: Git) -> Ends:
    head = git.head()
    if head is None:
        raise UsageError("there is no commit yet to compare with", "commit the OKR files first")
    for name in _MAIN:
        try:
            tip = git.commit(name)
        except UnknownRevisionError:
            continue
        shown = name.removeprefix("refs/heads/").removeprefix("refs/remotes/")
        return _parted(git, Ends(tip, None, tip, shown, WORKING_TREE), head)
    raise UsageError(
        "there is no main branch here: no origin/HEAD, main or master",
        "say what to compare with: okr diff BASE",
    )


def _parted(git: Git, ends: Ends, head: str) -> Ends:
    """Go back to where the two ends parted."""
    try:
        with git.start("merge-base", ends.tip, head) as process:
            found = cast("IO[bytes]", process.stdout).read().decode("ascii").split()
    except GitError:
        found = []
    if found:
        return ends._replace(base=found[0])
    if git.shallow:
        return ends._replace(guessed=True)
    raise UsageError(f"{ends.base_name} and {ends.head_name} have no commit in common")
