"""Write a file in one step: whoever looks sees the old one or the new one, whole."""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from okrcli.errors import OkrError, UsageError


def replace_file(path: Path, text: str) -> None:
    """Write a text to a file that the user named; one that is there is replaced.

    Only regular files are: nothing is written through a link, or into a device.
    """
    with replacing(path) as making:
        write_new(making, text.encode("utf-8", "backslashreplace"), None)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a name to write a file under, as `replace_file`; then it takes its place.

    Where it is not written to its end, nothing is left of it.
    """
    mode = _mode(path)
    making = beside(path)
    try:
        yield making
        if mode is not None:
            making.chmod(mode)
        sync_file(making)
        making.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise OkrError(f"{path} cannot be written: {reason(path, error)}") from error
    finally:
        making.unlink(missing_ok=True)


def beside(path: Path) -> Path:
    """Name a hidden neighbour that nobody else has."""
    return path.with_name(f".{path.name[:100]}-{secrets.token_hex(4)}")


def reason(path: Path, error: OSError) -> str:
    """Say why nothing could be written under a name."""
    if isinstance(error, FileNotFoundError) and not path.parent.exists():
        return f"there is no folder {path.parent}"
    return error.strerror or str(error)


def write_new(path: Path, data: bytes, mode: int | None) -> None:
    """Write a file that is not there yet, so that it outlives a power cut."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def sync_file(path: Path) -> None:
    """Make sure that a file that was written outlives a power cut."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make sure that the new name outlives a power cut; not all systems can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def _mode(path: Path) -> int | None:
    """Give the permissions of the file that is there; None for a new one."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise UsageError(f"{path} cannot be written: {reason}") from error
    if not stat.S_ISREG(mode):
        raise UsageError(f"{path} is a folder, a link or a device", "name a regular file")
    return stat.S_IMODE(mode)
