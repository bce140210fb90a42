"""Where something stands: symbolically in a document, concretely in a text."""

from typing import NamedTuple

Step = str | int


class Source(NamedTuple):
    """A place in a document: the file's path in the workspace, and the keys that lead there.

    `of_key` points at the key itself and not at its value.
    """

    path: str
    keys: tuple[Step, ...] = ()
    of_key: bool = False

    def at(self, *keys: Step) -> "Source":
        """Give a place below this one."""
        return Source(self.path, self.keys + keys)

    def key(self, name: Step) -> "Source":
        """Give the place of a key below this one."""
        return Source(self.path, (*self.keys, name), of_key=True)


class Span(NamedTuple):
    """A region of a text: lines and columns from 1, the end column exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
