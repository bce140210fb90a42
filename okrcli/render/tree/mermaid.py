"""A tree as Mermaid, in blocks of Markdown that GitHub and GitLab draw.

A diagram that is too large for them is split: a block for each objective at the top, and where one
is still too large, a block for it with what is directly beneath it, and blocks for these.
"""

import re
from collections.abc import Iterator, Sequence

from okrcli.analysis.landscape.teams_report import TeamsTree
from okrcli.analysis.landscape.tree import Tree
from okrcli.render.markdown.text import markdown_text
from okrcli.render.text import clean
from okrcli.render.tree.diagram import Box, Diagram, diagram
from okrcli.render.tree.diagram_colours import DASHED, EDGE, FILLS
from okrcli.render.tree.diagram_parts import first_of, parts

_MOST_LETTERS = 45_000  # GitHub draws 50,000
_MOST_LINES = 450  # Mermaid draws 500 edges
# What ends a label, is an entity, markup, an icon, a directive, a link or a list.
_MARKUP = re.compile(
    r"""["#$&*;<>@\[\\\]^`{|}~]|%{2,}|:(?=fa-|//)|^[-+](?= )|(?<=\d)[.)](?= )|(?<!\w)_|_(?!\w)"""
    r"|(?<!\w)www\."
)
_BESIDE = 60  # letters of the number, the kind and the line of a box


def tree_mermaid(tree: Tree | TeamsTree) -> str:
    """Write a tree as one block, or as several with a heading each."""
    drawn = diagram(tree)
    if not drawn.boxes:
        return "No objectives to show.\n"
    split = parts(drawn, _Sizes(drawn).fit)
    blocks = [_block(drawn, places) for places in split]
    if len(split) == 1:
        return blocks[0]
    titles = (drawn.boxes[first_of(drawn, places)].title for places in split)
    heads = [f"## {markdown_text(title)}\n" for title in titles]
    return "\n".join(f"{head}\n{block}" for head, block in zip(heads, blocks, strict=True))


def mermaid_text(text: str) -> str:
    """Give one line in which nothing is markup, an entity, an icon or the end of a label."""
    line = clean(" ".join(text.split()))
    return _MARKUP.sub(lambda found: "".join(map(_named, found[0])), line)


def _named(letter: str) -> str:
    """Write a character by its number; two dollars stay apart, or a formula would begin."""
    return f"#{ord(letter)};" + ("#8203;" if letter == "$" else "")


class _Sizes:
    """How many letters each box takes with a line to it, at most."""

    def __init__(self, drawn: Diagram) -> None:
        self._letters = [len(_label(box, notes=True)) + _BESIDE for box in drawn.boxes]

    def fit(self, places: Sequence[int]) -> bool:
        """Tell whether some boxes are drawn in one block."""
        if len(places) > _MOST_LINES:
            return False
        return sum(self._letters[place] for place in places) < _MOST_LETTERS


def _block(drawn: Diagram, places: Sequence[int]) -> str:
    return "\n".join(["```mermaid", "flowchart LR", *_lines(drawn, places), "```", ""])


def _lines(drawn: Diagram, places: Sequence[int]) -> Iterator[str]:
    inside = set(places)
    others = [pair for pair in drawn.others if inside.issuperset(pair)][:_MOST_LINES]
    told = {low for _, low in others}
    for place in places:
        box = drawn.boxes[place]
        yield f'  n{place}["{_label(box, notes=place not in told)}"]:::{box.kind}'
    for place in places:
        parent = drawn.boxes[place].parent
        if parent in inside:
            yield f"  n{parent} --- n{place}"
    for above, low in others:
        yield f"  n{above} -.- n{low}"
    faint = [f"n{place}" for place in places if drawn.boxes[place].faint]
    if faint:
        yield f"  class {','.join(faint)} faint"
    kinds = dict.fromkeys(drawn.boxes[place].kind for place in places)
    yield from (_class(kind) for kind in kinds)
    if faint:
        yield "  classDef faint opacity:0.5"
    yield f"  linkStyle default stroke:{EDGE}"


def _label(box: Box, *, notes: bool) -> str:
    lines = [box.title, *box.facts, *(box.notes if notes else ())]
    return "<br/>".join(mermaid_text(line) for line in lines)


def _class(kind: str) -> str:
    dashes = ",stroke-dasharray:4 3" if kind in DASHED else ""
    return f"  classDef {kind} fill:{FILLS[kind]},color:#fff,stroke:{EDGE}{dashes}"
