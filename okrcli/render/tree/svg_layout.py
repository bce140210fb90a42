"""Where boxes and lines go in a layered drawing: Graphviz decides, and is given numbers only."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from okrcli.errors import MissingExtraError

if TYPE_CHECKING:
    from pygraphviz import AGraph

_POINTS = 72  # Graphviz measures boxes in inches, and places in points
_GAP, _LAYER_GAP = 10, 60


class Pair(NamedTuple):
    """A line between two boxes; what is not `drawn` in the tree has no say in where they are."""

    above: int
    below: int
    drawn: bool = True


class Places(NamedTuple):
    """The middle of each box and the points of each line's Bézier curves, in whole pixels."""

    width: int
    height: int
    boxes: Sequence[tuple[int, int]]
    lines: Sequence[Sequence[tuple[int, int]]]


def places(
    sizes: Sequence[tuple[int, int]], pairs: Sequence[Pair], loose: Mapping[int, int]
) -> Places:
    """Lay boxes of some sizes out from left to right.

    `loose` gives, for boxes that hang on nothing, how many layers they are after the first box.
    """
    try:
        from pygraphviz import AGraph  # noqa: PLC0415 - an extra that few need
    except ImportError:
        raise MissingExtraError("an SVG drawing", "svg") from None
    graph = AGraph(directed=True, strict=False, rankdir="LR")
    graph.graph_attr.update(
        nodesep=_GAP / _POINTS,
        ranksep=_LAYER_GAP / _POINTS,
        ordering="out",
        outputorder="nodesfirst",
    )
    graph.node_attr.update(shape="box", fixedsize="true", label="")
    graph.edge_attr.update(dir="none", tailport="e", headport="w")
    for number, (width, height) in enumerate(sizes):
        graph.add_node(number, width=width / _POINTS, height=height / _POINTS)
    for number, pair in enumerate(pairs):
        drawn = "true" if pair.drawn else "false"
        graph.add_edge(pair.above, pair.below, key=number, constraint=drawn)
    for number, layers in loose.items():
        graph.add_edge(0, number, key="loose", style="invis", minlen=layers)
    graph.layout("dot")
    return _read(graph, len(sizes), pairs)


def _read(graph: "AGraph", count: int, pairs: Sequence[Pair]) -> Places:
    _, _, width, height = map(float, graph.graph_attr["bb"].split(","))

    def point(text: str) -> tuple[int, int]:
        across, up = map(float, text.split(","))
        return round(across), round(height - up)

    return Places(
        round(width),
        round(height),
        [point(graph.get_node(number).attr["pos"]) for number in range(count)],
        [
            [
                point(text)
                for text in graph.get_edge(pair.above, pair.below, number).attr["pos"].split()
            ]
            for number, pair in enumerate(pairs)
        ],
    )
