"""Write a file in one step: whoever looks sees the old one or the new one, whole."""

import os
import secrets
import stat
from pathlib import Path

from okrcli.errors import OkrError, UsageError


def replace_file(path: Path, text: str) -> None:
    """Write a text to a file that the user named; one that is there is replaced.

    Only regular files are: nothing is written through a link, or into a device.
    """
    mode = _mode(path)
    making = path.with_name(f".{path.name[:100]}-{secrets.token_hex(4)}")
    try:
        write_new(making, text.encode("utf-8", "backslashreplace"), mode)
        making.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise OkrError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        making.unlink(missing_ok=True)


def write_new(path: Path, data: bytes, mode: int | None) -> None:
    """Write a file that is not there yet, so that it outlives a power cut."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


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
