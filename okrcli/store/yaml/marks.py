"""Where values stand in a YAML text: lines and columns, from ruamel.yaml's composed nodes.

ruamel is imported only here and only when it is needed: after something was found.
"""

import re
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

import yaml_rs

from okrcli.model.source import Span, Step
from okrcli.store.yaml.limits import Unreadable, check_block_depth

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

# `[https://a.example]` is YAML that the parser in C refuses; the places are those of `[https_//`.
_IN_VALUE = re.compile(r"(?<=[^\s\"'\]}]):(?=[^\s,\[\]{}])|(?<=[^\s\[{,])\?")

Keys = tuple[Step, ...]
Place = tuple[Keys, bool]


class _Entry(NamedTuple):
    """A value in its mapping or list, with its key's node where it has one."""

    step: object
    key: "Node | None"
    value: "Node"


def spans(text: str, places: Collection[Place]) -> dict[Place, Span]:
    """Give the region of each value (or of its key, where that is asked for).

    A place that does not exist gets its nearest parent's region; a mapping or a list is shown by
    its first key or entry; a region never goes beyond the end of its first line. Where the text
    cannot be composed, all are the first line.
    """
    root = compose(text)
    if root is None:
        first = _cut(_lines(text), Span(1, 1, 2, 1))
        return dict.fromkeys(places, first)
    lines = _lines(text)
    nodes = _Nodes(root)
    return {place: _cut(lines, nodes.span(*place)) for place in places}


def repeated_key(text: str) -> Unreadable:
    """Name the first key that a mapping has twice, at its second place."""
    root = compose(text)
    for first, second in () if root is None else _repetitions(root):
        return Unreadable(
            "duplicate-key",
            f"`{second.value}` is there already, in line {first.start_mark.line + 1}",
            "keep one of them",
            _cut(_lines(text), _of_node(second)),
        )
    return Unreadable("duplicate-key", "a key is there twice in one mapping", "keep one of them")


def compose(text: str) -> "Node | None":
    """Compose the nodes of a text that yaml_rs takes; None where that fails.

    ruamel's parser in C recurses without a limit; yaml_rs refuses brackets that nest too deep.
    """
    try:
        check_block_depth(text)
        yaml_rs.loads(
            text,
            parse_datetime=False,
            alias_limits=yaml_rs.AliasLimits(0, 0, 0),
            duplicate_key_policy=yaml_rs.DuplicateKeyPolicy.LastWins,
        )
    except Exception:  # noqa: BLE001 - a place less is no reason to stop
        return None
    return _composed(text) or _composed(_IN_VALUE.sub("_", text))


def _composed(text: str) -> "Node | None":
    try:
        return _parser()(text)
    except Exception:  # noqa: BLE001 - ruamel raises anything; a place less is no reason to stop
        return None


def _parser() -> "Callable[[str], Node | None]":
    try:
        from ruamel.yaml.cyaml import CBaseLoader  # noqa: PLC0415 - slow, and only for findings
    except ImportError:
        from ruamel.yaml import YAML  # noqa: PLC0415 - as above

        return YAML(typ="safe", pure=True).compose
    return lambda text: CBaseLoader(text).get_single_node()


class _Nodes:
    """The nodes of a text, found by their keys; each mapping is looked through once."""

    def __init__(self, root: "Node") -> None:
        self._root = root
        self._known: dict[int, dict[object, _Entry]] = {}

    def span(self, keys: Keys, of_key: bool) -> Span:  # noqa: FBT001 - a place is a plain pair
        """Give the region of a place, or of its nearest parent."""
        node, key = self._root, None
        for depth, step in enumerate(keys):
            entry = self._below(node).get(step)
            if entry is None:
                return _of_value(node, key)
            node, key = entry.value, entry.key
            if of_key and key is not None and depth == len(keys) - 1:
                return _of_node(key)
        return _of_value(node, key)

    def _below(self, node: "Node") -> dict[object, _Entry]:
        if id(node) not in self._known:
            self._known[id(node)] = {entry.step: entry for entry in entries(node)}
        return self._known[id(node)]


def _of_value(node: "Node", key: "Node | None") -> Span:
    """Show a mapping by its first key, a list by its first entry, and nothing by its key."""
    if node.start_mark.index == node.end_mark.index and key is not None:
        return _of_node(key)
    first = next(entries(node), None)
    while first is not None and _is_block(node):
        node = first.value if first.key is None else first.key
        first = next(entries(node), None) if first.key is None else None
    return _of_node(node)


def _is_block(node: "Node") -> bool:
    return not getattr(node, "flow_style", False)


def entries(node: "Node") -> Iterator[_Entry]:
    """Yield what a mapping or a list holds; nothing of a single value."""
    if not isinstance(node.value, list):
        return
    for index, item in enumerate(node.value):
        if isinstance(item, tuple):
            yield _Entry(getattr(item[0], "value", None), *item)
        else:
            yield _Entry(index, None, item)


def _repetitions(root: "Node") -> Iterator[tuple["Node", "Node"]]:
    seen: dict[object, Node] = {}
    for entry in entries(root):
        if entry.key is not None and isinstance(entry.key.value, str):
            first = seen.setdefault(entry.key.value, entry.key)
            if first is not entry.key:
                yield first, entry.key
        yield from _repetitions(entry.value)


def _of_node(node: "Node") -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _cut(lines: list[str], span: Span) -> Span:
    """End a region at the end of its first line, where it goes on below."""
    if span.end_line == span.line:
        return span
    end = len(lines[span.line - 1].rstrip()) + 1 if span.line <= len(lines) else span.column
    return Span(span.line, span.column, span.line, max(end, span.column))
