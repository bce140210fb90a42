"""A text with the places of its values, in which edits find where they belong."""

from typing import NamedTuple

from okrcli.errors import NotEditableError
from okrcli.store.editing.edits import Path, said
from okrcli.store.editing.format_order import field_order
from okrcli.store.editing.lines import break_of, column_of, line_of
from okrcli.store.editing.tree import FLOW, MAPPING, Entry, Node, tree_of
from okrcli.store.editing.values import Style, style_of
from okrcli.store.kinds import form_of


class Splice(NamedTuple):
    """A part of a text, from one offset to another, and what takes its place."""

    start: int
    end: int
    text: str


class Place(NamedTuple):
    """A value in its document: its entry, and the mapping or list that has it."""

    entry: Entry
    holder: Node
    in_brackets: bool


class Document(NamedTuple):
    """A text, the tree of its values, and the name of its file for messages."""

    name: str
    text: str
    root: Node

    def holder(self, path: Path) -> tuple[Node, bool] | None:
        """Find the value at a path, and whether it is or stands in brackets."""
        node, in_brackets = self.root, self.root.style == FLOW
        for step in path:
            entry = node.below(step)
            if entry is None:
                return None
            node = entry.value
            in_brackets = in_brackets or node.style == FLOW
        return node, in_brackets

    def place(self, path: Path) -> Place | None:
        """Find the entry at a path."""
        found = self.holder(path[:-1]) if path else None
        if found is None:
            return None
        entry = found[0].below(path[-1])
        return None if entry is None else Place(entry, *found)

    def there(self, path: Path) -> Place:
        """Find the entry at a path, which has to be there."""
        found = self.place(path)
        if found is None:
            raise self.refusal(self.root.start, f"there is no {said(path)}")
        return found

    def column(self, offset: int) -> int:
        """Count the characters before an offset in its line."""
        return column_of(self.text, offset)

    def order(self, path: Path) -> tuple[str, ...]:
        """Give the fields of the mapping at a path as the format lists them."""
        keys = {str(entry.step): None for entry in self.root.entries}
        form = form_of(keys) if self.root.kind == MAPPING else None
        return tuple(field_order(form, path))

    @property
    def line_break(self) -> str:
        """Give the line break of the text."""
        return break_of(self.text)

    @property
    def style(self) -> Style:
        """Give how the text indents."""
        return style_of(self.text, self.root)

    def spliced(self, splices: list[Splice]) -> "Document":
        """Give the document with parts of its text replaced."""
        text = self.text
        for start, end, new in sorted(splices, reverse=True):
            text = text[:start] + new + text[end:]
        return parsed(self.name, text)

    def refusal(self, offset: int, reason: str) -> NotEditableError:
        """Say that a line cannot be edited."""
        return NotEditableError(self.name, line_of(self.text, offset), reason)


def parsed(name: str, text: str) -> Document:
    """Find the places in a text."""
    root = tree_of(text)
    if root is None:
        raise NotEditableError(name, 1, "its values cannot be told from one another")
    return Document(name, text, root)
