"""Which lines the blocks of a YAML text take: a key with its value, an entry of a list."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from okrcli.model.source import Step
from okrcli.store.yaml.marks import compose, entries

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

Keys = tuple[Step, ...]


class Lines(NamedTuple):
    """Lines from 1, the last one included; none where the last is before the first."""

    first: int
    last: int


class Scalar(NamedTuple):
    """A single value or a key: where it begins and ends (line and column from 1, exclusive)."""

    start: tuple[int, int]
    end: tuple[int, int]
    is_block: bool

    def holds(self, line: int, column: int) -> bool:
        """Tell whether a place is inside; the line that announces a block is not."""
        if self.is_block and self.start[0] == line:
            return False
        return self.start <= (line, column) < self.end


class _Block(NamedTuple):
    keys: Keys
    lines: Lines


class Blocks:
    """The blocks of a text in its order, each ending where the next one outside of it begins."""

    def __init__(self, root: "Node", last_line: int) -> None:
        """Walk through the nodes once."""
        self.first_line = root.start_mark.line + 1
        self.last_line = last_line
        self.scalars: list[Scalar] = []
        found = [((), self.first_line), *self._walk(root, ())]
        self._blocks = [
            _Block(keys, Lines(line, self._end(found, number)))
            for number, (keys, line) in enumerate(found)
        ]
        self._by_keys = {block.keys: block.lines for block in self._blocks}
        self._firsts = [block.lines.first for block in self._blocks]

    def of(self, keys: Keys) -> Lines:
        """Give the lines of a place, or of its nearest parent's block."""
        while keys not in self._by_keys:
            keys = keys[:-1]
        return self._by_keys[keys]

    def exactly(self, keys: Keys) -> Lines | None:
        """Give the lines of a place; None where there is no such place."""
        return self._by_keys.get(keys)

    def at(self, line: int) -> Lines | None:
        """Give the outermost block that begins on a line, the whole text aside."""
        number = bisect_left(self._firsts, line, lo=1)
        if number == len(self._blocks) or self._firsts[number] != line:
            return None
        return self._blocks[number].lines

    def _walk(self, node: "Node", keys: Keys) -> Iterator[tuple[Keys, int]]:
        if not isinstance(node.value, list):
            self.scalars.append(_scalar(node))
            return
        for entry in entries(node):
            begin = entry.value if entry.key is None else entry.key
            below = (*keys, entry.step if isinstance(entry.step, int) else str(entry.step))
            yield below, _line_of(begin)
            if entry.key is not None:
                self.scalars.append(_scalar(entry.key))
            yield from self._walk(entry.value, below)

    def _end(self, found: Sequence[tuple[Keys, int]], number: int) -> int:
        keys, first = found[number]
        for other, line in found[number + 1 :]:
            if other[: len(keys)] != keys:
                return max(line - 1, first)
        return self.last_line


def blocks(text: str) -> Blocks | None:
    """Find the blocks of a text; None where it cannot be composed."""
    root = compose(text)
    if root is None:
        return None
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return Blocks(root, unified.rstrip("\n").count("\n") + 1)


def _line_of(node: "Node") -> int:
    return int(node.start_mark.line) + 1


def _scalar(node: "Node") -> Scalar:
    start, end = node.start_mark, node.end_mark
    is_block = getattr(node, "style", None) in {"|", ">"}
    return Scalar((start.line + 1, start.column + 1), (end.line + 1, end.column + 1), is_block)
