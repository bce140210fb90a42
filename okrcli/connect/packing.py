"""Pack the parts of a page into as few messages as a service's limits allow, in order."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

Part = TypeVar("Part")


class Room(NamedTuple):
    """What a message holds: parts, and the sum of their sizes."""

    parts: int
    size: int


def packed(
    parts: Iterable[Part],
    room: Room,
    size: Callable[[Part], int],
    is_heading: Callable[[Part], bool],
) -> Iterator[list[Part]]:
    """Pack parts; a heading goes with what is below it.

    No part, and no heading with a part, may be larger than the room. At least one pack comes.
    """
    pack: list[Part] = []
    left = room.size
    for part in parts:
        if pack and (len(pack) == room.parts or size(part) > left):
            below = [pack.pop()] if len(pack) > 1 and is_heading(pack[-1]) else []
            yield pack
            pack = below
            left = room.size - sum(map(size, pack))
        pack.append(part)
        left -= size(part)
    yield pack


def numbered(title: str, number: int, total: int) -> str:
    """Say which message of how many it is; one alone has no number."""
    return title if total == 1 else f"{title} ({number}/{total})"
