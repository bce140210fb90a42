"""Merge three texts as git does, and tell when a side of a merge last changed a file."""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from okrcli.errors import GitError
from okrcli.history.plumbing.git import find_repository
from okrcli.history.plumbing.process import run_git

_MOST_CONFLICTS = 127  # above it, git's exit code is an error
_THEIRS = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REBASE_HEAD")
_NAMED_BY_MERGE = "GITHEAD_"  # `git merge` tells its drivers so which commits it merges


def merge_texts(
    ours: bytes, base: bytes, theirs: bytes, labels: Sequence[str], marker_size: int
) -> tuple[bytes, bool]:
    """Merge three texts line by line; the second value tells whether there is no conflict.

    A conflict stands in the text as git writes it: between markers, with a label for each text.
    """
    with tempfile.TemporaryDirectory(prefix="okr-merge-") as folder:
        names = ("ours", "base", "theirs")
        for name, text in zip(names, (ours, base, theirs), strict=True):
            (Path(folder) / name).write_bytes(text)
        named = [part for label in labels for part in ("-L", label)]
        code, output, message = run_git(
            "merge-file",
            "-p",
            f"--marker-size={marker_size}",
            *named,
            "--",
            *(str(Path(folder) / name) for name in names),
            cwd=str(Path.cwd()),
        )
    if code > _MOST_CONFLICTS or code < 0:
        raise GitError(f"git merge-file: {message.strip() or 'failed'}")
    return output, not code


def authored(folder: Path, revisions: Iterable[str], path: str) -> int | None:
    """Tell when a side of a merge last changed a file, in seconds since 1970.

    The first of some revisions that is one tells the side; None where none is.
    """
    git = find_repository(folder)
    if git is None:
        return None
    for revision in revisions:
        commit = git.find(revision)
        if commit is not None:
            return git.authored_at(commit, path)
    return None


def other_sides(folder: Path, environ: Mapping[str, str]) -> Sequence[str]:
    """Name the revisions that may be the other side of the merge that goes on, likely ones first.

    `git merge` tells its drivers; `git rebase` has a list of what it is about.
    """
    merged = [
        name.removeprefix(_NAMED_BY_MERGE) for name in environ if name.startswith(_NAMED_BY_MERGE)
    ]
    return (*(merged if len(merged) == 1 else ()), *_rebased(folder), *_THEIRS)


def _rebased(folder: Path) -> Sequence[str]:
    git = find_repository(folder)
    if git is None:
        return ()
    try:
        steps = (Path(git.git_dir) / "rebase-merge" / "done").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ()
    words = steps.splitlines()[-1].split() if steps.strip() else []
    return words[1:2]
