"""Commits and what they changed, out of one `git log --raw -z`."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import IO, NamedTuple

_FORMAT = "%x00%H%x00%P%x00%an%x00%ae%x00%at%x00%ct"
_HEADER = 6
_CHUNK = 1 << 16
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_SECOND, _LAST_SECOND = -2_208_988_800, 253_370_764_800  # 1900-01-01 and 9999-01-01
_NO_FILE = frozenset(("000000", "120000", "160000"))  # nothing, a link, a submodule

ARGUMENTS = (
    "log",
    *("--raw", "-z", "--no-abbrev", "--no-renames", "--root"),
    "-O/dev/null",  # not the file that diff.orderFile names
    *("--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-notes", "--no-color"),
    *("--encoding=UTF-8", f"--format={_FORMAT}"),
)

# A commit by itself, without what it changed.
ALONE = (
    "log",
    *("--no-walk", "--no-patch", "--no-show-signature", "--no-notes", "--no-color"),
    *("--encoding=UTF-8", f"--format={_FORMAT}%x00"),
)


class Change(NamedTuple):
    """A path that a commit changed; a blob is None where no regular file was or is."""

    path: str
    old: str | None
    new: str | None


class Commit(NamedTuple):
    """A commit; times are seconds since 1970, as it says and however wrong."""

    id: str
    parents: tuple[str, ...]
    author_name: str
    author_email: str
    author_time: int
    committer_time: int
    changes: tuple[Change, ...]

    @property
    def merge(self) -> bool:
        """Tell whether it has more than one parent."""
        return len(self.parents) > 1


def day_of(seconds: int, zone: tzinfo) -> date:
    """Give the day of a moment in a time zone; moments out of this world are brought back."""
    moment = _EPOCH + timedelta(seconds=min(max(seconds, _FIRST_SECOND), _LAST_SECOND))
    return moment.astimezone(zone).date()


def commits(stream: IO[bytes]) -> Iterator[Commit]:
    """Yield the commits of a log in its order, while git still writes it."""
    header: list[bytes] = []
    changes: list[Change] = []
    entry: bytes | None = None
    for token in _tokens(stream):
        if entry is not None:
            changes.append(_change(entry, token))
            entry = None
        elif len(header) == _HEADER and token.lstrip(b"\n").startswith(b":"):
            entry = token
        elif len(header) == _HEADER:
            yield _commit(header, changes)
            header, changes = ([token] if token else []), []
        elif header or token:
            header.append(token)
    if len(header) == _HEADER:
        yield _commit(header, changes)


def _tokens(stream: IO[bytes]) -> Iterator[bytes]:
    """Split a stream at its NUL bytes."""
    begun: list[bytes] = []
    while chunk := stream.read(_CHUNK):
        end, *others = chunk.split(b"\0")
        begun.append(end)
        if others:
            yield b"".join(begun)
            *whole, rest = others
            yield from whole
            begun = [rest]


def _commit(header: list[bytes], changes: list[Change]) -> Commit:
    commit, parents, name, email, author_time, committer_time = header
    return Commit(
        id=commit.decode("ascii"),
        parents=tuple(parents.decode("ascii").split()),
        author_name=name.decode("utf-8", "replace"),
        author_email=email.decode("utf-8", "replace"),
        author_time=_seconds(author_time),
        committer_time=_seconds(committer_time),
        changes=tuple(changes),
    )


def _seconds(written: bytes) -> int:
    try:
        return int(written)
    except ValueError:
        return 0


def _change(entry: bytes, path: bytes) -> Change:
    modes_and_blobs = entry.decode("ascii").lstrip("\n").removeprefix(":").split(" ")
    old_mode, new_mode, old, new = modes_and_blobs[:4]
    return Change(
        os.fsdecode(path),
        None if old_mode in _NO_FILE else old,
        None if new_mode in _NO_FILE else new,
    )
