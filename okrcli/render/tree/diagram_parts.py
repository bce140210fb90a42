"""How a drawing is split where it is too large for one: by the objectives at its top.

One that is still too large is shown with what is directly beneath it, and each of these by itself.
"""

from collections.abc import Callable, Iterator, Sequence

from okrcli.render.tree.diagram import PILLAR, VISION, Diagram

Places = Sequence[int]
Fits = Callable[[Places], bool]


def parts(drawn: Diagram, fits: Fits) -> Sequence[Places]:
    """Give the boxes of each drawing, with the vision and the pillar that they belong to."""
    everything = range(len(drawn.boxes))
    if fits(everything):
        return [everything]
    below = _below(drawn)
    found: list[Places] = []
    ahead = [place for place in reversed(everything) if _is_top(drawn, place)]
    while ahead:
        top = ahead.pop()
        whole, over = _subtree(below, top), _over(drawn, top)
        if fits(whole):
            found.append([*over, *whole])
            continue
        found.extend(_chunks(fits, [*over, top], below[top]))
        ahead.extend(child for child in reversed(below[top]) if below[child])
    return found


def first_of(drawn: Diagram, places: Places) -> int:
    """Find what a drawing is about: its first box that is no vision and no pillar."""
    own = (place for place in places if drawn.boxes[place].kind not in {VISION, PILLAR})
    return next(own, places[0])


def _is_top(drawn: Diagram, place: int) -> bool:
    """Tell whether a drawing may begin here: right beneath the vision or a pillar, or nothing."""
    box = drawn.boxes[place]
    parent = None if box.parent is None else drawn.boxes[box.parent].kind
    return box.kind not in {VISION, PILLAR} and parent in {None, VISION, PILLAR}


def _over(drawn: Diagram, place: int) -> Places:
    """Give the vision and the pillar over a box, the farthest first."""
    found: list[int] = []
    parent = drawn.boxes[place].parent
    while parent is not None:
        if drawn.boxes[parent].kind in {VISION, PILLAR}:
            found.append(parent)
        parent = drawn.boxes[parent].parent
    return found[::-1]


def _chunks(fits: Fits, head: Places, boxes: Places) -> Iterator[Places]:
    """Yield as many boxes beneath a head as fit, and so on."""
    chunk: list[int] = []
    for box in boxes:
        if chunk and not fits([*head, *chunk, box]):
            yield [*head, *chunk]
            chunk = []
        chunk.append(box)
    yield [*head, *chunk]


def _below(drawn: Diagram) -> Sequence[Places]:
    found: list[list[int]] = [[] for _ in drawn.boxes]
    for place, box in enumerate(drawn.boxes):
        if box.parent is not None:
            found[box.parent].append(place)
    return found


def _subtree(below: Sequence[Places], top: int) -> Places:
    found: list[int] = []
    ahead = [top]
    while ahead:
        place = ahead.pop()
        found.append(place)
        ahead.extend(reversed(below[place]))
    return found
