"""Write a folder in one step: whoever looks sees the old one, the new one, or none at all."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from okrcli.errors import OkrError, UsageError
from okrcli.store.replace import beside, reason, sync_file, sync_folder

Belongs = Callable[[PurePath], bool]


@contextmanager
def replacing_folder(path: Path, belongs: Belongs, mark: str) -> Iterator[Path]:
    """Give a folder to write to; then it takes the place of one that the user named.

    One that is there is replaced if it is empty, or if the file `mark` is in it and all its files,
    seen from there, `belongs` to what was written before. Where the new one is not written to its
    end, nothing is left of it.
    """
    path = Path(os.path.normpath(path))
    making = beside(path)
    try:
        _check(path, belongs, mark)
        making.mkdir()
        yield making
        _sync(making)
        _check(path, belongs, mark)
        _swap(making, path)
    except OSError as error:
        raise OkrError(f"{path} cannot be written: {reason(path, error)}") from error
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _check(path: Path, belongs: Belongs, mark: str) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    except ValueError as error:
        raise UsageError(f"{path} cannot be written: its name cannot be used") from error
    if not stat.S_ISDIR(mode):
        raise UsageError(f"{path} is a file, a link or a device", "name a folder")
    inside = sorted(path.iterdir())
    if inside and not (path / mark).is_file():
        raise _foreign(path, inside[0].name)
    for found in sorted(path.rglob("*")):
        named = found.relative_to(path)
        kind = found.lstat().st_mode
        if not stat.S_ISDIR(kind) and not (stat.S_ISREG(kind) and belongs(named)):
            raise _foreign(path, named)


def _foreign(path: Path, named: PurePath | str) -> UsageError:
    return UsageError(
        f"{path} holds {named}, which is of no such export", "name a folder of its own"
    )


def _sync(folder: Path) -> None:
    for found in folder.rglob("*"):
        if found.is_file():
            sync_file(found)
        else:
            sync_folder(found)
    sync_folder(folder)


def _swap(new: Path, path: Path) -> None:
    """Rename a folder into its place; the old one is put back where that fails."""
    old = beside(path)
    is_there = path.exists()
    if is_there:
        path.rename(old)
    try:
        new.rename(path)
    except OSError:
        if is_there:
            old.rename(path)
        raise
    sync_folder(path.parent)
    if is_there:
        shutil.rmtree(old, ignore_errors=True)
