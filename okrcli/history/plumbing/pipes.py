"""Pipes that hold enough for two processes to work without waiting for one another."""

import sys
from contextlib import suppress
from typing import IO

_BYTES = 1 << 20  # what Linux lets everybody have


def widen(pipe: IO[bytes]) -> None:
    """Let a pipe hold a megabyte, where the system can."""
    if sys.platform == "linux":
        import fcntl  # noqa: PLC0415 - there is none on Windows

        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _BYTES)
