"""How values are written in a document: in blocks below their key, or in brackets on one line."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeGuard, cast

from okrcli.store.editing.data import plain
from okrcli.store.editing.edits import Block, Literal, Scalar, Value
from okrcli.store.editing.lines import column_of
from okrcli.store.editing.scalars import is_long, literal, written
from okrcli.store.editing.tree import LIST, Node


class Written(NamedTuple):
    """A value as text: what stands on the line of its key or dash, and the lines below."""

    head: str
    body: Sequence[str] = ()


class Style(NamedTuple):
    """How far a document indents: a mapping below its key, and the dashes of a list below it."""

    step: int = 2
    dash: int = 2


def style_of(text: str, root: Node) -> Style:
    """Read from a document how it indents; where it does not show it, as ours are."""
    steps: list[int] = []
    dashes: list[int] = []
    for column, value in _nested(text, root):
        widths = dashes if value.kind == LIST else steps
        widths.append(column_of(text, value.start) - column)
    dash = dashes[0] if dashes else Style().dash
    return Style(steps[0] if steps else max(dash, Style().step), dash)


def in_field(value: Value, column: int, style: Style) -> Written:
    """Write the value of a field whose key begins in a column."""
    if is_long(value):
        mark, lines = literal(cast("str", value))
        return Written(mark, _indented(lines, column + style.step))
    if isinstance(value, Mapping) and value:
        return Written("", fields(value, column + style.step, style))
    if is_sequence(value) and value:
        lines = [line for item in value for line in entry(item, column + style.dash, style)]
        return Written("", lines)
    return Written(in_brackets(value) if is_sequence(value) else _single(value))


def in_entry(value: Value, column: int, style: Style) -> Written:
    """Write the value of a list's entry whose content begins in a column."""
    if is_long(value):
        mark, lines = literal(cast("str", value))
        return Written(mark, _indented(lines, column))
    if isinstance(value, Mapping) and value:
        first, *others = fields(value, column, style)
        return Written(first.lstrip(" "), others)
    return Written(in_brackets(value) if is_sequence(value) else _single(value))


def field(name: str, value: Value, column: int, style: Style, width: int = 0) -> list[str]:
    """Write a field on lines of its own, its value at least some columns behind its key."""
    head, body = in_field(value, column, style)
    key = f"{written(name)}:"
    return [" " * column + (f"{key} ".ljust(width) + head if head else key), *body]


def fields(values: Mapping[str, Value], column: int, style: Style) -> list[str]:
    """Write fields one below the other."""
    return [line for name in values for line in field(name, values[name], column, style)]


def entry(value: Value, column: int, style: Style, width: int = 2) -> list[str]:
    """Write an entry of a list, its dash in a column, its content some columns further right."""
    if isinstance(value, Block):
        return _indented(value.lines, column)
    head, body = in_entry(value, column + width, style)
    return [" " * column + "-".ljust(width) + head, *body]


def in_brackets(value: Value, quote: str = "") -> str:
    """Write a value on one line, inside brackets."""
    value = plain(value) if isinstance(value, Block) else value  # type: ignore[assignment]
    if isinstance(value, Mapping):
        inner = (
            f"{written(name, in_flow=True)}: {in_brackets(item)}" for name, item in value.items()
        )
        return "{" + ", ".join(inner) + "}"
    if is_sequence(value):
        return "[" + ", ".join(in_brackets(item) for item in value) + "]"
    return written(cast("Scalar", value), quote, in_flow=True)


def is_sequence(value: object) -> TypeGuard[Sequence[Value]]:
    """Tell whether a value is a list."""
    return isinstance(value, Sequence) and not isinstance(value, str | Literal | Block)


def _single(value: Value) -> str:
    if isinstance(value, Mapping | Block):
        return in_brackets(value)
    return written(cast("Scalar", value))


def _indented(lines: Sequence[str], column: int) -> list[str]:
    return [" " * column + line if line else line for line in lines]


def _nested(text: str, node: Node) -> Iterator[tuple[int, Node]]:
    """Yield what is nested below keys in blocks, with the column of the key."""
    for held in node.entries:
        if held.value.is_block_collection:
            if held.key is not None:
                yield column_of(text, held.key.start), held.value
            yield from _nested(text, held.value)
