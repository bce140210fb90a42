"""What was computed of a moment: pages of text, each under a name.

A notebook is found by all that its pages depend on, so that whatever is in it holds. What the
pages say is the business of those who write them.
"""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from okrcli.history.memory.cache import Cache
from okrcli.history.plumbing.moment import Moment
from okrcli.history.plumbing.shape import shape
from okrcli.store.discovery import SETTINGS_NAME

_READ = "read"


class Notebook(NamedTuple):
    """The pages of a moment."""

    cache: Cache
    book: str

    def read(self, name: str) -> bytes | None:
        """Give a page; None where there is none."""
        return self.cache.pages(self.book, name).get(name)

    def read_all(self) -> Mapping[str, bytes]:
        """Give all pages."""
        return self.cache.pages(self.book)

    def write(self, pages: Mapping[str, bytes], most: int | None = None) -> None:
        """Add pages; where they may have only so many bytes, the oldest are torn out."""
        self.cache.keep_pages(self.book, pages, most)

    def refresh(self) -> None:
        """Keep it among the newest: the others are forgotten, however often they are read."""
        self.cache.keep_pages(self.book, {_READ: b""})


def notebook(caches: Path, moment: Moment, question: str) -> Notebook | None:
    """Find the notebook of a moment and a question; None where nothing can be kept of it."""
    _, settings, files, _, now, git, head, _, blobs = moment
    if git is None or head is None or git.shallow:
        return None
    reading = shape(git, settings)
    if reading is None:
        return None
    found = hashlib.sha256(_settings_text(moment.folder))
    for part in (reading, repr(settings), now.isoformat(), head, question):
        found.update(b"\0" + part.encode("utf-8", "surrogatepass"))
    for path in sorted(files):
        found.update(b"\0%b\0%b" % (os.fsencode(path), blobs[path].encode()))
    return Notebook(Cache.of(caches, git.common_dir), found.hexdigest())


def _settings_text(folder: Path) -> bytes:
    """Give okr.toml as it is: whether it is that of the commit is part of a report."""
    path = folder / SETTINGS_NAME
    return path.read_bytes() if path.is_file() else b""
