"""Full-text search over some texts: SQLite's FTS5, in memory, for one question."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing

_WORD = re.compile(r"\w+")
_SHORT = 2  # letters; with so few too much begins
_TABLE = "CREATE VIRTUAL TABLE found USING fts5(text, tokenize='porter unicode61')"


def most_relevant(texts: Sequence[str], words: str) -> list[int]:
    """Give the places of the texts that have any of the words, the most relevant first.

    A word also finds its other forms, and unless it is very short those that begin with it; of
    equally relevant texts the first comes first. By BM25, as SQLite computes it.
    """
    query = " OR ".join(map(_term, dict.fromkeys(_WORD.findall(words))))
    if not query:
        return []
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute(_TABLE)
        base.executemany("INSERT INTO found(rowid, text) VALUES (?, ?)", enumerate(texts, start=1))
        rows = base.execute(
            "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank, rowid", (query,)
        )
        return [row - 1 for (row,) in rows]


def _term(word: str) -> str:
    begins = len(word) > _SHORT or not word.isascii()
    return f'"{word}" *' if begins else f'"{word}"'
