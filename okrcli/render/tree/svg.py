"""A tree as a drawing in SVG: text and shapes only, on light and on dark pages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from okrcli.analysis.landscape.teams_report import TeamsTree
from okrcli.analysis.landscape.tree import Tree
from okrcli.errors import UsageError
from okrcli.render.terminal.fit import wrap
from okrcli.render.text import clean
from okrcli.render.tree.diagram import PILLAR, VISION, Box, Diagram, diagram
from okrcli.render.tree.diagram_colours import DASHED, EDGE, FILLS
from okrcli.render.tree.svg_layout import Pair, places

_MOST = 4000  # boxes that anybody, and any viewer, can still look at
_WIDTH = 260
_INDENT, _TOP, _BOTTOM = 14, 19, 10
_TITLE_LINE, _FACT_LINE, _BAR = 16, 14, 10
_TITLE_COLUMNS, _FACT_COLUMNS = 28, 35  # in the widest of the usual fonts
_LINES = 4
_MARGIN = 16
_STYLE = f"""\
text {{ font: 11px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #59636e; }}
.title {{ font-size: 13px; font-weight: 600; fill: #1f2328; }}
.page {{ fill: #ffffff; }}
.box {{ fill: #f6f8fa; stroke: {EDGE}; }}
.rest {{ fill: #d1d9e0; }}
.mark {{ fill: #1f2328; }}
@media (prefers-color-scheme: dark) {{
  text {{ fill: #9198a1; }}
  .title, .mark {{ fill: #f0f6fc; }}
  .page {{ fill: #0d1117; }}
  .box {{ fill: #151b23; }}
  .rest {{ fill: #3d444d; }}
}}
.solid .title, .solid text {{ fill: #ffffff; }}
.dashed .box {{ stroke-dasharray: 4 3; }}
.faint {{ opacity: 0.5; }}
path {{ fill: none; stroke: {EDGE}; stroke-width: 1.5; }}
.other {{ stroke-dasharray: 3 4; }}
"""


class _Shape(NamedTuple):
    """A box with its text in lines."""

    box: Box
    title: Sequence[str]
    facts: Sequence[str]

    @property
    def height(self) -> int:
        bar = _BAR if self.box.measured else 0
        lines = len(self.title) * _TITLE_LINE + len(self.facts) * _FACT_LINE
        return lines + bar + _BOTTOM + 4


def tree_svg(tree: Tree | TeamsTree) -> str:
    """Write a tree as a drawing, the vision on the left."""
    drawn = diagram(tree)
    if len(drawn.boxes) > _MOST:
        raise UsageError(
            f"a drawing of {len(drawn.boxes)} goals is too large",
            "ask for a part, or for --depth N",
        )
    return "\n".join(_lines(drawn)) + "\n"


def _lines(drawn: Diagram) -> Iterator[str]:
    shapes = [_shape(box) for box in drawn.boxes]
    pairs = [
        Pair(box.parent, place) for place, box in enumerate(drawn.boxes) if box.parent is not None
    ]
    pairs += [Pair(*pair, drawn=False) for pair in drawn.others]
    laid = places([(_WIDTH, shape.height) for shape in shapes], pairs, _loose(drawn))
    width, height = laid.width + 2 * _MARGIN, laid.height + 2 * _MARGIN
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="{-_MARGIN} {-_MARGIN} {width} {height}" role="img">'
    )
    yield f"<title>{_text(drawn.name)}</title>"
    yield f"<style>\n{_STYLE}</style>"
    yield f'<rect class="page" x="{-_MARGIN}" y="{-_MARGIN}" width="100%" height="100%"/>'
    for pair, points in zip(pairs, laid.lines, strict=True):
        yield _path(points, drawn=pair.drawn)
    for shape, (across, down) in zip(shapes, laid.boxes, strict=True):
        yield from _box(shape, across - _WIDTH // 2, down - shape.height // 2)
    yield "</svg>"


def _loose(drawn: Diagram) -> Mapping[int, int]:
    """Tell how far from the vision the objectives are that hang on nothing: as far as others."""
    layers = 2 if any(box.kind == PILLAR for box in drawn.boxes) else 1
    return {
        place: layers
        for place, box in enumerate(drawn.boxes)
        if place and box.parent is None and drawn.boxes[0].kind == VISION
    }


def _shape(box: Box) -> _Shape:
    title = wrap(_one_line(box.title), _TITLE_COLUMNS, _LINES, "…")
    facts = [
        line
        for fact in (*box.facts, *box.notes)
        for line in wrap(_one_line(fact), _FACT_COLUMNS, _LINES, "…")
    ]
    return _Shape(box, title, facts)


def _path(points: Sequence[tuple[int, int]], *, drawn: bool) -> str:
    (across, down), *rest = points
    curve = " ".join(f"{x},{y}" for x, y in rest)
    kind = "" if drawn else ' class="other"'
    return f'<path{kind} d="M{across},{down} C{curve}"/>'


def _box(shape: _Shape, left: int, top: int) -> Iterator[str]:
    box, height = shape.box, shape.height
    solid = box.kind in {VISION, PILLAR}
    classes = [
        name
        for name, holds in (
            ("solid", solid),
            ("dashed", box.kind in DASHED),
            ("faint", box.faint),
        )
        if holds
    ]
    yield f'<g class="{" ".join(classes)}" transform="translate({left},{top})">'
    yield f"<title>{_text(box.title)}</title>"
    colour = FILLS[box.kind]
    if solid:
        yield f'<rect width="{_WIDTH}" height="{height}" rx="5" fill="{colour}"/>'
    else:
        yield f'<rect class="box" width="{_WIDTH}" height="{height}" rx="5"/>'
        yield f'<rect width="6" height="{height}" rx="2" fill="{colour}"/>'
    down = _TOP
    for line in shape.title:
        yield f'<text class="title" x="{_INDENT}" y="{down}">{_text(line)}</text>'
        down += _TITLE_LINE
    for line in shape.facts:
        yield f'<text x="{_INDENT}" y="{down - 2}">{_text(line)}</text>'
        down += _FACT_LINE
    if box.measured:
        yield from _bar(box, height - _BAR, colour)
    yield "</g>"


def _bar(box: Box, down: int, colour: str) -> Iterator[str]:
    room = _WIDTH - 2 * _INDENT
    done = round(room * min(max(box.progress or 0.0, 0.0), 1.0))
    yield f'<rect class="rest" x="{_INDENT}" y="{down}" width="{room}" height="4" rx="2"/>'
    if done:
        yield f'<rect x="{_INDENT}" y="{down}" width="{done}" height="4" rx="2" fill="{colour}"/>'
    if box.expected:
        mark = _INDENT + round(room * min(box.expected, 1.0)) - 1
        yield f'<rect class="mark" x="{mark}" y="{down - 2}" width="2" height="8"/>'


def _one_line(text: str) -> str:
    return clean(" ".join(text.split()))


def _text(text: str) -> str:
    """Write a text so that nothing of it is markup, and that XML allows it."""
    allowed = "".join("\ufffd" if letter in "\ufffe\uffff" else letter for letter in text)
    return escape(_one_line(allowed), {'"': "&quot;"})
