"""Where the values of a text begin and end, to the character."""

from typing import TYPE_CHECKING, NamedTuple

from okrcli.model.source import Step
from okrcli.store.editing.lines import column_of, line_end, line_start
from okrcli.store.yaml.marks import compose, entries

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node as Composed

SCALAR, LIST, MAPPING = "scalar", "list", "mapping"
FLOW, BLOCK, PLAIN = "flow", "block", ""


class Node(NamedTuple):
    """A value: where it stands, and what it holds.

    `style` is FLOW or BLOCK for what holds others, else PLAIN, a quote, `|` or `>`. A value that
    is not written begins and ends where it would stand.
    """

    kind: str
    style: str
    start: int
    end: int
    entries: tuple["Entry", ...] = ()

    @property
    def is_block_collection(self) -> bool:
        """Tell whether it holds others on lines of their own."""
        return self.style == BLOCK

    @property
    def is_block_scalar(self) -> bool:
        """Tell whether it is a text that goes on below `|` or `>`."""
        return self.style in {"|", ">"}

    def below(self, step: Step) -> "Entry | None":
        """Give the entry with a key or at a position."""
        if self.kind == LIST and isinstance(step, int):
            return self.entries[step] if 0 <= step < len(self.entries) else None
        return next((entry for entry in self.entries if entry.step == step), None)


class Entry(NamedTuple):
    """A field or an entry of a list.

    It begins with its key or its dash; `mark` is where its value may be written: behind the
    colon or the dash.
    """

    step: Step
    start: int
    mark: int
    value: Node
    key: Node | None = None


def tree_of(text: str) -> Node | None:
    """Find all values of a text; None where it cannot be composed."""
    root = compose(text)
    return None if root is None else _node(text, root)


def _node(text: str, composed: "Composed") -> Node:
    start = composed.start_mark.index
    end = composed.end_mark.index
    if not isinstance(composed.value, list):
        style = getattr(composed, "style", None) or PLAIN
        return Node(SCALAR, style, start, _scalar_end(text, style, start, end))
    is_flow = bool(getattr(composed, "flow_style", False))
    held = _entries(text, composed, is_flow=is_flow)
    kind = MAPPING if any(entry.key for entry in held) or text[start] == "{" else LIST
    style = FLOW if is_flow else BLOCK
    return Node(kind, style, start, end if is_flow or not held else held[-1].value.end, held)


def _scalar_end(text: str, style: str, start: int, end: int) -> int:
    """Leave out blank lines after a text of several lines that are no part of it."""
    if style not in {"|", ">"}:
        return end
    keeps = "+" in text[start : line_end(text, start)].partition("#")[0]
    if not keeps:
        end = start + len(text[start:end].rstrip())
        return line_end(text, end)
    for line_break in ("\r\n", "\n", "\r"):
        if text.endswith(line_break, start, end):
            return end - len(line_break)
    return end


def _entries(text: str, composed: "Composed", *, is_flow: bool) -> tuple[Entry, ...]:
    found: list[Entry] = []
    after = composed.start_mark.index
    dashes = column_of(text, after)
    for entry in entries(composed):
        value = _node(text, entry.value)
        if entry.key is not None:
            key = _node(text, entry.key)
            mark = _colon(text, key.end, value.start)
            found.append(Entry(str(entry.step), key.start, mark, value, key))
        elif is_flow:
            found.append(Entry(len(found), value.start, value.start, value))
        else:
            dash = after if not found else _dash(text, found[-1].value.end, dashes)
            found.append(Entry(len(found), dash, dash + 1, value))
    return tuple(found)


def _colon(text: str, end: int, start: int) -> int:
    """Give where the colon behind a key ends; the key's end where there is none."""
    colon = text.find(":", end, max(start, end) + 1)
    return end if colon < 0 else colon + 1


def _dash(text: str, after: int, column: int) -> int:
    """Find the next dash of a list in its column, below what came before."""
    at = line_end(text, after)
    while at < len(text):
        at += 1
        dash = line_start(text, at) + column
        if text[dash : dash + 1] == "-" and not text[line_start(text, at) : dash].strip(" "):
            return dash
        at = line_end(text, at)
    return after
