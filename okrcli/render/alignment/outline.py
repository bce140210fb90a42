"""Who works for what, as an outline: objectives beneath what they support, and how each stands."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from okrcli.analysis.landscape.tree import KeyResultLine, Line, ObjectiveLine, Section, Tree
from okrcli.render.pages.lines import Called, line, team_name
from okrcli.render.pages.page import Branch, Meter, Outline, Tone, Words
from okrcli.render.pages.page import Line as PageLine
from okrcli.render.pages.words import status_piece
from okrcli.render.tree.words import DRAFT, IDLE, heading, title_of

MOST = 300  # lines: more make a page slow, and nobody reads them
_DEEPEST = 12  # levels: more leave no room for words

Draw = Callable[[], Tree]


class _Node(NamedTuple):
    """A line of the tree, and those beneath it."""

    line: Line
    below: "list[_Node]"


def who_works_for_what(draw: Draw, cycle: str, *, numbers: bool) -> Outline:
    """Make the block of a page; the tree is drawn only for a format that can fold it."""
    command = Words(f"okr tree --cycle {cycle}", Tone.CODE)
    return Outline(
        "Who works for what",
        lambda: alignment_outline(draw(), numbers=numbers),
        line(command, " shows what each objective supports."),
    )


def alignment_outline(tree: Tree, *, numbers: bool) -> Sequence[Branch]:
    """Make an outline of a tree; of one that is too large, as many levels as there is room for."""
    writer = _Writer(tree, numbers=numbers)
    nested = [_nested(each.lines) for each in tree.sections]
    depth = _depth([node for each in nested for node in each])
    room, found = MOST, []
    for section, tops in zip(tree.sections, nested, strict=True):
        found.append(writer.section(section, tops[:room], depth))
        room -= min(len(tops), room)
    every = sum(1 for _ in tree.lines())
    shown = sum(map(_size, (each for one in found for each in one.below)))
    branches = [low for each in found for low in ([each] if each.line else each.below)]
    if shown < every:
        told = f"{every - shown} of {every} goals are left out; "
        branches.append(Branch(line(told, Words("okr tree", Tone.CODE), " shows them.")))
    return branches


class _Writer:
    """Writes the lines of a tree; people and teams are called by their names."""

    def __init__(self, tree: Tree, *, numbers: bool) -> None:
        self._tree = tree
        self._called = Called(tree.organization)
        self._numbers = numbers

    def section(self, section: Section, nodes: Iterable[_Node], depth: int) -> Branch:
        """Write a section; one that has no heading is its branches alone."""
        words = heading(section, self._tree)
        below = [self._branch(each, depth) for each in nodes]
        if words is None:
            return Branch([], below)
        idle = "" if section.lines else f": {IDLE}"
        return Branch(line(Words(words, Tone.STRONG), Words(idle, Tone.QUIET)), below)

    def _branch(self, node: _Node, depth: int) -> Branch:
        if depth > 1:
            return Branch(
                self._line(node.line), [self._branch(each, depth - 1) for each in node.below]
            )
        hidden = _count(node.below)
        more = [Words(f" {hidden} below", Tone.QUIET)] if hidden else []
        return Branch([*self._line(node.line), *more])

    def _line(self, each: Line) -> PageLine:
        about = ", ".join(filter(None, self._about(each)))
        said: list[Words | Meter] = [Words(title_of(each)), Words(f" ({about})", Tone.QUIET)]
        return [*said, *self._state(each)] if self._numbers else said

    def _about(self, each: Line) -> Iterator[str]:
        """Say whose it is, and where it stands aside."""
        if isinstance(each, KeyResultLine):
            yield "key result"
            yield self._called.person(each.owner)
            return
        yield team_name(self._tree.organization.team(each.key.team))
        yield self._called.person(each.objective.owner)
        yield each.key.cycle if each.passing else ""
        yield DRAFT if each.objective.draft else ""

    def _state(self, each: Line) -> Iterator[Words | Meter]:
        if each.report is not None:
            yield Words(" ")
            yield Meter(each.report.progress, each.report.expected, each.report.status)
            yield Words(" ")
            yield status_piece(each.report.status)


def _nested(lines: Iterable[Line]) -> list[_Node]:
    """Put lines beneath one another by their levels."""
    tops: list[_Node] = []
    way: list[_Node] = []
    for each in lines:
        node = _Node(each, [])
        while way and way[-1].line.level >= each.level:
            way.pop()
        (way[-1].below if way else tops).append(node)
        way.append(node)
    return tops


def _depth(nodes: Sequence[_Node]) -> int:
    """Tell how many levels there is room for; the first in any case."""
    sizes = []
    while nodes:
        sizes.append(len(nodes))
        nodes = [low for each in nodes for low in each.below]
    return min(max(sum(total <= MOST for total in accumulate(sizes)), 1), _DEEPEST)


def _count(nodes: Iterable[_Node]) -> int:
    """Count the objectives among some lines and all beneath them."""
    count, ahead = 0, list(nodes)
    while ahead:
        node = ahead.pop()
        count += isinstance(node.line, ObjectiveLine)
        ahead += node.below
    return count


def _size(branch: Branch) -> int:
    return 1 + sum(map(_size, branch.below))
