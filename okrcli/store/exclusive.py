"""One writer at a time in a workspace: a lock that the system takes back, whatever happens.

It is a lock on the OKR folder itself: no file of ours stands in anyone's repository, and nothing
is left behind by a process that was killed. Windows cannot lock a folder; there it is a file in
the user's folder for temporary files.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from okrcli.errors import OkrError

_PAUSE = 0.02


class LockedError(OkrError):
    """Another process is writing, and does not come to an end."""

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        super().__init__(
            f"another okr is writing in {folder}", "wait until it is done, then try again"
        )


@contextmanager
def exclusive(folder: Path, seconds: float = 10) -> Iterator[None]:
    """Be the only one who writes in a folder; wait for some seconds until another is done."""
    handle = _open(folder)
    try:
        deadline = time.monotonic() + seconds
        while not _taken(handle):
            if time.monotonic() > deadline:
                raise LockedError(folder)
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":  # pragma: no cover - the tests run elsewhere
    import hashlib
    import msvcrt
    import tempfile

    def _open(folder: Path) -> int:
        name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        return os.open(Path(tempfile.gettempdir()) / f"okr-{name}.lock", os.O_RDWR | os.O_CREAT)

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _open(folder: Path) -> int:
        try:
            return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError as error:
            raise OkrError(f"{folder} cannot be opened: {error.strerror}") from error

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks: what changed meanwhile is still noticed
        return True
