"""What of the cascade is shown: cycles, what is beneath or above something, a team, a status."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from okrcli.analysis.alignment.alignment import Link
from okrcli.analysis.landscape.cascade import Cascade, Links
from okrcli.analysis.landscape.cascade_order import CascadeOrder
from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.report import Status
from okrcli.model.reference import Key


class Wanted(NamedTuple):
    """What is asked for; only `team` and `statuses` filter, the rest chooses where to look.

    `cycles` are the names of those that are shown; a link may lead up to others.
    `about` is a team or a reference whose objectives are the tops; `up` is where ways up begin.
    `depth` is how many objectives deep; `brief` shows two where there are more than a few.
    """

    cycles: frozenset[str]
    about: Key | str | None = None
    up: Key | None = None
    team: str | None = None
    statuses: frozenset[Status] = frozenset()
    depth: int | None = None
    brief: bool = False
    key_results: bool = False

    @property
    def filters(self) -> bool:
        """Tell whether some objectives are only there as the way to others."""
        return self.team is not None or bool(self.statuses)


def members(landscape: Landscape, wanted: Wanted) -> set[Key]:
    """Choose the objectives: of some cycles, with all that is above them; above or below one."""
    alignment = landscape.alignment
    scope = [key for key in alignment.objectives if key.cycle in wanted.cycles]
    found = _reached(scope, alignment.parents)
    match wanted.about:
        case None:
            chosen = found
        case str() as team:
            chosen = found & _reached((key for key in scope if key.team == team), below(landscape))
        case Key() as key:
            chosen = _reached([key.of_objective], below(landscape, key)) & (
                found | {key.of_objective}
            )
    if wanted.up is not None:
        chosen = _reached([wanted.up.of_objective], alignment.parents)
    return chosen


def below(landscape: Landscape, about: Key | None = None) -> Callable[[Key], Iterator[Key]]:
    """Make what gives the objectives directly below one; of a key result only its own."""

    def step(key: Key) -> Iterator[Key]:
        for link in landscape.alignment.links_down.get(key, ()):
            if _is_asked(link, about):
                yield link.holder

    return step


def cascade(landscape: Landscape, chosen: set[Key], about: Key | str | None) -> Cascade:
    """Give each of the chosen objectives its place; what is asked about stays on top."""
    key = about if isinstance(about, Key) else None
    order = CascadeOrder(landscape, chosen)
    links: Links = {
        each: [
            link
            for link in landscape.alignment.links_up.get(each, ())
            if link.target.of_objective in chosen and _is_asked(link, key)
        ]
        for each in chosen
        if key is None or each != key.of_objective
    }
    top: Links = {} if key is None else {key.of_objective: ()}
    return Cascade({**top, **links}, order.rank, order.height)


def _is_asked(link: Link, about: Key | None) -> bool:
    """Tell whether a link may be followed: to a key result asked for, not to its brothers."""
    if about is None or about.key_result is None:
        return True
    return link.target == about or link.target.of_objective != about.of_objective


def visible(landscape: Landscape, placed: Cascade, wanted: Wanted) -> dict[Key, bool]:
    """Tell of each objective that is shown whether it is asked for, or only leads to such a one."""
    asked = {key: wanted.up is not None or key.cycle in wanted.cycles for key in placed.places}
    if not wanted.filters:
        return asked
    fitting = [key for key, is_asked in asked.items() if is_asked and _fits(landscape, key, wanted)]
    over = dict.fromkeys(_above(placed, fitting), False)
    return {**over, **dict.fromkeys(fitting, True)}


def _above(placed: Cascade, keys: Iterable[Key]) -> Iterator[Key]:
    seen: set[Key] = set()
    for key in keys:
        for above in placed.above(key):
            if above in seen:
                break
            seen.add(above)
            yield above


def _fits(landscape: Landscape, key: Key, wanted: Wanted) -> bool:
    if wanted.team is not None and key.team != wanted.team:
        return False
    if not wanted.statuses:
        return True
    report = landscape.report(key)
    return report is not None and report.status in wanted.statuses


def _reached(starts: Iterable[Key], step: Callable[[Key], Iterable[Key]]) -> set[Key]:
    """Give everything that steps lead to, the starts included."""
    ahead = list(starts)
    found = set(ahead)
    while ahead:
        for key in step(ahead.pop()):
            if key not in found:
                found.add(key)
                ahead.append(key)
    return found
