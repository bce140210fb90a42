"""Dependencies between teams: what waits for what, and the risk that spreads along the chain.

Risk is a level, and what waits has at least that of everything it waits for, directly or through
others. So a dependency more never lowers a risk, and circles, which are named, change nothing else:
what can be reached by going round is reached once.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import NamedTuple

from okrcli.analysis.alignment import Alignment, Circle, Link
from okrcli.analysis.doubts import Doubt, Promises, is_reached
from okrcli.analysis.landscape import Landscape
from okrcli.analysis.report import Status
from okrcli.analysis.ways import is_live
from okrcli.model.reference import Key


class Level(IntEnum):
    """How much a dependency is in danger."""

    FINE = 0
    WATCH = 1  # behind, or nobody says how it stands
    RISK = 2
    BROKEN = 3  # it cannot be counted on


class Trouble(StrEnum):
    """What is the matter with something that is needed; the gravest first."""

    MISSING = "missing"  # the reference names nothing
    DROPPED = "dropped"
    CLOSED = "closed"  # its time is over, or it was ended, and it was not reached
    DRAFT = "draft"
    CIRCLE = "circle"  # it waits for the one who waits for it
    LATE = "late"  # it is due after it is needed
    AT_RISK = "at-risk"
    BEHIND = "behind"
    OUTDATED = "outdated"

    @property
    def level(self) -> Level:
        """Tell how grave it is."""
        if self is Trouble.AT_RISK:
            return Level.RISK
        return Level.WATCH if self in {Trouble.BEHIND, Trouble.OUTDATED} else Level.BROKEN


_OF_STATUS = {
    Status.MISSED: Trouble.CLOSED,
    Status.PARTIAL: Trouble.CLOSED,
    Status.AT_RISK: Trouble.AT_RISK,
    Status.BEHIND: Trouble.BEHIND,
    Status.OUTDATED: Trouble.OUTDATED,
}
_OF_DOUBT = {
    Doubt.DROPPED: Trouble.DROPPED,
    Doubt.DRAFT: Trouble.DRAFT,
    Doubt.LATE: Trouble.LATE,
}
_SETTLED = frozenset((Status.ACHIEVED, Status.DROPPED, Status.MISSED, Status.PARTIAL))


class Risk(NamedTuple):
    """Something that is the matter, and the way to it from what waits, which is not on it.

    The last of the way is what the trouble is with; a reference that names nothing has none.
    """

    trouble: Trouble
    way: Sequence[Key]

    @property
    def rank(self) -> tuple[int, int, int]:
        """Order risks, the gravest and nearest first."""
        return -self.trouble.level, len(self.way), list(Trouble).index(self.trouble)


class Waits:
    """Who waits for what among all objectives of a moment, drafts and dropped ones too."""

    def __init__(self, landscape: Landscape) -> None:
        """Take the objectives with their links and numbers."""
        self._landscape = landscape
        self.links: Alignment = landscape.alignment
        self.promises = Promises(self.links, landscape.goals.settings.calendar)

    def status(self, key: Key) -> Status | None:
        """Tell how an objective or a key result stands; None for a draft."""
        if key.key_result is None:
            report = self._landscape.report(key)
            return None if report is None else report.status
        part = self._landscape.key_result(key)
        return None if part is None else part.status

    def is_settled(self, key: Key) -> bool:
        """Tell whether a key result waits for nothing any more, or does not yet."""
        objective = self.links.objectives[key.of_objective]
        ended = objective.close is not None or self.links.key_results[key].close is not None
        return ended or not is_live(objective) or self.status(key) in _SETTLED

    def is_there(self, key: Key) -> bool:
        """Tell whether what is needed has been reached."""
        return self.status(key) is Status.ACHIEVED

    @cached_property
    def circles(self) -> Sequence[Circle]:
        """Give the circles of key results that wait for one another."""
        return self.links.need_circles(is_live)

    def risks(self, link: Link) -> list[Risk]:
        """Give all that is the matter with what a link names, the gravest and nearest first.

        What it waits for itself must not be due after the day by which the first one needs it.
        """
        needed = self.promises.last_day(link.holder)
        found: dict[Risk, None] = {}
        for way, each in self._chain(link):
            found.update((Risk(trouble, way), None) for trouble in self.troubles(each))
            due = self.promises.last_day(each.target)
            late = needed is not None and due is not None and due > needed
            if late and any(self.promises.open(each.target)):
                found[Risk(Trouble.LATE, way)] = None
        return sorted(found, key=lambda risk: risk.rank)

    def troubles(self, link: Link) -> Iterator[Trouble]:
        """Yield what is the matter with what a link names, without what that waits for."""
        if self.is_there(link.target):
            return
        yield from (_OF_DOUBT[doubt] for doubt in self.promises.doubts(link))
        if self._goes_round(link):
            yield Trouble.CIRCLE
        if self.links.is_dropped(link.target):
            return
        status = self.status(link.target)
        trouble = None if status is None else _OF_STATUS.get(status)
        if trouble is None and self._is_ended(link.target):
            trouble = Trouble.CLOSED
        if trouble is not None:
            yield trouble

    def ready(self, link: Link) -> date | None:
        """Give the day by which what is needed can be there: when all that it waits for is."""
        ends = [
            self.promises.last_day(each.target)
            for _, each in self._chain(link)
            if any(self.promises.open(each.target))
        ]
        return max(filter(None, ends), default=None)

    def _chain(self, first: Link) -> Iterator[tuple[Sequence[Key], Link]]:
        """Yield a link and those of all that is waited for behind it, each with the way to it."""
        ahead: list[tuple[Sequence[Key], Link]] = [((first.target,), first)]
        seen = {(first.holder, first.target)}
        while ahead:
            yield from ahead
            beyond = [
                ((*way, link.target), link) for way, each in ahead for link in self._next(each)
            ]
            ahead = []
            for way, link in beyond:
                if (link.holder, link.target) not in seen:
                    seen.add((link.holder, link.target))
                    ahead.append((way, link))

    def _next(self, link: Link) -> Iterator[Link]:
        """Yield what the target of a link waits for; nothing where it will not or need not come."""
        target = link.target
        if self.is_there(target) or self.links.is_dropped(target):
            return
        for each in self._waiting.get(target.of_objective, ()):
            is_part = target.key_result in {None, each.holder.key_result}
            if is_part and not self._is_over(each.holder):
                yield each

    def _is_over(self, key: Key) -> bool:
        """Tell whether a part of something that is needed is reached or given up."""
        part = self.links.key_results[key]
        return self.links.is_dropped(key) or part.close is not None or is_reached(part)

    @cached_property
    def _waiting(self) -> Mapping[Key, Sequence[Link]]:
        """Give the links of the key results of each objective."""
        found: dict[Key, list[Link]] = {}
        for link in self.links.needs:
            found.setdefault(link.holder.of_objective, []).append(link)
        return found

    def _goes_round(self, link: Link) -> bool:
        return any(
            link.holder in each.tangle and link.target in each.tangle for each in self.circles
        )

    def _is_ended(self, key: Key) -> bool:
        """Tell whether something was closed; what was reached is told before."""
        closed = self.links.objectives[key.of_objective].close is not None
        return closed or (
            key.key_result is not None and self.links.key_results[key].close is not None
        )
