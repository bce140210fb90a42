"""Full-text search over some texts: SQLite's FTS5, in memory, for one question."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing

_WORD = re.compile(r"\w+")
_TABLE = "CREATE VIRTUAL TABLE found USING fts5(text, tokenize='porter unicode61')"


def most_relevant(texts: Sequence[str], words: str) -> list[int]:
    """Give the places of the texts that have any of the words, the most relevant first.

    A word also finds those that begin with it, and its other forms; of equally relevant ones the
    first comes first. By BM25, as SQLite computes it.
    """
    query = " OR ".join(f'"{word}" *' for word in _WORD.findall(words))
    if not query:
        return []
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute(_TABLE)
        base.executemany("INSERT INTO found(rowid, text) VALUES (?, ?)", enumerate(texts, start=1))
        rows = base.execute(
            "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank, rowid", (query,)
        )
        return [row - 1 for (row,) in rows]
