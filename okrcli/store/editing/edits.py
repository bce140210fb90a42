"""What can be asked of a document: edits of places in it, as values.

A place is a path of keys and positions, such as `("objectives", 0, "title")`. Of several edits
each sees what those before it did: positions count in the document as it is by then.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from okrcli.model.source import Step

Path = tuple[Step, ...]


class Literal(NamedTuple):
    """A single value exactly as it is to be written, for instance a number such as `36.50`."""

    text: str


class Block(NamedTuple):
    """An entry of a list as it stands in a file, with its comments, and the value it has.

    The lines are without line breaks and begin in the column of the entry's dash.
    """

    lines: tuple[str, ...]
    value: object


Scalar = str | int | float | bool | date | Literal | None
Value = Scalar | Block | Sequence["Value"] | Mapping[str, "Value"]


class Set(NamedTuple):
    """Give a place a value; a field that is not there is added where the format lists it."""

    path: Path
    value: Value


class Insert(NamedTuple):
    """Put an entry into the list at a place, in front of a position or (None) at its end.

    A list that is not there is made.
    """

    path: Path
    value: Value
    before: int | None = None


class Remove(NamedTuple):
    """Take away a field or an entry of a list.

    Its end-of-line comment and the comments below it that are indented deeper go with it. Those
    right above an entry of a list go, too; those above a field stay, `okr: ignore` aside. What
    held nothing else is left as `[]` or `{}`.
    """

    path: Path


class Rename(NamedTuple):
    """Call a field by another name, in its place."""

    path: Path
    name: str


class Wrap(NamedTuple):
    """Make a single value a mapping that holds it in a field: `- Text` becomes `- title: Text`."""

    path: Path
    field: str


class Order(NamedTuple):
    """Put the fields of a mapping, and of all mappings in it, in the order of the format.

    Fields that the format does not have stay behind those that they stand behind. A mapping in
    brackets, or in which it is not clear whose a comment is, stays as it is.
    """

    path: Path = ()


ValueEdit = Set | Insert | Remove | Rename | Wrap
Edit = ValueEdit | Order


def said(path: Path) -> str:
    """Write a path for a message."""
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).lstrip(".")
