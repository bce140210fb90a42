"""The cache: what was read of a repository's history, in a file of the user's cache folder.

It is never the truth. Whatever is wrong with it, it gives and keeps nothing, and the history is
read again.
"""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")

SUFFIX = ".sqlite3"
_NAME = re.compile(rf"[0-9a-f]{{64}}{re.escape(SUFFIX)}")
_BESIDE = ("-wal", "-shm", "-journal")

_PATIENCE = 0.2  # seconds; who waits longer has read the history by then
_TABLE = (
    "CREATE TABLE IF NOT EXISTS states_1 (id INTEGER PRIMARY KEY,"
    " shape TEXT, place TEXT, scope TEXT, head TEXT, shown BLOB, followed BLOB,"
    " shown_digest BLOB, followed_digest BLOB, UNIQUE (shape, place))"
)
_LIST = "SELECT id, shape, place, scope, head FROM states_1 WHERE shape = ? ORDER BY id DESC"
_SHOWN = "SELECT shown, shown_digest FROM states_1 WHERE id = ?"
_FOLLOWED = "SELECT followed, followed_digest FROM states_1 WHERE id = ?"
_KEEP = (
    "REPLACE INTO states_1 (shape, place, scope, head, shown, followed, shown_digest,"
    " followed_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_FORGET = "DELETE FROM states_1 WHERE id NOT IN (SELECT id FROM states_1 ORDER BY id DESC LIMIT 8)"
_PAGES = (
    "CREATE TABLE IF NOT EXISTS pages_1 (id INTEGER PRIMARY KEY,"
    " book TEXT, name TEXT, data BLOB, digest BLOB, UNIQUE (book, name))"
)
_PAGE = "SELECT name, data, digest FROM pages_1 WHERE book = ? AND name = ?"
_BOOK = "SELECT name, data, digest FROM pages_1 WHERE book = ?"
_KEEP_PAGE = "REPLACE INTO pages_1 (book, name, data, digest) VALUES (?, ?, ?, ?)"
_FORGET_PAGES = (
    "DELETE FROM pages_1 WHERE book NOT IN"
    " (SELECT book FROM pages_1 GROUP BY book ORDER BY max(id) DESC LIMIT 8)"
)
_FORGET_OLD_PAGES = (
    "DELETE FROM pages_1 WHERE id IN (SELECT id FROM"
    " (SELECT id, sum(length(data)) OVER (ORDER BY id DESC) AS size FROM pages_1 WHERE book = ?)"
    " WHERE size > ?)"
)


class Label(NamedTuple):
    """What a state is of: a way of reading, its place there, the cycles, the commit at its end."""

    shape: str
    place: str
    scope: str
    head: str


class Entry(NamedTuple):
    """A state that is kept."""

    id: int
    label: Label


class Facts(NamedTuple):
    """A state: what is shown of it, and what it takes to go on from there."""

    shown: bytes
    followed: bytes


class Cache(NamedTuple):
    """The cache of one repository; its file may or may not be there."""

    path: Path

    @classmethod
    def of(cls, caches: Path, repository: Path) -> "Cache":
        """Find the cache of a repository, by the folder that its worktrees share."""
        name = hashlib.sha256(str(repository).encode("utf-8", "surrogateescape")).hexdigest()
        return cls(caches / f"{name}{SUFFIX}")

    def entries(self, shape: str) -> Sequence[Entry]:
        """List what is kept for a way of reading, the newest first."""
        rows = self._asked(_LIST, shape)
        return [Entry(row[0], Label(*row[1:])) for row in rows if _is_entry(row)]

    def shown(self, entry: Entry) -> bytes | None:
        """Give what is shown of a state; None where it is not as it was written."""
        return self._part(_SHOWN, entry)

    def followed(self, entry: Entry) -> bytes | None:
        """Give what it takes to go on from a state; None where it is not as it was written."""
        return self._part(_FOLLOWED, entry)

    def keep(self, label: Label, facts: Facts) -> None:
        """Keep a state in its place, and of all only the newest few."""
        digests = (_digest(label, facts.shown), _digest(label, facts.followed))
        row = (*label, *facts, *digests)
        self._write((_TABLE, _KEEP), [row], {_FORGET: ()})

    def pages(self, book: str, name: str | None = None) -> Mapping[str, bytes]:
        """Give the pages of a book, or one of them, that are as they were written."""
        rows = self._asked(_BOOK, book) if name is None else self._asked(_PAGE, book, name)
        return {
            name: data
            for name, data, digest in rows
            if isinstance(name, str) and isinstance(data, bytes)
            if digest == _digest((book, name), data)
        }

    def keep_pages(self, book: str, pages: Mapping[str, bytes], most: int | None = None) -> None:
        """Keep pages of a book, and of all books only the newest few.

        Of a book that may have only so many bytes, the oldest pages are forgotten.
        """
        rows = [(book, name, data, _digest((book, name), data)) for name, data in pages.items()]
        forget: dict[str, Sequence[object]] = {_FORGET_PAGES: ()}
        if most is not None:
            forget[_FORGET_OLD_PAGES] = (book, most)
        self._write((_PAGES, _KEEP_PAGE), rows, forget)

    @property
    def size(self) -> int:
        """Count the bytes of the file."""
        with suppress(OSError):
            return self.path.stat().st_size
        return 0

    def forget(self) -> None:
        """Remove the file."""
        for name in (self.path.name, *(self.path.name + end for end in _BESIDE)):
            with suppress(OSError):
                self.path.with_name(name).unlink()

    def _write(
        self,
        steps: tuple[str, str],
        rows: Sequence[Sequence[Any]],
        forget: Mapping[str, Sequence[object]],
    ) -> None:
        """Write rows in one transaction; a file that is broken is begun anew."""
        import sqlite3  # noqa: PLC0415 - as below

        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.touch(mode=0o600)
            self._with(lambda database: _keep(database, steps, rows, forget))
        except (sqlite3.Error, OSError, ValueError, OverflowError) as error:
            if _is_busy(error):
                return
            self.forget()
            with suppress(sqlite3.Error, OSError, ValueError, OverflowError):
                self._with(lambda database: _keep(database, steps, rows, forget))

    def _part(self, ask: str, entry: Entry) -> bytes | None:
        for row in self._asked(ask, entry.id):
            data, digest = row
            if isinstance(data, bytes) and digest == _digest(entry.label, data):
                return data
        return None

    def _asked(self, ask: str, *values: object) -> Sequence[Sequence[Any]]:
        import sqlite3  # noqa: PLC0415 - as below

        if not self.path.is_file():
            return ()
        try:
            return self._with(lambda database: database.execute(ask, values).fetchall())
        except (sqlite3.Error, OSError, ValueError, OverflowError):
            return ()

    def _with(self, work: "Callable[[sqlite3.Connection], T]") -> "T":
        import sqlite3  # noqa: PLC0415 - a run that needs no cache does not pay for it

        with closing(sqlite3.connect(self.path, timeout=_PATIENCE)) as database:
            return work(database)


def all_caches(folder: Path) -> Sequence[Cache]:
    """List the caches in a folder, and nothing else that is there."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return ()
    return [Cache(folder / name) for name in names if _NAME.fullmatch(name)]


def _keep(
    database: "sqlite3.Connection",
    steps: tuple[str, str],
    rows: Sequence[Sequence[Any]],
    forget: Mapping[str, Sequence[object]],
) -> None:
    table, keep = steps
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=NORMAL")
    with database:
        database.execute(table)
        database.executemany(keep, rows)
        for step, values in forget.items():
            database.execute(step, values)


def _is_busy(error: Exception) -> bool:
    """Tell whether another process is at work, so that nothing is wrong with the file."""
    return "locked" in str(error) or "busy" in str(error)


def _is_entry(row: Sequence[object]) -> bool:
    return isinstance(row[0], int) and all(isinstance(part, str) for part in row[1:])


def _digest(label: Sequence[str], data: bytes) -> bytes:
    found = hashlib.sha256("\0".join(label).encode("utf-8", "surrogatepass"))
    found.update(b"\0")
    found.update(data)
    return found.digest()
