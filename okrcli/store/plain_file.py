"""Reading one regular file, and never more of it than a limit."""

import os
import stat
from pathlib import Path

_MORE = 1 << 12  # bytes, of a file that is longer than it said
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)  # on Windows: bytes as they are
    | getattr(os, "O_NOFOLLOW", 0)  # a link leads out of what may be read
    | getattr(os, "O_NONBLOCK", 0)  # opening a FIFO must not wait for a writer
)


class NotRegularError(OSError):
    """Say that a path is a link, a device or a folder, and not a file."""


def read_bytes(path: Path, limit: int) -> bytes:
    """Read a regular file; one byte above the limit where it is longer.

    Raises OSError where it cannot be read, NotRegularError where it is no regular file.
    """
    if not stat.S_ISREG(path.lstat().st_mode):
        raise NotRegularError
    handle = os.open(path, _FLAGS)
    try:
        return _read(handle, limit + 1)
    finally:
        os.close(handle)


def _read(handle: int, size: int) -> bytes:
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        raise NotRegularError
    data = os.read(handle, min(about.st_size + 1, size))  # its room is taken before it is read
    while len(data) < size:
        more = os.read(handle, min(_MORE, size - len(data)))
        if not more:
            break
        data += more
    return data
