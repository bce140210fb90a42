"""Writing changed files: all of them or none, and only where nobody else wrote meanwhile."""

import os
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from okrcli.errors import OkrError, UsageError
from okrcli.model.settings import Settings
from okrcli.store.exclusive import exclusive
from okrcli.store.files import is_okr_path
from okrcli.store.plain_file import NotRegularError, read_bytes
from okrcli.store.replace import sync_folder, write_new
from okrcli.store.yaml.limits import MAX_BYTES


class Change(NamedTuple):
    """A file's content as it was read, and as it is to be; None where there is no file."""

    old: bytes | None
    new: bytes | None


class ChangedMeanwhileError(OkrError):
    """A file is no longer what was read, so what is to be written may no longer fit."""

    def __init__(self, path: str) -> None:
        """Name the file."""
        super().__init__(
            f"{path} was changed by someone else in the meantime; nothing was written",
            "run the command again",
        )


class _Step(NamedTuple):
    """One file on its way: its place, its new content beside it, and its permissions."""

    path: Path
    making: Path
    change: Change
    mode: int | None


def write_changes(root: Path, settings: Settings, changes: Mapping[str, Change]) -> None:
    """Write files of a workspace, named by their paths relative to its root.

    All new contents are on the disk before the first file is replaced. Where one then cannot be,
    those before it get their old content back.
    """
    with exclusive(root / settings.okrs):
        write_within(root, settings, changes)


def write_within(root: Path, settings: Settings, changes: Mapping[str, Change]) -> None:
    """Write files of a workspace for one who holds its lock already."""
    for path in changes:
        if not is_okr_path(path, settings) or not leads_there(root, path):
            raise UsageError(f"{path} is not a file of the OKR folder {settings.okrs}/")
    _write(root, changes)


def write_beside(root: Path, changes: Mapping[str, Change]) -> None:
    """Write files of a repository that are no OKRs, such as a workflow, all or none.

    Their paths, relative to the root, are the program's own: none may come out of a file.
    """
    for path in changes:
        if PurePosixPath(path).parts[:1] == (".git",) or not leads_there(root, path):
            raise UsageError(f"{path} is not written: a folder on the way is a link, or git's own")
    with exclusive(root):
        _write(root, changes)


def _write(root: Path, changes: Mapping[str, Change]) -> None:
    steps = [_step(root, path, change) for path, change in changes.items()]
    try:
        for step in steps:
            _prepare(step)
        for path, step in zip(changes, steps, strict=True):
            _check(path, step)
        _replace(steps)
    finally:
        for step in steps:
            with suppress(OSError):
                step.making.unlink(missing_ok=True)


def _step(root: Path, path: str, change: Change) -> _Step:
    """Find the place of a file."""
    place = root / path
    making = place.with_name(f".{place.name[:200]}.okr-new")
    return _Step(place, making, change, _mode(path, place))


def leads_there(root: Path, path: str) -> bool:
    """Tell whether a path stays below the root, and no folder on the way is a link."""
    pure, folder = PurePosixPath(path), root
    if pure.is_absolute() or ".." in pure.parts:
        return False
    for part in pure.parent.parts:
        folder /= part
        if folder.is_symlink():
            return False
    return True


def _mode(path: str, place: Path) -> int | None:
    try:
        mode = place.lstat().st_mode
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _failure(path, error) from error
    if not stat.S_ISREG(mode):
        raise UsageError(f"{path} is a folder, a link or a device; nothing was written")
    if not os.access(place, os.W_OK):
        raise OkrError(f"{path} cannot be written: its permissions do not allow it")
    return stat.S_IMODE(mode)


def _prepare(step: _Step) -> None:
    """Write the new content beside the old one; what a killed process left there goes."""
    try:
        step.path.parent.mkdir(parents=True, exist_ok=True)
        step.making.unlink(missing_ok=True)
        if step.change.new is not None:
            write_new(step.making, step.change.new, step.mode)
    except OSError as error:
        raise _failure(str(step.path), error) from error


def _check(path: str, step: _Step) -> None:
    if _content(step.path) != step.change.old:
        raise ChangedMeanwhileError(path)


def _content(path: Path) -> bytes | None:
    try:
        return read_bytes(path, MAX_BYTES)
    except (FileNotFoundError, NotRegularError):
        return None
    except OSError as error:
        raise _failure(str(path), error) from error


def _replace(steps: Sequence[_Step]) -> None:
    done: list[_Step] = []
    try:
        for step in steps:
            done.append(step)
            _take_place(step)
    except BaseException as error:
        stay = [str(step.path) for step in done[:-1] if not _is_given_back(step)]
        if isinstance(error, OSError):
            raise _failure(str(done[-1].path), error, stay) from error
        raise
    for folder in {step.path.parent for step in steps}:
        sync_folder(folder)


def _take_place(step: _Step) -> None:
    if step.change.new is None:
        step.path.unlink()
    else:
        step.making.replace(step.path)


def _is_given_back(step: _Step) -> bool:
    """Write the old content of a file again, or delete it where it is new; tell whether it is."""
    try:
        if step.change.old is None:
            step.path.unlink()
        else:
            write_new(step.making, step.change.old, step.mode)
            step.making.replace(step.path)
    except OSError:
        return False
    return True


def _failure(path: str, error: OSError, stay: Sequence[str] = ()) -> OkrError:
    hint = f"already written: {', '.join(stay)}" if stay else "nothing was written"
    return OkrError(f"{path} cannot be written: {error.strerror or error}", hint)
